package kmmotos.desktop;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import kmmotos.desktop.catalog.CatalogItem;
import kmmotos.desktop.orders.OrderBook;
import kmmotos.model.catalog.Sku;
import kmmotos.model.orders.Order;
import kmmotos.model.staff.StaffMember;
import kmmotos.model.stores.StoreId;
import kmmotos.model.sync.Event;

/// The web orders of a till's shop: journal for what happens, database for what is shown.
public final class TillOrders implements OrderBook {

    private final Till till;

    public TillOrders(Till till) {
        this.till = till;
    }

    @Override
    public List<Order> open() {
        return till.database().read(session -> till.stores().orders().open(session));
    }

    @Override
    public Map<Sku, String> places(Collection<Sku> skus) {
        return till.database()
                .read(session -> {
                    Map<Sku, String> places = new HashMap<>();
                    skus.forEach(sku ->
                            till.stores().bins().of(session, sku).stream()
                                    .findFirst()
                                    .ifPresent(bin -> places.put(sku, bin)));
                    return places;
                });
    }

    @Override
    public Optional<Sku> item(String code) {
        return till
                .database()
                .read(session -> till.stores().catalog().findScanned(session, till.scans(), code))
                .stream()
                .map(CatalogItem::sku)
                .findFirst();
    }

    @Override
    public void pick(UUID orderId, StaffMember by) {
        record(
                new Event.OrderPicked(
                        orderId, store(), till.config().clock().instant(), by.staffId()));
    }

    @Override
    public void ready(UUID orderId, String shelf) {
        record(new Event.OrderReady(orderId, store(), till.config().clock().instant(), shelf));
    }

    @Override
    public void refuse(UUID orderId, String why) {
        record(new Event.OrderRefused(orderId, store(), till.config().clock().instant(), why));
    }

    private void record(Event event) {
        till.recorder().record(event);
        till.recorder().project();
    }

    private StoreId store() {
        return till.identity().store().storeId();
    }
}
