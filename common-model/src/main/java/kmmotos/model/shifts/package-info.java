/// The cash of a shift: what is put into a drawer and taken out of it without a sale, and what is
/// counted.
@NullMarked
package kmmotos.model.shifts;

import org.jspecify.annotations.NullMarked;
