/// `km bench growth`: how a server's cost grows with stores and with events stored.
@NullMarked
package kmmotos.benchmarks.growth;

import org.jspecify.annotations.NullMarked;
