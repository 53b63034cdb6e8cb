package kmmotos.server.stock;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import kmmotos.model.catalog.Sku;
import kmmotos.model.money.Quantity;
import kmmotos.model.stock.JournalMark;
import kmmotos.model.stock.Location;
import kmmotos.model.stock.StockAdjustment;
import kmmotos.model.stock.StockCount;
import kmmotos.model.stock.Transfer;
import kmmotos.model.stores.SampleStores;
import kmmotos.model.stores.Store;
import kmmotos.model.stores.StoreId;
import kmmotos.model.sync.Cursor;
import kmmotos.model.sync.Event;
import kmmotos.model.sync.FeedEntry;
import kmmotos.model.sync.FeedPage;
import kmmotos.model.sync.JournalEntry;
import kmmotos.model.sync.Policy;
import kmmotos.model.sync.UploadAnswer;
import kmmotos.server.TestServer;
import kmmotos.server.storage.Caller;
import kmmotos.server.storage.Sql;
import kmmotos.server.sync.Invariants;
import kmmotos.server.sync.TestTill;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What a store has on hand is what was last counted plus what is not in that count's cut, in
/// whatever order the facts arrive.
class CountIT {

    private static final Sku PAD = new Sku("PAD");
    private static final List<Sku> SKUS = List.of(PAD, new Sku("OIL"), new Sku("TYRE"));
    private static final int STEPS = 40;

    private static TestServer server;
    private static int stores;

    private Store store;

    static LongStream seeds() {
        return LongStream.rangeClosed(1, Long.getLong("km.seeds", 12));
    }

