/// Leases: parts of a balance that the server sets aside for one till, to be used without a
/// network.
@NullMarked
package kmmotos.model.leases;

import org.jspecify.annotations.NullMarked;
