package kmmotos.simulation.contract;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import kmmotos.model.catalog.Sku;
import kmmotos.model.money.Quantity;
import kmmotos.model.stock.StockReceipt;
import kmmotos.model.stores.DeviceId;
import kmmotos.model.stores.StoreId;
import kmmotos.model.stores.Till;
import kmmotos.model.sync.Cursor;
import kmmotos.model.sync.Event;
import kmmotos.model.sync.FeedEntry;
import kmmotos.model.sync.HashChain;
import kmmotos.model.sync.JournalEntry;
import kmmotos.model.sync.Policy;
import kmmotos.model.sync.Scope;
import kmmotos.model.sync.UploadAnswer.Quarantined;
import kmmotos.server.storage.Caller;
import kmmotos.server.sync.Arrived;
import kmmotos.server.sync.JournalStream;
import kmmotos.server.sync.NewEvent;
import kmmotos.server.sync.News;
import kmmotos.server.sync.SyncTables;
import kmmotos.simulation.Variant;
import kmmotos.simulation.chain.Goods;
import kmmotos.simulation.chain.Shops;
import kmmotos.simulation.faults.CrashPoints;
import kmmotos.simulation.server.ServerSide;
import kmmotos.simulation.stores.Stores;
import kmmotos.simulation.time.Agenda;
import kmmotos.simulation.time.VirtualClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/// A fresh server in one of the stores, with two shops of two tills each, and what the tests do to
/// it.
abstract class ServerContract {

    static final Instant NOW = Agenda.BEGIN;

    final RandomGenerator random = new Random(5);
    final CrashPoints points = new CrashPoints();
    final Clock clock = new VirtualClock(new Agenda());
    final Shops shops = Shops.of(2, 2);
    final Till till = shops.tills().getFirst();
    final Scope scope = Scope.store(till.storeId());
    final UUID journal = id();
    ServerSide side;

    abstract Stores stores();

    @BeforeEach
    void open() {
        side = stores().server(shops, points, clock, random, Variant.REAL);
    }

    @AfterEach
    void close() {
        stores().endRun();
    }

    List<Arrived> taken(int count) {
        List<Arrived> entries = new ArrayList<>();
        String hash = HashChain.START;
        for (int seq = 1; seq <= count; seq++) {
            entries.add(arrived(journal, seq, hash));
            hash = entries.getLast().hash();
        }
        run(tables -> take(tables, entries));
        return entries;
    }

    static void take(SyncTables tables, List<Arrived> entries) {
        tables.addEntries(entries);
        Set<UUID> _ = tables.addEvents(entries, NOW);
        tables.move(List.of(entries.getLast()), NOW);
    }

    void publish(int count) {
        News news = new News();
        for (int i = 0; i < count; i++) {
            news.add(scope, new Policy.StoreChanged(shops.stores().getFirst()));
        }
        run(tables -> tables.publish(news));
    }

    Arrived arrived(UUID incarnation, long seq, String before) {
        return arrived(
                incarnation,
                receipt(incarnation, seq, till, Goods.SKUS.getFirst()).entry(),
                before);
    }

    Arrived arrived(UUID incarnation, JournalEntry entry, String before) {
        return new Arrived(till, incarnation, entry, entry.hashAfter(before));
    }

    /// Told by this till, of the store of another one.
    Arrived receipt(UUID incarnation, long seq, Till of, Sku sku) {
        Event event =
                new Event.StockReceived(
                        new StockReceipt(
                                id(),
                                of.storeId(),
                                "",
                                List.of(new StockReceipt.Line(sku, Quantity.ONE))));
        JournalEntry entry = JournalEntry.of(id(), seq, NOW, event);
        return new Arrived(till, incarnation, entry, entry.hashAfter(HashChain.START));
    }

    static NewEvent known(Arrived arrived) {
        return new NewEvent(
                arrived.till(),
                arrived.entry(),
                ((JournalEntry.Reading.Known) arrived.entry().read()).event());
    }

    UUID id() {
        return new UUID(random.nextLong(), random.nextLong());
    }

    Caller caller() {
        return new Caller.Device(till.deviceId(), till.storeId());
    }

    Set<UUID> added(Arrived one) {
        return write(tables -> tables.addEvents(List.of(one), NOW));
    }

    Optional<JournalStream> latest() {
        return write(tables -> tables.latest(till.deviceId()));
    }

    JournalStream stream() {
        return write(tables -> tables.stream(till.deviceId(), journal));
    }

    Set<DeviceId> refused(DeviceId device) {
        return write(tables -> tables.lock(List.of(device)));
    }

    Map<StoreId, List<Quarantined>> quarantined(Arrived one) {
        return write(tables -> tables.quarantined(Set.of(one.entry().eventId())));
    }

    Map<UUID, String> hashes(List<Arrived> of) {
        return write(tables -> tables.hashes(of));
    }

    Cursor.Position last() {
        return write(tables -> tables.last(scope));
    }

    List<FeedEntry> entries(Cursor after, int limit) {
        return write(tables -> tables.entriesAfter(List.of(scope), after, limit));
    }

    Optional<UUID> atPosition(Cursor cursor) {
        return write(tables ->
                Objects.requireNonNull(tables.kept(List.of(scope), cursor).get(scope))
                        .atPosition());
    }

    <T> T write(Function<SyncTables, T> work) {
        return side.store().inTransaction(caller(), work);
    }

    void run(java.util.function.Consumer<SyncTables> work) {
        boolean _ =
                write(tables -> {
                    work.accept(tables);
                    return true;
                });
    }
}
