package kmmotos.simulation.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import kmmotos.model.stock.StockCount;
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
import kmmotos.server.sync.DataRefused;
import kmmotos.server.sync.EventStore;
import kmmotos.server.sync.JournalStream;
import kmmotos.server.sync.NewEvent;
import kmmotos.server.sync.News;
import kmmotos.server.sync.SyncTables;
import kmmotos.simulation.Variant;
import kmmotos.simulation.chain.Goods;
import kmmotos.simulation.chain.Shops;
import kmmotos.simulation.faults.Crash;
import kmmotos.simulation.faults.CrashPoints;
import kmmotos.simulation.server.ServerSide;
import kmmotos.simulation.server.ServerState.StreamKey;
import kmmotos.simulation.stores.Stores;
import kmmotos.simulation.time.Agenda;
import kmmotos.simulation.time.VirtualClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What the server's engine may rely on, whichever store it stands on.
abstract class ServerStoreContract {

    private static final Instant NOW = Agenda.BEGIN;

    private final RandomGenerator random = new Random(5);
    private final CrashPoints points = new CrashPoints();
    private final Shops shops = Shops.of(2, 2);
    private final Till till = shops.tills().getFirst();
    private final Scope scope = Scope.store(till.storeId());
    private final UUID journal = id();
    private ServerSide side;

    abstract Stores stores();

    @BeforeEach
    void open() {
        side = stores().server(shops, points, new VirtualClock(new Agenda()), random, Variant.REAL);
    }

    @AfterEach
    void close() {
        stores().endRun();
    }

    @Test
    void anEventIsStoredOnce() {
        Arrived first = arrived(journal, 1, HashChain.START);
        Arrived again = arrived(id(), first.entry(), HashChain.START);

        assertThat(added(first)).containsExactly(first.entry().eventId());
        assertThat(added(again)).isEmpty();
    }

    @Test
    void theHashOfAStoredFactIsThatOfItsContent() {
        Arrived first = arrived(journal, 1, HashChain.START);
        Set<UUID> _ = added(first);

        Map<UUID, String> hashes = hashes(List.of(first));

        assertThat(hashes)
                .containsOnly(Map.entry(first.entry().eventId(), EventStore.hash(first.entry())));
    }

    @Test
    void aJournalBeginsEmptyAndMovesToItsLastEntry() {
        JournalStream before = stream();
        List<Arrived> entries = taken(3);

        JournalStream after = stream();

        assertThat(before).isEqualTo(JournalStream.empty(journal));
        assertThat(after).isEqualTo(new JournalStream(journal, 3, entries.getLast().hash(), 0));
        assertThat(latest()).contains(after);
    }

    @Test
    void theHashAtAPlaceIsThatOfTheChainThere() {
        List<Arrived> entries = taken(3);

        assertThat(hashAt(0)).contains(HashChain.START);
        assertThat(hashAt(2)).contains(entries.get(1).hash());
        assertThat(hashAt(4)).isEmpty();
    }

    private Optional<String> hashAt(long seq) {
        return write(tables -> tables.hashAt(till.deviceId(), journal, seq));
    }

    @Test
    void aPlaceInAJournalIsTakenOnce() {
        List<Arrived> entries = taken(1);

        assertThatThrownBy(() -> run(tables -> tables.addEntries(entries)))
                .isInstanceOf(DataRefused.class);
    }

    @Test
    void aTillThatIsUnknownIsRefused() {
        DeviceId stranger = new DeviceId(id());

        assertThat(refused(till.deviceId())).isEmpty();
        assertThat(refused(stranger)).containsExactly(stranger);
    }

    @Test
    void anEventIsOnTheWorkListOnceForEachCodeAndContent() {
        Arrived bad = arrived(journal, 1, HashChain.START);
        run(tables -> {
            tables.raise(till, bad.entry(), "malformed", "can't be read", NOW);
            tables.raise(till, bad.entry(), "malformed", "can't be read", NOW);
            tables.raise(till, bad.entry(), "other_bytes", "came before", NOW.plusSeconds(1));
        });

        assertThat(quarantined(bad))
                .containsOnly(
                        Map.entry(
                                till.storeId(),
                                List.of(
                                        new Quarantined(bad.entry().eventId(), "malformed"),
                                        new Quarantined(bad.entry().eventId(), "other_bytes"))));
    }

