/// What moved an item in this shop, from its first movement to now.
@NullMarked
package kmmotos.desktop.history;

import org.jspecify.annotations.NullMarked;
