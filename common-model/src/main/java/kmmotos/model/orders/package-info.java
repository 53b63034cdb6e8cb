/// Orders from the web, picked up at a store, and the states they pass through.
@NullMarked
package kmmotos.model.orders;

import org.jspecify.annotations.NullMarked;
