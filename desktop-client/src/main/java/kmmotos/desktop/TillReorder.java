package kmmotos.desktop;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kmmotos.desktop.purchasing.ReorderBook;
import kmmotos.desktop.stock.StockBook;
import kmmotos.desktop.stock.StockBook.Item;
import kmmotos.desktop.stock.StockStore;
import kmmotos.model.catalog.Sku;
import kmmotos.model.money.Quantity;
import kmmotos.model.purchasing.PurchaseProgress;
import kmmotos.model.purchasing.Reorder;
import kmmotos.model.purchasing.ReorderProposal;
import kmmotos.model.staff.StaffMember;
import kmmotos.model.stock.TransferProgress;
import kmmotos.model.stores.StoreId;
import kmmotos.model.sync.Event;
import kmmotos.model.sync.UuidV7;
import org.hibernate.StatelessSession;

/// What a till's shop should get: levels and sales from the database, the proposal to the journal.
public final class TillReorder implements ReorderBook {

    private static final int DAYS = 28;

    private final Till till;
    private final StockBook stock;

    /// An item that runs short, before anybody knows its name.
    private record Missing(Sku sku, Quantity there, Quantity coming, Quantity wanted) {}

    /// @param stock tells what the items are
    public TillReorder(Till till, StockBook stock) {
        this.till = till;
        this.stock = stock;
    }

    @Override
    public List<Wanted> runningShort(int atMost) {
        List<Missing> missing = till.database().read(this::missing);
        return missing.stream()
                .sorted(Comparator.comparing(one -> one.there().plus(one.coming())))
                .limit(atMost)
                .flatMap(one ->
                        item(one.sku())
                                .map(item -> new Wanted(item, one.coming(), one.wanted()))
                                .stream())
                .toList();
    }

    private Optional<Item> item(Sku sku) {
        return stock.item(sku);
    }

    private List<Missing> missing(StatelessSession session) {
        Instant since = till.config().clock().instant().minus(Duration.ofDays(DAYS));
        Map<Sku, Reorder> wanted = till.stores().reorder().all(session, since, DAYS);
        Map<Sku, Quantity> coming = coming(session);
        return wanted.entrySet().stream()
                .flatMap(one -> missing(session, one.getKey(), one.getValue(), coming).stream())
                .toList();
    }

    private Optional<Missing> missing(
            StatelessSession session, Sku sku, Reorder wanted, Map<Sku, Quantity> coming) {
        StockStore.Level level = till.stores().stock().level(session, sku);
        Quantity onItsWay = coming.getOrDefault(sku, Quantity.ZERO);
        return wanted.missing(level.available(), onItsWay)
                .map(more -> new Missing(sku, level.available(), onItsWay, more));
    }

    /// What was ordered from suppliers, and what other stores sent.
    private Map<Sku, Quantity> coming(StatelessSession session) {
        Map<Sku, Quantity> coming = new HashMap<>();
        for (PurchaseProgress order : till.stores().purchases().awaited(session)) {
            order.order().lines().forEach(line -> add(coming, line.sku(), order.left(line.sku())));
        }
        for (TransferProgress transfer : till.stores().transfers().open(session)) {
            if (transfer.to().equals(store())) {
                transfer.lines().forEach(line -> add(coming, line.sku(), line.open()));
            }
        }
        return coming;
    }

    private static void add(Map<Sku, Quantity> coming, Sku sku, Quantity more) {
        if (more.isPositive()) {
            coming.merge(sku, more, Quantity::plus);
        }
    }

    @Override
    public void propose(List<ReorderProposal.Line> lines, StaffMember by) {
        Instant now = till.config().clock().instant();
        till.recorder()
                .record(
                        new Event.ReorderProposed(
                                new ReorderProposal(
                                        UuidV7.of(now, till.config().random()),
                                        store(),
                                        now,
                                        by.staffId(),
                                        lines)));
        till.recorder().project();
    }

    private StoreId store() {
        return till.identity().store().storeId();
    }
}
