/// Goods that come back: what tills are told of receipts, what they told of returns, and what does
/// not add up.
@NullMarked
package kmmotos.server.returns;

import org.jspecify.annotations.NullMarked;
