/// Payments that a terminal or provider carries out, written down before they begin.
@NullMarked
package kmmotos.model.payments;

import org.jspecify.annotations.NullMarked;
