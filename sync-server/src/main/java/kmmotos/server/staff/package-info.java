/// The chain's staff: who they are, where they work, and their administration by head office.
@NullMarked
package kmmotos.server.staff;

import org.jspecify.annotations.NullMarked;
