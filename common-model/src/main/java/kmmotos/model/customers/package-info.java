/// Who buys: retail customers and wholesalers with a price group.
@NullMarked
package kmmotos.model.customers;

import org.jspecify.annotations.NullMarked;
