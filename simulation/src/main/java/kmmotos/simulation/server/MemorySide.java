package kmmotos.simulation.server;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import kmmotos.model.pricing.PriceList;
import kmmotos.model.stores.Till;
import kmmotos.server.leases.LeaseTables;
import kmmotos.server.storage.Caller;
import kmmotos.server.sync.JournalStream;
import kmmotos.server.sync.ServerStore;
import kmmotos.simulation.faults.CrashPoints;
import kmmotos.simulation.server.ServerState.Stream;
import kmmotos.simulation.server.ServerState.StreamKey;

/// The simulated server's memory.
public final class MemorySide implements ServerSide {

    private final ServerState state = new ServerState();
    private final MemoryStore memory;
    private final RandomGenerator random;
    private final Clock clock;
    private final ServerStore store;
    private final Uploader uploads;
    private final UnaryOperator<LeaseTables> leases;

    /// @param random gives the ids that a database would give
    /// @param variant the store as it is, or broken on purpose
    /// @param uploader as it is, or broken on purpose
    /// @param leases the tables that leases are granted from, as they are, or broken on purpose
    public MemorySide(
            CrashPoints points,
            RandomGenerator random,
            Clock clock,
            Function<MemoryStore, ServerStore> variant,
            BiFunction<ServerStore, MemoryStore, Uploader> uploader,
            UnaryOperator<LeaseTables> leases) {
        this.random = random;
        this.clock = clock;
        this.memory = new MemoryStore(state, points, random, clock);
        this.store = variant.apply(memory);
        this.uploads = uploader.apply(store, memory);
        this.leases = leases;
    }

    @Override
    public ServerStore store() {
        return store;
    }

    @Override
    public Uploader uploads() {
        return uploads;
    }

    @Override
    public <T> T inTransaction(Function<ChainTables, T> work) {
        return memory.inTransaction(
                new Caller.Visitor(),
                _ ->
                        work.apply(
                                new MemoryChainTables(
                                        state, new MemoryTables(state, random, clock))));
    }

    @Override
    public <T> T onLeases(Till till, Function<LeaseTables, T> work) {
        return memory.inTransaction(
                new Caller.Device(till.deviceId(), till.storeId()),
                _ -> work.apply(leases.apply(new MemoryTables(state, random, clock).leases())));
    }

    @Override
    public Optional<PriceList> priceList(String id) {
        return state.priceLists.get(id).map(ServerState.PublishedList::list);
    }

    @Override
    public ServerState state() {
        return state;
    }

    @Override
    public long version() {
        return state.history().version();
    }

    @Override
    public void setBackTo(long version) {
        state.history().setBackTo(version);
    }

    @Override
    public void forgetBefore(long version) {
        state.history().forgetBefore(version);
    }

    @Override
    public void callSafe(Map<StreamKey, Long> have) {
        have.forEach((key, seq) ->
                state.streams
                        .get(key)
                        .ifPresent(stream -> state.streams.put(key, safe(stream, seq))));
        state.history().commit();
    }

    private static Stream safe(Stream stream, long seq) {
        JournalStream now = stream.position();
        long safe = Math.max(now.safeSeq(), Math.min(seq, now.haveSeq()));
        return new Stream(
                new JournalStream(now.incarnation(), now.haveSeq(), now.haveHash(), safe),
                stream.begun());
    }

    @Override
    public void close() {
        // Memory needs no closing.
    }
}
