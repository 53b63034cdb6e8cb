/// Orders of counters at the till: special orders and goods put aside, with their deposits.
@NullMarked
package kmmotos.desktop.deposits;

import org.jspecify.annotations.NullMarked;