    @BeforeAll
    static void start() {
        server = TestServer.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void open() {
        store = store("C" + ++stores);
    }

    @AfterEach
    void nothingIsBroken() {
        assertThat(Invariants.violations(server.database())).isEmpty();
    }

    @Test
    void aCountSetsWhatIsOnHandAtItsCut() {
        Clerk clerk = new Clerk(1);
        clerk.move(PAD, 10);
        clerk.count(Map.of(PAD, 7L));
        clerk.move(PAD, -2);
        clerk.upload();

        assertThat(onHand(PAD)).isEqualTo(Quantity.of(5));
    }

    @Test
    void aFactOfAnotherTillThatTheCountHadNotSeenComesOnTop() {
        Clerk counting = new Clerk(1);
        Clerk offline = new Clerk(2);
        counting.move(PAD, 10);
        offline.move(PAD, -3);
        counting.count(Map.of(PAD, 10L));
        counting.upload();
        offline.upload();

        assertThat(onHand(PAD)).isEqualTo(Quantity.of(7));
    }

    @Test
    void aLateFactInTheCutChangesNothing() {
        Clerk counting = new Clerk(1);
        Clerk late = new Clerk(2);
        counting.move(PAD, 10);
        late.move(PAD, -3);
        counting.hear(late);
        counting.count(Map.of(PAD, 6L));
        counting.upload();
        assertThat(onHand(PAD)).isEqualTo(Quantity.of(6));
        late.upload();

        assertThat(onHand(PAD)).isEqualTo(Quantity.of(6));
        assertThat(adjustments()).isEqualTo(2);
    }

    /// The fact came in a new journal first, in which the count had not seen it.
    @Test
    void aKnownFactThatComesAgainWithinTheCutChangesNothing() {
        Clerk counting = new Clerk(1);
        Clerk other = new Clerk(2);
        counting.move(PAD, 10);
        other.move(PAD, -3);
        TestTill old = other.till.cloned();
        old.journal().addAll(other.till.journal());
        counting.hear(other);
        counting.count(Map.of(PAD, 6L));
        other.beginJournal();
        other.upload();
        counting.upload();
        assertThat(onHand(PAD)).as("not in the cut yet").isEqualTo(Quantity.of(3));

        assertThat(old.uploadAll()).isInstanceOf(UploadAnswer.Ack.class);

        assertThat(onHand(PAD)).isEqualTo(Quantity.of(6));
    }

    @Test
    void aRepairedFactInTheCutChangesNothing() {
        Clerk clerk = new Clerk(1);
        Clerk other = new Clerk(2);
        StoreId unknown = new StoreId("X" + stores);
        clerk.move(PAD, 10);
        clerk.record(
                new Event.TransferSent(
                        new Transfer(
                                UUID.randomUUID(),
                                store.storeId(),
                                unknown,
                                List.of(new Transfer.Line(PAD, Quantity.of(4))))));
        clerk.count(Map.of(PAD, 6L));
        clerk.upload();
        assertThat(onHand(PAD)).isEqualTo(Quantity.of(6));

        store(unknown.value());
        repairAll();

        assertThat(onHand(PAD)).isEqualTo(Quantity.of(6));
        clerk.read();
        other.read();
        assertThat(List.of(clerk.figure(PAD), other.figure(PAD))).containsOnly(Quantity.of(6));
    }

    /// A snapshot that the till took before the repair lacks the fact, so it must not be passed
    /// over.
    @Test
    void aRepairedFactIsToldAsComingFromNoJournalOfItsTill() {
        Clerk clerk = new Clerk(1);
        StoreId unknown = new StoreId("Y" + stores);
        clerk.record(
                new Event.TransferSent(
                        new Transfer(
                                UUID.randomUUID(),
                                store.storeId(),
                                unknown,
                                List.of(new Transfer.Line(PAD, Quantity.of(4))))));
        clerk.upload();
        store(unknown.value());
        repairAll();

        Policy.StockChanged told = clerk.read().getLast();
        assertThat(told.change()).isEqualTo(Quantity.of(-4));
        assertThat(told.isOf(clerk.till.till().deviceId(), clerk.till.incarnation())).isFalse();
    }

    @Test
    void anImportThatTheTillHadSeenIsInTheCut() {
        Clerk clerk = new Clerk(1);
        bookByImport(PAD, 20);
        clerk.read();
        clerk.count(Map.of(PAD, 18L));
        bookByImport(PAD, 30);
        clerk.upload();

        assertThat(onHand(PAD)).isEqualTo(Quantity.of(28));
    }

    @Test
    void aNewJournalOfTheCountingTillKeepsItsOwnFactsInTheCut() {
        Clerk clerk = new Clerk(1);
        clerk.move(PAD, 10);
        clerk.count(Map.of(PAD, 4L));
        clerk.beginJournal();
        clerk.upload();

        assertThat(onHand(PAD)).isEqualTo(Quantity.of(4));
    }

    @Test
    void aNewJournalOfAnotherTillCountsFromItsOwnMark() {
        Clerk counting = new Clerk(1);
        Clerk other = new Clerk(2);
        other.move(PAD, 10);
        other.upload();
        other.beginJournal();
        other.move(PAD, -1);
        other.upload();
        counting.read();
        counting.count(Map.of(PAD, 8L));
        other.move(PAD, -1);
        other.upload();
        counting.upload();

        assertThat(onHand(PAD)).isEqualTo(Quantity.of(7));
    }

    @Test
    void whoReadsTheLastChangeOfAnUploadHasSeenItsJournalUpToThere() {
        Clerk clerk = new Clerk(1);
        SKUS.forEach(sku -> clerk.move(sku, 3));
        clerk.move(PAD, -1);
        clerk.upload();

        List<Policy.StockChanged> changes = new Clerk(2).read();

        assertThat(changes).hasSize(3);
        assertThat(changes.subList(0, 2)).allMatch(change -> change.incarnation().isEmpty());
        assertThat(changes.getLast().incarnation()).contains(clerk.till.incarnation());
        assertThat(changes.getLast().seq()).isEqualTo(4);
    }

    /// Tills that know of each other's facts before the server does: counts of facts that come
    /// later, in every order.
    @ParameterizedTest
    @MethodSource("seeds")
    void inAnyOrderOfArrivalTheBalanceIsTheFoldInTrueOrder(long seed) {
        Random random = new Random(seed);
        List<Clerk> clerks = List.of(new Clerk(1), new Clerk(2));
        for (int i = 0; i < STEPS; i++) {
            Clerk clerk = clerks.get(random.nextInt(2));
            switch (random.nextInt(9)) {
                case 0, 1, 2 -> clerk.move(sku(random), random.nextBoolean() ? 5 : -2);
                case 3, 4 -> clerk.count(shelf(random));
                case 5, 6 -> clerk.hear(clerks.get(1 - clerks.indexOf(clerk)));
                case 7 -> clerk.upload();
                default -> {
                    clerk.upload();
                    clerk.beginJournal();
                }
            }
        }
        clerks.get(random.nextInt(2)).upload();
        clerks.forEach(Clerk::upload);

        for (Sku sku : SKUS) {
            assertThat(onHand(sku)).as("seed %d, %s", seed, sku).isEqualTo(fold(clerks, sku));
        }
    }

    /// Tills that know of each other through the feed, as they do: in the end each till's own
    /// figures are the server's.
    @ParameterizedTest
    @MethodSource("seeds")
    void inTheEndEveryTillHasTheServersFigures(long seed) {
        Random random = new Random(seed);
        List<Clerk> clerks = List.of(new Clerk(1), new Clerk(2));
        for (int i = 0; i < STEPS; i++) {
            Clerk clerk = clerks.get(random.nextInt(2));
            switch (random.nextInt(8)) {
                case 0, 1, 2 -> clerk.move(sku(random), random.nextBoolean() ? 5 : -2);
                case 3, 4 -> clerk.count(shelf(random));
                case 5 -> clerk.upload();
                case 6 -> clerk.read();
                default -> bookByImport(sku(random), 10 + random.nextInt(20));
            }
        }
        clerks.forEach(Clerk::upload);
        clerks.forEach(Clerk::read);

        for (Sku sku : SKUS) {
            assertThat(clerks.stream().map(clerk -> clerk.figure(sku)))
                    .as("seed %d, %s", seed, sku)
                    .containsOnly(onHand(sku));
        }
    }

    /// Two tills send at the same moment: a count, and a fact in its cut.
    @Test
    void aCountAndALateFactAtTheSameMomentSeeEachOther() throws Exception {
        for (int i = 0; i < 10; i++) {
            open();
            Clerk counting = new Clerk(1);
            Clerk late = new Clerk(2);
            late.move(PAD, -3);
            counting.hear(late);
            counting.count(Map.of(PAD, 6L));
            List<Callable<Boolean>> uploads =
                    Stream.of(counting, late)
                            .<Callable<Boolean>>map(clerk -> clerk::upload)
                            .toList();
            try (var senders = Executors.newVirtualThreadPerTaskExecutor()) {
                assertThat(senders.invokeAll(uploads)).hasSize(2);
            }
            assertThat(onHand(PAD)).isEqualTo(Quantity.of(6));
        }
    }

    private static Sku sku(Random random) {
        return SKUS.get(random.nextInt(SKUS.size()));
    }

    private static Map<Sku, Long> shelf(Random random) {
        Map<Sku, Long> shelf = new HashMap<>();
        shelf.put(sku(random), (long) random.nextInt(30));
        shelf.put(sku(random), (long) random.nextInt(30));
        return shelf;
    }

    /// What the last count of a SKU said, plus what its till had not seen.
    private static Quantity fold(List<Clerk> clerks, Sku sku) {
        List<Made> counts = new ArrayList<>();
        clerks.forEach(clerk -> counts.addAll(clerk.made));
        Made last = null;
        for (Made made : counts) {
            if (made.shelf().containsKey(sku) && (last == null || made.isAfter(last))) {
                last = made;
            }
        }
        long sum = last == null ? 0 : last.shelf().getOrDefault(sku, 0L);
        Set<UUID> seen = last == null ? Set.of() : last.seen();
        for (Clerk clerk : clerks) {
            for (JournalEntry entry : clerk.till.journal()) {
                if (!seen.contains(entry.eventId())
                        && entry.read() instanceof JournalEntry.Reading.Known(Event event)
                        && !(event instanceof Event.StockCounted)) {
                    sum += change(event, sku);
                }
            }
        }
        return Quantity.of(sum);
    }

    private static long change(Event event, Sku sku) {
        return event.movements().stream()
                .filter(movement -> movement.sku().equals(sku))
                .mapToLong(movement -> movement.changeAt(Location.STORE).thousandths() / 1000)
                .sum();
    }

    private record Made(Map<Sku, Long> shelf, Set<UUID> seen, long weight, UUID eventId) {

        boolean isAfter(Made other) {
            return weight == other.weight
                    ? eventId.toString().compareTo(other.eventId.toString()) > 0
                    : weight > other.weight;
        }
    }

    /// Somebody at a till: moves goods and counts them, and knows what the till has seen.
    private final class Clerk {

        private final TestTill till;
        private final Map<List<UUID>, Long> marks = new HashMap<>();
        private final Set<UUID> seen = new HashSet<>();
        private final Map<Sku, Quantity> figures = new HashMap<>();
        private final List<Made> made = new ArrayList<>();
        private Cursor cursor = Cursor.START;

        Clerk(int number) {
            till = TestTill.enrol(server, store, number);
        }

        void move(Sku sku, long pieces) {
            record(
                    new Event.StockAdjusted(
                            new StockAdjustment(
                                    UUID.randomUUID(),
                                    store.storeId(),
                                    sku,
                                    Quantity.of(pieces),
                                    pieces > 0
                                            ? StockAdjustment.Reason.FOUND
                                            : StockAdjustment.Reason.MISSING,
                                    "")));
        }

        JournalEntry record(Event event) {
            event.movements()
                    .forEach(movement ->
                            figures.merge(
                                    movement.sku(),
                                    movement.changeAt(Location.STORE),
                                    Quantity::plus));
            JournalEntry entry = till.record(event);
            seen.add(entry.eventId());
            return entry;
        }

        Quantity figure(Sku sku) {
            return figures.getOrDefault(sku, Quantity.ZERO);
        }

        void count(Map<Sku, Long> shelf) {
            see(till, till.journal().size());
            StockCount count =
                    new StockCount(
                            UUID.randomUUID(),
                            store.storeId(),
                            marks.entrySet().stream()
                                    .map(mark ->
                                            new JournalMark(
                                                    new kmmotos.model.stores.DeviceId(
                                                            mark.getKey().getFirst()),
                                                    mark.getKey().getLast(),
                                                    mark.getValue()))
                                    .toList(),
                            shelf.entrySet().stream()
                                    .map(line ->
                                            new StockCount.Line(
                                                    line.getKey(),
                                                    Quantity.of(line.getValue()),
                                                    figure(line.getKey())))
                                    .toList());
            Set<UUID> cut = Set.copyOf(seen);
            JournalEntry entry = record(new Event.StockCounted(count));
            made.add(new Made(shelf, cut, count.weight(), entry.eventId()));
        }

        /// Learns all of another till's facts and all that till knows, past the server.
        void hear(Clerk other) {
            see(other.till, other.till.journal().size());
            other.marks.forEach((at, seq) -> marks.merge(at, seq, Math::max));
            seen.addAll(other.seen);
        }

        /// What was seen of the old journal stays known.
        void beginJournal() {
            see(till, till.journal().size());
            till.journalAnew();
        }

        private void see(TestTill whose, long seq) {
            marks.merge(
                    List.of(whose.till().deviceId().value(), whose.incarnation()), seq, Math::max);
        }

        /// Answers whether there was anything to send.
        boolean upload() {
            if (till.journal().isEmpty()) {
                return false;
            }
            assertThat(till.uploadAll()).isInstanceOf(UploadAnswer.Ack.class);
            return true;
        }

        /// Reads the feed and answers the changes of stock in it.
        List<Policy.StockChanged> read() {
            List<Policy.StockChanged> changes = new ArrayList<>();
            FeedPage page;
            do {
                page = till.feed(cursor, 0);
                cursor = page.cursor();
                for (FeedEntry entry : page.entries()) {
                    if (entry.policy() instanceof Policy.StockChanged change) {
                        take(change);
                        changes.add(change);
                    }
                }
            } while (page.more());
            return changes;
        }

        private void take(Policy.StockChanged change) {
            if (!change.device().equals(till.till().deviceId())) {
                figures.merge(change.sku(), change.change(), Quantity::plus);
            }
            change.incarnation()
                    .ifPresent(incarnation ->
                            marks.merge(
                                    List.of(change.device().value(), incarnation),
                                    change.seq(),
                                    Math::max));
        }
    }

    private static Store store(String id) {
        Store sample = SampleStores.SAO_PAULO;
        Store store =
                new Store(
                        new StoreId(id),
                        "Shop " + id,
                        sample.zone(),
                        sample.timeZone(),
                        sample.currency(),
                        sample.taxPlace(),
                        sample.language(),
                        sample.pricesIncludeTax(),
                        sample.address(),
                        sample.taxNumber());
        server.admin().put("/api/admin/v1/stores/" + id, store);
        return store;
    }

    private void bookByImport(Sku sku, long pieces) {
        server.database()
                .execute(
                        new Caller.Server("test"),
                        session ->
                                Sql.update(
                                        session,
                                        "insert into product (product_id, active, brand, category,"
                                                + " sort_name, document, words) values (?, true, '',"
                                                + " '', '', '', to_tsvector('')) on conflict do"
                                                + " nothing",
                                        new UUID(0, 1)));
        server.database()
                .execute(
                        new Caller.Server("test"),
                        session ->
                                Sql.update(
                                        session,
                                        "insert into variant (sku, product_id, names, options,"
                                                + " tax_category, divisible) values (?, ?,"
                                                + " '{\"en\":\"x\"}', '', '', false) on conflict do nothing",
                                        sku.value(),
                                        new UUID(0, 1)));
        String file = "store,sku,quantity\n%s,%s,%d\n".formatted(store.storeId(), sku, pieces);
        server.database()
                .inTransaction(
                        new Caller.Server("test"),
                        session ->
                                new StockImport()
                                        .stock(
                                                session,
                                                file.getBytes(
                                                        java.nio.charset.StandardCharsets.UTF_8),
                                                java.time.Instant.EPOCH));
    }

    private static void repairAll() {
        for (var item : server.admin().get("/api/admin/v1/event-exceptions").json().path("items")) {
            server.admin()
                    .post(
                            "/api/admin/v1/event-exceptions/"
                                    + item.path("exception_id").asText()
                                    + "/retry",
                            Map.of());
        }
    }

    private Quantity onHand(Sku sku) {
        return server.database()
                .inTransaction(
                        new Caller.Server("test"),
                        session ->
                                Sql.first(
                                        session,
                                        "select on_hand from stock_balance where store_id = ? and"
                                                + " sku = ?",
                                        row -> Quantity.of(row.getObject(1, BigDecimal.class)),
                                        store.storeId().value(),
                                        sku.value()))
                .orElse(Quantity.ZERO);
    }

    /// How many movements of counts there are at the store.
    private long adjustments() {
        return server.database()
                .inTransaction(
                        new Caller.Server("test"),
                        session ->
                                Sql.first(
                                        session,
                                        "select count(*) from stock_movement where store_id = ?"
                                                + " and reason = 'stock_counted'",
                                        row -> row.getLong(1),
                                        store.storeId().value()))
                .orElseThrow();
    }
}
