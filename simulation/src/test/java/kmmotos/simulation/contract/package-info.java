/// The simulated and the real stores are held to one contract: rule by rule, and by whole weeks.
@NullMarked
package kmmotos.simulation.contract;

import org.jspecify.annotations.NullMarked;
