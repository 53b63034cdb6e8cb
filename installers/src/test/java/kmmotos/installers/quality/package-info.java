/// Tests of what the commands print.
@NullMarked
package kmmotos.installers.quality;

import org.jspecify.annotations.NullMarked;
