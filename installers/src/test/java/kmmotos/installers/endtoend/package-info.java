/// Real server and till processes, real HTTP, and what can go wrong between them.
@NullMarked
package kmmotos.installers.endtoend;

import org.jspecify.annotations.NullMarked;
