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
import kmmotos.model.sync.Policy;
import kmmotos.model.sync.UploadAnswer;
import org.hibernate.StatelessSession;

/// The tables within one transaction of the database: the marks of the sync, and the stores of the
/// features.
final class SessionTables implements SyncTables {
    private final StatelessSession session;
    private final Stores stores;
    private final SyncStore marks = new SyncStore();

    SessionTables(StatelessSession session, Stores stores) {
        this.session = session;
        this.stores = stores;
    }

    @Override
    public Optional<JournalPoint> applied() {
        return marks.applied(session);
    }

    @Override
    public void applied(JournalPoint point) {
        marks.applied(session, point);
    }

    @Override
    public Optional<JournalPoint> stockHolds() {
        return marks.stockHolds(session);
    }

    @Override
    public void stockHolds(JournalPoint point) {
        marks.stockHolds(session, point);
    }

    @Override
    public Optional<Cursor> cursor() {
        return marks.cursor(session);
    }

    @Override
    public void cursor(Cursor cursor) {
        marks.cursor(session, cursor);
    }

    @Override
    public Optional<JournalPoint> confirmed() {
        return marks.confirmed(session);
    }

    @Override
    public void confirmed(JournalPoint point) {
        marks.confirmed(session, point);
    }

    @Override
    public boolean isSnapshotNeeded() {
        return marks.isSnapshotNeeded(session);
    }

    @Override
    public void needSnapshot() {
        marks.needSnapshot(session);
    }

    @Override
    public void snapshotTaken() {
        marks.snapshotTaken(session);
    }

    @Override
    public Set<UUID> newOf(List<UUID> eventIds) {
        return marks.newOf(session, eventIds);
    }

    @Override
    public void quarantine(List<UploadAnswer.Quarantined> events) {
        marks.quarantined(session, events);
    }

    @Override
    public List<UploadAnswer.Quarantined> quarantined() {
        return marks.quarantined(session);
    }

    @Override
    public void beganIncarnation() {
        stores.shifts().beganJournal(session);
    }

    @Override
    public void opened(ShiftOpening opening, long seq) {
        stores.shifts().opened(session, opening, seq);
    }

    @Override
    public void apply(List<Fact> facts) {
        new FactWriter(session, stores).write(facts);
    }

    @Override
    public void addStock(Sku sku, Quantity change) {
        stores.stock().add(session, sku, change);
    }

    @Override
    public long heardTo(UUID incarnation) {
        return stores.stock().heardTo(session, incarnation);
    }

    @Override
    public void heard(StockStore.Heard news) {
        stores.stock().heard(session, news);
        stores.pricing().used(session, news.sales());
        news.customers().forEach(customer -> stores.customers().changed(session, customer));
    }

    @Override
    public void forgetHeard(UUID incarnation) {
        stores.stock().forgetHeard(session, incarnation);
    }

    @Override
    public void beginFilling() {
        stores.catalog().beginFilling(session);
        stores.customers().beginFilling(session);
    }

    @Override
    public void endFilling() {
        stores.catalog().endFilling(session);
        stores.customers().endFilling(session);
    }

    @Override
    public void renew(List<Policy> policies) {
        new PolicyWriter(stores).renew(session, policies);
    }

    @Override
    public void replaceAll(List<Policy> policies, Set<UUID> named) {
        new PolicyWriter(stores).replaceAll(session, policies, named);
    }

    @Override
    public void take(Event event) {
        event.orderStep().ifPresent(step -> stores.orders().become(session, step));
        stores.counterOrders().take(session, event);
    }

    @Override
    public void update(List<Policy> policies, Instant now) {
        new PolicyWriter(stores).update(session, policies, now);
    }

    @Override
    public void policies(StoreId store, Consumer<Policy> out) {
        new PolicyReader(session, stores).read(store, out);
    }

    @Override
    public Optional<Store> store(StoreId store) {
        return stores.shops().find(session, store);
    }

    @Override
    public Optional<HeldLease> lease(UUID leaseId) {
        return stores.leases().find(session, leaseId);
    }

    @Override
    public boolean knowsLease(UUID leaseId) {
        return stores.leases().isKnown(session, leaseId);
    }

    @Override
    public List<HeldLease> openLeases() {
        return stores.leases().open(session);
    }

    @Override
    public Optional<Instant> compared() {
        return marks.compared(session);
    }

    @Override
    public void compared(Instant at) {
        marks.compared(session, at);
    }

    @Override
    public boolean knowsPriceList(String priceListId) {
        return stores.pricing().isKnown(session, priceListId);
    }

    @Override
    public List<String> missingPriceLists() {
        return stores.pricing().missing(session);
    }

    @Override
    public void put(String priceListId, PriceList list) {
        stores.pricing().put(session, priceListId, list);
    }
}
