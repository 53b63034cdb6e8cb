/// Purchase orders, what tills received of them, and what goods cost on average.
@NullMarked
package kmmotos.server.purchasing;

import org.jspecify.annotations.NullMarked;
