/// Money in minor units, unit prices finer than the currency, quantities: exact, rounded once.
@NullMarked
package kmmotos.model.money;

import org.jspecify.annotations.NullMarked;
