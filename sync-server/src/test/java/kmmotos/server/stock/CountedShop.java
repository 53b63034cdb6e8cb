package kmmotos.server.stock;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import kmmotos.model.catalog.Sku;
import kmmotos.model.money.Quantity;
import kmmotos.model.stock.JournalMark;
import kmmotos.model.stock.Location;
import kmmotos.model.stock.StockAdjustment;
import kmmotos.model.stock.StockCount;
import kmmotos.model.stock.Transfer;
import kmmotos.model.stores.DeviceId;
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
import kmmotos.server.sync.TestTill;

/// A shop whose clerks move and count goods at tills that know more or less of each other.
final class CountedShop {

    private final TestServer server;
    private final Store store;

    private CountedShop(TestServer server, Store store) {
        this.server = server;
        this.store = store;
    }

    static CountedShop open(TestServer server, String id) {
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
        return new CountedShop(server, store);
    }

    Clerk clerk(int number) {
        return new Clerk(number);
    }

    Quantity onHand(Sku sku) {
        return server.read(
                        "select on_hand from stock_balance where store_id = ? and sku = ?",
                        row -> Quantity.of(row.getBigDecimal(1)),
                        store.storeId().value(),
                        sku.value())
                .orElse(Quantity.ZERO);
    }

    /// How many movements of counts there are.
    long adjustments() {
        return server.number(
                "select count(*) from stock_movement where store_id = ? and reason = 'stock_counted'",
                store.storeId().value());
    }

    void bookByImport(Sku sku, long pieces) {
        UUID product = new UUID(0, 1);
        server.change(
                "insert into product (product_id, active, brand, category, document)"
                        + " values (?, false, '', '', '') on conflict do nothing",
                product);
        server.change(
                "insert into variant (sku, product_id, names, options, tax_category, divisible)"
                        + " values (?, ?, '{\"en\":\"x\"}', '', '', false) on conflict do nothing",
                sku.value(),
                product);
        byte[] file =
                "store,sku,quantity\n%s,%s,%d\n"
                        .formatted(store.storeId(), sku, pieces)
                        .getBytes(StandardCharsets.UTF_8);
        server.database()
                .inTransaction(
                        new Caller.Server("test"),
                        session -> new StockImport().stock(session, file, Instant.EPOCH));
    }

    /// A count as it was made: what was on the shelf and what its clerk had seen.
    record Made(Map<Sku, Long> shelf, Set<UUID> seen, long weight, UUID eventId) {

        boolean isAfter(Made other) {
            return weight == other.weight
                    ? eventId.toString().compareTo(other.eventId.toString()) > 0
                    : weight > other.weight;
        }
    }

    /// Somebody at a till: moves goods and counts them, and knows what the till has seen.
    final class Clerk {

        final TestTill till;
        private final Map<List<UUID>, Long> marks = new HashMap<>();
        private final Set<UUID> seen = new HashSet<>();
        private final Map<Sku, Quantity> figures = new HashMap<>();
        final List<Made> made = new ArrayList<>();
        private Cursor cursor = Cursor.START;

        Clerk(int number) {
            till = TestTill.enrol(server, store, number);
        }

        /// Sends goods to another store.
        JournalEntry send(StoreId to, Sku sku, long pieces) {
            return record(
                    new Event.TransferSent(
                            new Transfer(
                                    UUID.randomUUID(),
                                    store.storeId(),
                                    to,
                                    List.of(new Transfer.Line(sku, Quantity.of(pieces))))));
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
                                                    new DeviceId(mark.getKey().getFirst()),
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
}
