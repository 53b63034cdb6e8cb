/// Tests of what the commands print.
@NullMarked
package kmmotos.installers.terminal;

import org.jspecify.annotations.NullMarked;
