/// Offers to customers: what something would cost, until a day.
@NullMarked
package kmmotos.model.quotes;

import org.jspecify.annotations.NullMarked;
