package kmmotos.desktop.sync;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import kmmotos.desktop.leases.HeldLease;
import kmmotos.desktop.stock.StockStore;
import kmmotos.model.catalog.Sku;
import kmmotos.model.money.Quantity;
import kmmotos.model.pricing.PriceList;
import kmmotos.model.sales.ShiftOpening;
import kmmotos.model.stores.Store;
import kmmotos.model.stores.StoreId;
import kmmotos.model.sync.Cursor;
import kmmotos.model.sync.Event;
import kmmotos.model.sync.JournalEntry;
import kmmotos.model.sync.Policy;
import kmmotos.model.sync.UploadAnswer;

/// The till's tables as the sync sees them, inside one transaction of [TillTables]. They only
/// store; what is stored when is the engine's business.
public interface SyncTables {
    /// The last fact of the journal that the tables hold.
    Optional<JournalPoint> applied();

    void applied(JournalPoint point);

    /// The last own fact that the stock figures of the snapshot held.
    Optional<JournalPoint> stockHolds();

    void stockHolds(JournalPoint point);

    /// Empty until the first snapshot was taken.
    Optional<Cursor> cursor();

    void cursor(Cursor cursor);

    /// The last fact that the server confirmed, as a hint: its own answer wins.
    Optional<JournalPoint> confirmed();

    void confirmed(JournalPoint point);

    /// Whether there was no snapshot yet, or another one was asked for since.
    boolean isSnapshotNeeded();

    void needSnapshot();

    void snapshotTaken();

    /// Those of these events that are new to the tables; remembers them.
    Set<UUID> newOf(List<UUID> eventIds);

    /// Adds these facts to those whose effects need a person, each once.
    void quarantine(List<UploadAnswer.Quarantined> events);

    List<UploadAnswer.Quarantined> quarantined();

    /// A new incarnation began: until a known shift's opening is told again, it counts from the
    /// beginning.
    void beganIncarnation();

    /// A shift begins; one that is known gets its new place in a new incarnation.
    void opened(ShiftOpening opening, long seq);

    /// What a fact does to orders of the web and of counters; one that comes too late changes
    /// nothing.
    void take(Event event);

    /// A fact of this till that the tables do not hold yet.
    ///
    /// @param movesFigure false if the stock figures hold what it moved already
    record Fact(JournalEntry entry, Event event, boolean movesFigure) {}

    /// What facts do to sales, shifts, payments, coupons, leases, orders and stock: the same,
    /// however many are told at once.
    void apply(List<Fact> facts);

    /// Moves a stock figure alone.
    void addStock(Sku sku, Quantity change);

    /// Up to where a neighbour's journal was heard; 0 if it was not.
    long heardTo(UUID incarnation);

    /// What another till of the shop told by itself: it counts until the server tells it; coupons
    /// it took are used up.
    void heard(StockStore.Heard news);

    /// What was heard of this journal alone counts no more: the server will never tell it.
    void forgetHeard(UUID incarnation);

    /// Before the first snapshot: forgets all products and customers, and from now on is quick to
    /// take them, but slow to find or change one. Alone in its transaction.
    void beginFilling();

    /// Is quick to find them again. Alone in its transaction.
    void endFilling();

    /// Products and customers of a snapshot: each takes the place of what was known of it. One that
    /// is the same is not written again.
    void renew(List<Policy> policies);

    /// All else of a snapshot, in place of all that the server decided, stock figures and open web
    /// orders too; what happened at this till stays. A web order goes back, if the server's does.
    ///
    /// @param named the products and customers of the snapshot; others are forgotten
    void replaceAll(List<Policy> policies, Set<UUID> named);

    /// Policies of a feed page, in their order.
    void update(List<Policy> policies, Instant now);

    /// What the server decided, told again as a snapshot would: the other way round from
    /// [#replaceAll], as far as [kmmotos.model.sync.StateSum] counts it.
    ///
    /// @param store the till's own
    void policies(StoreId store, Consumer<Policy> out);

    /// A store, as the server told of it.
    Optional<Store> store(StoreId store);

    /// A lease that this till took and has not released.
    Optional<HeldLease> lease(UUID leaseId);

    /// Whether a fact of this till ever named a lease.
    boolean knowsLease(UUID leaseId);

    /// The leases that were not released, those first that end first.
    List<HeldLease> openLeases();

    /// When these tables were last compared with the server's.
    Optional<Instant> compared();

    void compared(Instant at);

    /// Whether a price list was announced.
    boolean knowsPriceList(String priceListId);

    /// The ids of price lists that were announced and are not here yet.
    List<String> missingPriceLists();

    void put(String priceListId, PriceList list);
}
