/// Serial numbers of this till's sales and deliveries.
@NullMarked
package kmmotos.desktop.serials;

import org.jspecify.annotations.NullMarked;
