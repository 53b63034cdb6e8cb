/// The real sync engines of till and server in a simulated world: one thread, virtual time, every
/// fault, and one seed that decides everything.
@NullMarked
package kmmotos.simulation;

import org.jspecify.annotations.NullMarked;
