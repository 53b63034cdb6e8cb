/// How far the tills' journals are in a backup that was seen to be good, so that tills may free
/// what is in it.
@NullMarked
package kmmotos.server.backup;

import org.jspecify.annotations.NullMarked;