    @Test
    void whatFailedInAnAttemptLeavesNothingAndTheRestStays() {
        Arrived good = arrived(journal, 1, HashChain.START);
        Arrived ofAnotherStore =
                receipt(journal, 2, shops.tills().getLast(), Goods.SKUS.getFirst());

        Optional<String> why =
                write(tables -> {
                    Set<UUID> _ = tables.addEvents(List.of(good), NOW);
                    return tables.attempt(() -> {
                        Set<UUID> _ = tables.addEvents(List.of(ofAnotherStore), NOW);
                        tables.apply(List.of(known(ofAnotherStore)), new News());
                    });
                });

        assertThat(why).isPresent();
        assertThat(hashes(List.of(good, ofAnotherStore)).keySet())
                .containsExactly(good.entry().eventId());
    }

    @Test
    void whatGoesWrongInATransactionLeavesNothing() {
        Arrived first = arrived(journal, 1, HashChain.START);

        assertThatThrownBy(() ->
                        run(tables -> {
                            Set<UUID> _ = tables.addEvents(List.of(first), NOW);
                            throw new IllegalArgumentException("bad data");
                        }))
                .isInstanceOf(DataRefused.class);

        assertThat(hashes(List.of(first))).isEmpty();
    }

    @Test
    void aStopBeforeTheCommitLosesAllAndOneAfterItNothing() {
        Arrived lost = arrived(journal, 1, HashChain.START);
        Arrived kept = arrived(journal, 1, HashChain.START);
        points.crashAfter(1);
        assertThatThrownBy(() -> run(tables -> stored(tables, lost))).isInstanceOf(Crash.class);
        points.comeUp();
        points.crashAfter(2);
        assertThatThrownBy(() -> run(tables -> stored(tables, kept))).isInstanceOf(Crash.class);
        points.comeUp();

        assertThat(hashes(List.of(lost, kept)).keySet()).containsExactly(kept.entry().eventId());
    }

    private static void stored(SyncTables tables, Arrived one) {
        Set<UUID> _ = tables.addEvents(List.of(one), NOW);
    }

    @Test
    void tillsAreToldTheNumberOfTheLastFactThatMovedAnItem() {
        Sku counted = Goods.SKUS.getFirst();
        StockCount count =
                new StockCount(
                        id(),
                        till.storeId(),
                        List.of(),
                        List.of(new StockCount.Line(counted, Quantity.of(4), Quantity.ZERO)));
        JournalEntry first = JournalEntry.of(id(), 1, NOW, new Event.StockCounted(count));
        List<Arrived> entries =
                List.of(
                        new Arrived(till, journal, first, first.hashAfter(HashChain.START)),
                        receipt(journal, 2, till, counted),
                        receipt(journal, 3, till, Goods.SKUS.getLast()));

        run(tables -> {
            take(tables, entries);
            News news = new News();
            tables.apply(entries.stream().map(ServerStoreContract::known).toList(), news);
            tables.publish(news);
        });

        assertThat(entries(Cursor.START, 1))
                .extracting(entry -> ((Policy.StockChanged) entry.policy()).seq())
                .containsExactly(2L);
    }

    @Test
    void theFeedHasNoGapsInItsOrder() {
        publish(2);
        publish(3);

        List<Long> numbers = entries(Cursor.START, 100).stream().map(entry -> entry.n()).toList();

        assertThat(numbers).containsExactly(1L, 2L, 3L, 4L, 5L);
        assertThat(last().n()).isEqualTo(5);
    }

    @Test
    void aPageOfTheFeedBeginsAfterTheCursorAndEndsAtItsLimit() {
        publish(5);
        Cursor.Position second =
                entries(Cursor.START, 2).stream()
                        .reduce((_, last) -> last)
                        .map(entry -> new Cursor.Position(entry.n(), Optional.of(entry.entryId())))
                        .orElseThrow();
        Cursor cursor = new Cursor(new java.util.TreeMap<>(Map.of(scope, second)));

        assertThat(entries(cursor, 2)).extracting(entry -> entry.n()).containsExactly(3L, 4L);
        assertThat(atPosition(cursor)).isEqualTo(second.entryId());
    }

