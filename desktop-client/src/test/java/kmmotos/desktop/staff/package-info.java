/// Tests of staff at the till.
@NullMarked
package kmmotos.desktop.staff;

import org.jspecify.annotations.NullMarked;
