/// Stores, their price zones, and the tills that stand in them.
@NullMarked
package kmmotos.model.stores;

import org.jspecify.annotations.NullMarked;
