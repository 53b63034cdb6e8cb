/// Tests of sales at the till.
@NullMarked
package kmmotos.desktop.sales;

import org.jspecify.annotations.NullMarked;
