/// Which motorcycle it is: read from a VIN or from what a clerk types.
@NullMarked
package kmmotos.desktop.fitment;

import org.jspecify.annotations.NullMarked;
