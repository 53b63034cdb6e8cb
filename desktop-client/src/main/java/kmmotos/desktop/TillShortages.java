package kmmotos.desktop;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import kmmotos.desktop.stock.ShortageBook;
import kmmotos.desktop.stock.StockBook;
import kmmotos.desktop.stock.TransferBook.Shop;
import kmmotos.model.catalog.Sku;
import kmmotos.model.money.Quantity;
import kmmotos.model.orders.Order;
import kmmotos.model.staff.StaffMember;
import kmmotos.model.stock.Shortage;
import kmmotos.model.stock.Transfer;
import kmmotos.model.stock.TransferRequest;
import kmmotos.model.stores.StoreId;
import kmmotos.model.sync.Event;
import kmmotos.model.sync.UuidV7;
import org.hibernate.StatelessSession;

/// What a till's shop promised too often: journal for what is done about it, database for what is
/// shown.
public final class TillShortages implements ShortageBook {

    private final Till till;
    private final StockBook stock;

    /// @param stock tells what the items are
    public TillShortages(Till till, StockBook stock) {
        this.till = till;
        this.stock = stock;
    }

    @Override
    public List<Missing> shortages() {
        return till.database().read(this::shortages);
    }

    private List<Missing> shortages(StatelessSession session) {
        Map<StoreId, String> names = till.stores().shops().names(session);
        List<Order> open = till.stores().orders().open(session);
        List<TransferRequest> asked =
                till.stores().shortages().requests(session).stream()
                        .filter(request -> request.to().equals(store()))
                        .toList();
        return till.stores().shortages().shortages(session).stream()
                .map(shortage ->
                        new Missing(
                                shortage,
                                item(shortage.sku()),
                                open.stream().filter(it -> holds(it, shortage.sku())).toList(),
                                elsewhere(shortage, names),
                                asked.stream().filter(it -> names(it, shortage.sku())).toList()))
                .toList();
    }

    private static List<Shop> elsewhere(Shortage shortage, Map<StoreId, String> names) {
        return shortage.elsewhere().stream().map(one -> shop(one.store(), names)).toList();
    }

    @Override
    public List<Wish> wishes() {
        return till.database()
                .read(session -> {
                    Map<StoreId, String> names = till.stores().shops().names(session);
                    return till.stores().shortages().requests(session).stream()
                            .filter(request -> request.from().equals(store()))
                            .map(request ->
                                    new Wish(
                                            request,
                                            shop(request.to(), names),
                                            request.lines().stream()
                                                    .map(line -> item(line.sku()))
                                                    .toList()))
                            .toList();
                });
    }

    @Override
    public void ask(Missing of, Shop other, Quantity quantity, StaffMember by) {
        record(
                new Event.TransferRequested(
                        new TransferRequest(
                                UuidV7.of(till.config().clock().instant(), till.config().random()),
                                other.store(),
                                store(),
                                List.of(new Transfer.Line(of.shortage().sku(), quantity)),
                                till.config().clock().instant(),
                                by.staffId())));
    }

    @Override
    public void cancel(UUID orderId, String why) {
        record(new Event.OrderRefused(orderId, store(), till.config().clock().instant(), why));
    }

    @Override
    public void send(Wish wish, StaffMember by) {
        record(new Event.TransferSent(wish.request().answeredWith(wish.request().lines())));
    }

    private StockBook.Item item(Sku sku) {
        return stock.item(sku)
                .orElseGet(
                        () -> new StockBook.Item(sku, sku.value(), Quantity.ZERO, Quantity.ZERO));
    }

    private static boolean holds(Order order, Sku sku) {
        return order.lines().stream().anyMatch(line -> line.priced().sku().equals(sku));
    }

    private static boolean names(TransferRequest request, Sku sku) {
        return request.lines().stream().anyMatch(line -> line.sku().equals(sku));
    }

    private static Shop shop(StoreId store, Map<StoreId, String> names) {
        return new Shop(store, names.getOrDefault(store, store.value()));
    }

    private void record(Event event) {
        till.recorder().record(event);
        till.recorder().project();
    }

    private StoreId store() {
        return till.identity().store().storeId();
    }
}
