/// Tests of processes.
@NullMarked
package kmmotos.installers.process;

import org.jspecify.annotations.NullMarked;
