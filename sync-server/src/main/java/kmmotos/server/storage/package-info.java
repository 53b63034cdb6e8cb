/// The data folder, the PostgreSQL server in it or elsewhere, and transactions that know their
/// caller.
@NullMarked
package kmmotos.server.storage;

import org.jspecify.annotations.NullMarked;
