/// Tests of the replay.
@NullMarked
package kmmotos.installers.replay;

import org.jspecify.annotations.NullMarked;
