/// Real tills without a window: everything of the till but its screens.
@NullMarked
package kmmotos.installers.till;

import org.jspecify.annotations.NullMarked;
