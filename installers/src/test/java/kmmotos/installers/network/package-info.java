/// Tests of the line.
@NullMarked
package kmmotos.installers.network;

import org.jspecify.annotations.NullMarked;
