/// The one pricing engine of till, online shop and head office, and what it reads.
@NullMarked
package kmmotos.model.pricing;

import org.jspecify.annotations.NullMarked;
