/// Leases: what the server set aside for this till, so that it may be used without a network.
@NullMarked
package kmmotos.desktop.leases;

import org.jspecify.annotations.NullMarked;
