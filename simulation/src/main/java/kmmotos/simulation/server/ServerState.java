package kmmotos.simulation.server;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import kmmotos.model.catalog.Brand;
import kmmotos.model.catalog.Sku;
import kmmotos.model.customers.Customer;
import kmmotos.model.leases.LeaseSubject;
import kmmotos.model.money.Quantity;
import kmmotos.model.orders.Order;
import kmmotos.model.pricing.Coupon;
import kmmotos.model.pricing.PriceList;
import kmmotos.model.pricing.Promotion;
import kmmotos.model.purchasing.AverageCost;
import kmmotos.model.purchasing.PurchaseOrder;
import kmmotos.model.purchasing.PurchaseReceipt;
import kmmotos.model.sales.Sale;
import kmmotos.model.shifts.CashMovement;
import kmmotos.model.stock.Bins;
import kmmotos.model.stock.SetAside;
import kmmotos.model.stock.StockCount;
import kmmotos.model.stock.StockMovement;
import kmmotos.model.stock.TransferProgress;
import kmmotos.model.stock.TransferRequest;
import kmmotos.model.stores.DeviceId;
import kmmotos.model.stores.Store;
import kmmotos.model.stores.StoreId;
import kmmotos.model.stores.Till;
import kmmotos.model.sync.FeedEntry;
import kmmotos.model.sync.JournalEntry;
import kmmotos.server.leases.KeptLease;
import kmmotos.server.sync.JournalStream;
import kmmotos.simulation.history.History;
import kmmotos.simulation.history.Series;
import kmmotos.simulation.history.Table;

/// Everything the server knows.
public final class ServerState {

    /// One incarnation of a till's journal.
    public record StreamKey(DeviceId device, UUID incarnation) implements Comparable<StreamKey> {

        @Override
        public int compareTo(StreamKey other) {
            int byDevice = device.value().compareTo(other.device.value());
            return byDevice != 0 ? byDevice : incarnation.compareTo(other.incarnation);
        }
    }

    /// @param seq the place in the journal
    public record EntryKey(StreamKey stream, long seq) implements Comparable<EntryKey> {

        @Override
        public int compareTo(EntryKey other) {
            int byStream = stream.compareTo(other.stream);
            return byStream != 0 ? byStream : Long.compare(seq, other.seq);
        }
    }

    /// @param hash the chain's hash after it
    public record Entry(UUID eventId, String hash) {}

    public record Stored(Till till, JournalEntry entry, String hash) {}

    /// @param begun counts the journals in the order they came
    public record Stream(JournalStream position, long begun) {}

    public record Raised(
            UUID exceptionId,
            Till till,
            JournalEntry entry,
            String code,
            String cause,
            String hash,
            Instant at,
            boolean solved) {}

    public record StockKey(StoreId store, Sku sku) implements Comparable<StockKey> {

        @Override
        public int compareTo(StockKey other) {
            int byStore = store.compareTo(other.store);
            return byStore != 0 ? byStore : sku.compareTo(other.sku);
        }
    }

    public record Balance(Quantity onHand, Quantity reserved) {

        public static final Balance NONE = new Balance(Quantity.ZERO, Quantity.ZERO);

        public Quantity free() {
            return onHand.minus(reserved);
        }
    }

    public record Moved(UUID eventId, StockMovement movement) {}

    /// @param cut up to where the count stands for each journal
    public record Counted(UUID eventId, StockCount count, Map<StreamKey, Long> cut) {

        boolean holds(EntryKey place) {
            return cut.getOrDefault(place.stream(), 0L) >= place.seq();
        }
    }

    /// @param publishedAt the later one counts of two that take effect together
    public record PublishedList(PriceList list, Instant publishedAt) {}

    /// @param told the uses that tills heard of
    public record CouponUses(Coupon coupon, int uses, int told) {}

    public record DayKey(StoreId store, LocalDate day) implements Comparable<DayKey> {

        @Override
        public int compareTo(DayKey other) {
            int byStore = store.compareTo(other.store);
            return byStore != 0 ? byStore : day.compareTo(other.day);
        }
    }

    /// @param totalMinor in the currency's minor unit
    public record Takings(long sales, long totalMinor, long taxMinor) {

        public static final Takings NONE = new Takings(0, 0, 0);
    }

    /// More is promised of an item than is there.
    ///
    /// @param openedIn the version of the transaction that opened it
    /// @param closedIn that of the one that closed it
    /// @param openTold whether tills were told of it
    /// @param endTold whether they were told that it is over
    public record Oversell(
            UUID caseId,
            StockKey of,
            long openedIn,
            Instant openedAt,
            long closedIn,
            Optional<Instant> closedAt,
            boolean openTold,
            boolean endTold) {

        static final Comparator<Oversell> IN_ORDER =
                Comparator.comparingLong(Oversell::openedIn).thenComparing(Oversell::of);

        private static final long NEVER = -1;

        static Oversell opened(UUID caseId, StockKey of, long in, Instant at) {
            return new Oversell(caseId, of, in, at, NEVER, Optional.empty(), false, false);
        }

        Oversell closed(long in, Instant at) {
            return new Oversell(
                    caseId, of, openedIn, openedAt, in, Optional.of(at), openTold, false);
        }

        Oversell reopened() {
            return new Oversell(
                    caseId, of, openedIn, openedAt, NEVER, Optional.empty(), openTold, false);
        }

        Oversell told() {
            return new Oversell(
                    caseId, of, openedIn, openedAt, closedIn, closedAt, true, !isOpen());
        }

        public boolean isOpen() {
            return closedAt.isEmpty();
        }

        public boolean isTold() {
            return openTold && (isOpen() || endTold);
        }
    }

