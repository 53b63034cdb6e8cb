/// What goods come back by: receipts that any till believes, and the ways in which money goes back.
@NullMarked
package kmmotos.model.returns;

import org.jspecify.annotations.NullMarked;
