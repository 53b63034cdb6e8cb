/// Carts, and the web orders they become: reserved, picked up at a store, cancelled or expired.
@NullMarked
package kmmotos.server.orders;

import org.jspecify.annotations.NullMarked;
