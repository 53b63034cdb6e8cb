/// Who works here, in which role, and what each role may do.
@NullMarked
package kmmotos.model.staff;

import org.jspecify.annotations.NullMarked;
