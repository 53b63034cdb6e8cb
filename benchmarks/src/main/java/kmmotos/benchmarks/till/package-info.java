/// `km bench till`: how soon a new or broken till sells again.
@NullMarked
package kmmotos.benchmarks.till;

import org.jspecify.annotations.NullMarked;
