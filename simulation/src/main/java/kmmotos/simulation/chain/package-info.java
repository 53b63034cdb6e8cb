/// The simulated chain: its shops, its goods, and what its people do all day.
@NullMarked
package kmmotos.simulation.chain;

import org.jspecify.annotations.NullMarked;
