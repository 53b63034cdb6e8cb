/// How long it takes to find the promotions that save a customer most.
@NullMarked
package kmmotos.benchmarks.promotions;

import org.jspecify.annotations.NullMarked;
