/// Serial numbers: which piece came, was sold and came back, and where.
@NullMarked
package kmmotos.model.serials;

import org.jspecify.annotations.NullMarked;
