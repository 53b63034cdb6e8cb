package kmmotos.simulation.server;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import kmmotos.model.pricing.PriceList;
import kmmotos.model.stores.Till;
import kmmotos.server.leases.LeaseTables;
import kmmotos.server.sync.ServerStore;
import kmmotos.simulation.server.ServerState.StreamKey;

/// Where the simulated server keeps what it knows: in memory, or in a real database. Each
/// transaction makes a version, and it can be set back to an older one.
public interface ServerSide extends AutoCloseable {

    /// The sync's store; stops before or after a commit when its time has come.
    ServerStore store();

    /// What takes the tills' uploads in.
    Uploader uploads();

    /// One transaction of the web shop or head office, with the same points to stop at.
    <T> T inTransaction(Function<ChainTables, T> work);

    /// One transaction of a till that asks about leases, with the same points to stop at.
    <T> T onLeases(Till till, Function<LeaseTables, T> work);

    Optional<PriceList> priceList(String id);

    /// What it holds now. From a database this is a copy.
    ServerState state();

    /// How many transactions were committed; less again after [#setBackTo].
    long version();

    void setBackTo(long version);

    /// Nobody sets it back beyond this version any more.
    void forgetBefore(long version);

    /// Calls a part of each journal safe, in one transaction that doesn't stop.
    void callSafe(Map<StreamKey, Long> have);

    @Override
    void close();
}