    @Test
    void aServerThatWasSetBackKnowsNothingOfWhatCameAfter() {
        List<Arrived> before = taken(2);
        long backup = side.version();
        Arrived after = arrived(journal, 3, before.getLast().hash());
        run(tables -> take(tables, List.of(after)));
        publish(1);

        side.setBackTo(backup);

        assertThat(side.version()).isEqualTo(backup);
        assertThat(stream().haveSeq()).isEqualTo(2);
        assertThat(hashes(List.of(after))).isEmpty();
        assertThat(last().n()).isZero();
    }

    @Test
    void whatIsCalledSafeIsNeverMoreThanThereIs() {
        List<Arrived> _ = taken(2);

        side.callSafe(Map.of(new StreamKey(till.deviceId(), journal), 9L));

        assertThat(stream().safeSeq()).isEqualTo(2);
    }

    private List<Arrived> taken(int count) {
        List<Arrived> entries = new ArrayList<>();
        String hash = HashChain.START;
        for (int seq = 1; seq <= count; seq++) {
            entries.add(arrived(journal, seq, hash));
            hash = entries.getLast().hash();
        }
        run(tables -> take(tables, entries));
        return entries;
    }

    private static void take(SyncTables tables, List<Arrived> entries) {
        tables.addEntries(entries);
        Set<UUID> _ = tables.addEvents(entries, NOW);
        tables.move(List.of(entries.getLast()), NOW);
    }

    private void publish(int count) {
        News news = new News();
        for (int i = 0; i < count; i++) {
            news.add(scope, new Policy.StoreChanged(shops.stores().getFirst()));
        }
        run(tables -> tables.publish(news));
    }

    private Arrived arrived(UUID incarnation, long seq, String before) {
        return arrived(
                incarnation,
                receipt(incarnation, seq, till, Goods.SKUS.getFirst()).entry(),
                before);
    }

    private Arrived arrived(UUID incarnation, JournalEntry entry, String before) {
        return new Arrived(till, incarnation, entry, entry.hashAfter(before));
    }

    /// Told by this till, of the store of another one.
    private Arrived receipt(UUID incarnation, long seq, Till of, Sku sku) {
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

    private static NewEvent known(Arrived arrived) {
        return new NewEvent(
                arrived.till(),
                arrived.entry(),
                ((JournalEntry.Reading.Known) arrived.entry().read()).event());
    }

    private UUID id() {
        return new UUID(random.nextLong(), random.nextLong());
    }

    private Caller caller() {
        return new Caller.Device(till.deviceId(), till.storeId());
    }

    private Set<UUID> added(Arrived one) {
        return write(tables -> tables.addEvents(List.of(one), NOW));
    }

    private Optional<JournalStream> latest() {
        return write(tables -> tables.latest(till.deviceId()));
    }

    private JournalStream stream() {
        return write(tables -> tables.stream(till.deviceId(), journal));
    }

    private Set<DeviceId> refused(DeviceId device) {
        return write(tables -> tables.lock(List.of(device)));
    }

    private Map<StoreId, List<Quarantined>> quarantined(Arrived one) {
        return write(tables -> tables.quarantined(Set.of(one.entry().eventId())));
    }

    private Map<UUID, String> hashes(List<Arrived> of) {
        return write(tables -> tables.hashes(of));
    }

    private Cursor.Position last() {
        return write(tables -> tables.last(scope));
    }

    private List<FeedEntry> entries(Cursor after, int limit) {
        return write(tables -> tables.entriesAfter(List.of(scope), after, limit));
    }

    private Optional<UUID> atPosition(Cursor cursor) {
        return write(tables ->
                Objects.requireNonNull(tables.kept(List.of(scope), cursor).get(scope))
                        .atPosition());
    }

    private <T> T write(Function<SyncTables, T> work) {
        return side.store().inTransaction(caller(), work);
    }

    private void run(java.util.function.Consumer<SyncTables> work) {
        boolean _ =
                write(tables -> {
                    work.accept(tables);
                    return true;
                });
    }
}
