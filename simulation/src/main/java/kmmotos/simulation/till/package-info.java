/// A till: the real engine on a disk and tables in memory, and the people at its counter.
@NullMarked
package kmmotos.simulation.till;

import org.jspecify.annotations.NullMarked;
