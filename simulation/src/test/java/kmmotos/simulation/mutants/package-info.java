/// The engines, each with one rule of the protocol broken.
@NullMarked
package kmmotos.simulation.mutants;

import org.jspecify.annotations.NullMarked;
