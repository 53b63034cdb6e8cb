/// Proofs that the sync loses nothing, and that the proofs notice.
@NullMarked
package kmmotos.simulation;

import org.jspecify.annotations.NullMarked;
