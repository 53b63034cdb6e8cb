/// Accounts of the online shop's customers: registration, their address and password, their
/// sessions.
@NullMarked
package kmmotos.server.accounts;

import org.jspecify.annotations.NullMarked;
