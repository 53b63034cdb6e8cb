/// Goods that a named customer ordered at a counter, and the deposits for them.
@NullMarked
package kmmotos.model.deposits;

import org.jspecify.annotations.NullMarked;
