/// What a shop gets from its suppliers: purchase orders, what came of them, and what it costs.
@NullMarked
package kmmotos.model.purchasing;

import org.jspecify.annotations.NullMarked;
