/// The server's store in memory: keeps the same contract as PostgreSQL, and can crash and be set
/// back.
@NullMarked
package kmmotos.simulation.server;

import org.jspecify.annotations.NullMarked;
