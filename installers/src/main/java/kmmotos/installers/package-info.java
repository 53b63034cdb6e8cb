/// Both sides assembled: the demo, the replay, the packages.
@NullMarked
package kmmotos.installers;

import org.jspecify.annotations.NullMarked;
