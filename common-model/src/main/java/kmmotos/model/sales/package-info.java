/// What happened at the counter: sales, returns, tenders, shifts and Z reports.
@NullMarked
package kmmotos.model.sales;

import org.jspecify.annotations.NullMarked;
