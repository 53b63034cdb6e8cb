/// Web orders at the store: they arrive, are picked, wait, and are handed over by their code.
@NullMarked
package kmmotos.desktop.orders;

import org.jspecify.annotations.NullMarked;
