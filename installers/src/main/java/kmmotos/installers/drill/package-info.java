/// Drills: real tills and a real server as processes, and everything that can happen to processes,
/// lines, disks and databases.
@NullMarked
package kmmotos.installers.drill;

import org.jspecify.annotations.NullMarked;
