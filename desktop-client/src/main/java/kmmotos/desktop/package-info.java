/// The till: wiring and start-up of everything that runs in a shop.
@NullMarked
package kmmotos.desktop;

import org.jspecify.annotations.NullMarked;
