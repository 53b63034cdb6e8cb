/// Every drill in its short form.
@NullMarked
package kmmotos.installers.drill;

import org.jspecify.annotations.NullMarked;
