/// Whether the packages install and go away again.
@NullMarked
package kmmotos.installers.packages;

import org.jspecify.annotations.NullMarked;
