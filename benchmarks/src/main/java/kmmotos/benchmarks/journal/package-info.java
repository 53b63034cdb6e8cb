/// `km bench till-journal`: what a sale waits for at the till.
@NullMarked
package kmmotos.benchmarks.journal;

import org.jspecify.annotations.NullMarked;
