/// Tests of the benchmarks: that they run.
@NullMarked
package kmmotos.benchmarks;

import org.jspecify.annotations.NullMarked;
