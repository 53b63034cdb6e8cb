/// `km bench sync`: what a server takes in from many tills.
@NullMarked
package kmmotos.benchmarks.sync;

import org.jspecify.annotations.NullMarked;
