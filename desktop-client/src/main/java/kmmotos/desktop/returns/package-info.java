/// Receipts by which goods come back: what is known of them, and from where.
@NullMarked
package kmmotos.desktop.returns;

import org.jspecify.annotations.NullMarked;
