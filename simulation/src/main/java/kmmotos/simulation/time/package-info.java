/// Virtual time: weeks pass in milliseconds.
@NullMarked
package kmmotos.simulation.time;

import org.jspecify.annotations.NullMarked;
