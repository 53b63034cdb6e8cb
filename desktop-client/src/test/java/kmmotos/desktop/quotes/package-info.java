/// Tests of quotes at the till.
@NullMarked
package kmmotos.desktop.quotes;

import org.jspecify.annotations.NullMarked;
