/// Which motorcycles a part fits.
@NullMarked
package kmmotos.model.fitment;

import org.jspecify.annotations.NullMarked;
