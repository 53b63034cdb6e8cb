/// Measures the whole system and prints figures and ratios.
@NullMarked
package kmmotos.benchmarks;

import org.jspecify.annotations.NullMarked;