    /// @param caseId the oversell case it is to end, if any
    public record Asked(TransferRequest request, Optional<UUID> caseId, boolean open) {

        Asked done() {
            return new Asked(request, caseId, false);
        }

        boolean isOf(StoreId store) {
            return request.from().equals(store) || request.to().equals(store);
        }
    }

    /// A gift card or a customer's credit, in minor units.
    ///
    /// @param balance what is on the card; of a customer, what they owe is below 0
    public record Account(LeaseSubject subject, long balance, long limit, Optional<StoreId> home) {

        static Account opened(LeaseSubject subject) {
            return new Account(subject, 0, 0, Optional.empty());
        }

        Account plus(long change) {
            return new Account(subject, balance + change, limit, home);
        }

        public long total() {
            return balance + limit;
        }
    }

    /// The key of accounts and of what is held.
    public static String key(LeaseSubject subject) {
        return subject.kind() + " " + subject.id();
    }

    public record ShiftProof(DeviceId device, Optional<Boolean> proved) {}

    private final History history = new History();
    private final Map<StockKey, Series<Moved>> movements = new TreeMap<>();

    public final Table<UUID, Till> tills = new Table<>(history);
    public final Table<UUID, Boolean> revoked = new Table<>(history);
    public final Table<StoreId, Store> stores = new Table<>(history);
    public final Table<StoreId, Instant> contacts = new Table<>(history);
    public final Table<StreamKey, Stream> streams = new Table<>(history);
    public final Table<EntryKey, Entry> entries = new Table<>(history);
    public final Table<UUID, List<EntryKey>> places = new Table<>(history);
    public final Table<UUID, Stored> events = new Table<>(history);
    public final Table<UUID, Raised> raised = new Table<>(history);
    public final Table<StockKey, Balance> balances = new Table<>(history);
    public final Table<UUID, Counted> counts = new Table<>(history);
    public final Table<StockKey, Quantity> adjusted = new Table<>(history);
    public final Table<UUID, TransferProgress> transfers = new Table<>(history);
    public final Table<StockKey, Quantity> inTransit = new Table<>(history);
    public final Table<StockKey, List<Oversell>> oversells = new Table<>(history);
    public final Table<UUID, Asked> requests = new Table<>(history);
    public final Table<UUID, PurchaseOrder> purchaseOrders = new Table<>(history);

    /// What came of purchase orders, by event.
    public final Table<UUID, PurchaseReceipt> purchaseReceipts = new Table<>(history);

    public final Table<StockKey, AverageCost> costs = new Table<>(history);
    public final Table<String, PublishedList> priceLists = new Table<>(history);
    public final Table<String, CouponUses> coupons = new Table<>(history);
    public final Table<UUID, Promotion> promotions = new Table<>(history);
    public final Table<String, Brand> brands = new Table<>(history);
    public final Table<UUID, Sale> sales = new Table<>(history);
    public final Table<DayKey, Takings> takings = new Table<>(history);
    public final Table<UUID, ShiftProof> shifts = new Table<>(history);
    public final Table<UUID, CashMovement> cashMovements = new Table<>(history);
    public final Table<UUID, Customer> customers = new Table<>(history);
    public final Table<StockKey, Bins> bins = new Table<>(history);

    /// Sums by store and account, such as `S1 cash`.
    public final Table<String, Long> ledger = new Table<>(history);

    public final Table<UUID, String> payments = new Table<>(history);
    public final Table<UUID, Order> orders = new Table<>(history);
    public final Table<UUID, List<StockMovement>> reservations = new Table<>(history);
    public final Table<String, Account> accounts = new Table<>(history);

    public final Table<StockKey, SetAside> setAsides = new Table<>(history);

    /// What head office itself sets aside.
    public final Table<StockKey, Quantity> keptByOffice = new Table<>(history);

    /// What open leases hold, by the key of its subject.
    public final Table<String, Long> held = new Table<>(history);

    public final Table<UUID, KeptLease> leases = new Table<>(history);
    public final Table<String, Long> feedCounters = new Table<>(history);
    public final Table<String, Long> feedOldest = new Table<>(history);
    public final Table<FeedKey, FeedEntry> feed = new Table<>(history);

    /// @param n the entry's number in its scope
    public record FeedKey(String scope, long n) implements Comparable<FeedKey> {

        @Override
        public int compareTo(FeedKey other) {
            int byScope = scope.compareTo(other.scope);
            return byScope != 0 ? byScope : Long.compare(n, other.n);
        }
    }

    /// What moved the stock of one item in one store.
    public Series<Moved> movements(StockKey key) {
        return movements.computeIfAbsent(key, _ -> new Series<>(history));
    }

    /// Of what something was ever moved.
    public Set<StockKey> moved() {
        return Collections.unmodifiableSet(movements.keySet());
    }

    /// What these events moved at a store.
    List<Moved> movementsOf(StoreId store, Set<UUID> eventIds) {
        return movements.entrySet().stream()
                .filter(of -> of.getKey().store().equals(store))
                .flatMap(of -> of.getValue().items().stream())
                .filter(moved -> eventIds.contains(moved.eventId()))
                .toList();
    }

    /// Where in which journals an event stands.
    public List<EntryKey> placesOf(UUID eventId) {
        return places.get(eventId, List.of());
    }

    /// The events of a journal.
    java.util.stream.Stream<UUID> eventsOf(StreamKey journal) {
        return entries
                .rows()
                .subMap(new EntryKey(journal, 0), new EntryKey(journal, Long.MAX_VALUE))
                .values()
                .stream()
                .map(Entry::eventId);
    }

    public History history() {
        return history;
    }
}
