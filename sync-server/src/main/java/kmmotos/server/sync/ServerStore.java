package kmmotos.server.sync;

import java.util.function.Function;
import kmmotos.server.storage.Caller;

/// Where the sync keeps what the tills told and what they are to be told: PostgreSQL, or in a
/// simulation a store that crashes, forgets its tail and is set back on purpose. Both keep the same
/// contract, and one suite of tests holds them to it.
public interface ServerStore {

    /// Does all of it or nothing. When it returns, all of it is committed.
    ///
    /// @throws DataRefused if the data are at fault and not the store
    <T> T inTransaction(Caller caller, Function<SyncTables, T> work);

    /// Runs a read that sees one moment throughout, however long it takes.
    <T> T inSnapshot(Caller caller, Function<SyncTables, T> work);
}
