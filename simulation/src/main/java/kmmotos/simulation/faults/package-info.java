/// What goes wrong, and when.
@NullMarked
package kmmotos.simulation.faults;

import org.jspecify.annotations.NullMarked;
