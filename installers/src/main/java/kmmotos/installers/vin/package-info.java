/// Makes the table by which tills read VINs.
@NullMarked
package kmmotos.installers.vin;

import org.jspecify.annotations.NullMarked;
