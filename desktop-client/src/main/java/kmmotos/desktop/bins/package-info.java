/// Where things lie in the shop.
@NullMarked
package kmmotos.desktop.bins;

import org.jspecify.annotations.NullMarked;
