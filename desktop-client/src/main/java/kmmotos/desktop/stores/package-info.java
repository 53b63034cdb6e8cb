/// The stores a till knows.
@NullMarked
package kmmotos.desktop.stores;

import org.jspecify.annotations.NullMarked;
