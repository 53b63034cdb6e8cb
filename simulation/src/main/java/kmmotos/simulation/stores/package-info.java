/// Where server and tills keep what they know in a run: in memory, or in a real PostgreSQL and real
/// H2 files.
@NullMarked
package kmmotos.simulation.stores;

import org.jspecify.annotations.NullMarked;
