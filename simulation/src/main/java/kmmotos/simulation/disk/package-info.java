/// A till's disk in memory, which loses what was not forced.
@NullMarked
package kmmotos.simulation.disk;

import org.jspecify.annotations.NullMarked;
