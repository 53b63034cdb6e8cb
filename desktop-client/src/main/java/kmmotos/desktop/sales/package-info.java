/// Selling at the counter, and what was sold.
@NullMarked
package kmmotos.desktop.sales;

import org.jspecify.annotations.NullMarked;
