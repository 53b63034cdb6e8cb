package kmmotos.desktop.orders;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import kmmotos.desktop.receipts.SampleSlips;
import kmmotos.model.catalog.Sku;
import kmmotos.model.orders.Order;
import kmmotos.model.orders.OrderState;
import kmmotos.model.orders.PickupCode;
import kmmotos.model.staff.StaffMember;

/// A store's orders in memory; the pickup code of each is `K7M4-2Q9X`.
final class SampleOrderBook implements OrderBook {

    static final PickupCode CODE = new PickupCode("K7M4-2Q9X");

    private final List<Order> orders = new ArrayList<>();
    private final List<String> reasons = new ArrayList<>();
    private final Map<Sku, String> places = new HashMap<>();

    Order place(int number, String name) {
        Order sample = SampleSlips.order();
        UUID id = SampleSlips.id(500 + number);
        var order =
                new Order(
                        id,
                        "W-" + (104_000 + number),
                        sample.store(),
                        sample.customerId(),
                        name,
                        sample.contactPhone(),
                        sample.lines(),
                        sample.total(),
                        sample.coupons(),
                        sample.placedAt().plusSeconds(60L * number),
                        sample.expiresAt(),
                        CODE.hashFor(id),
                        new OrderState.Placed(sample.placedAt()));
        orders.add(order);
        return order;
    }

    List<String> reasons() {
        return reasons;
    }

    @Override
    public List<Order> open() {
        return orders.stream().filter(order -> order.state().isOpen()).toList();
    }

    @Override
    public Map<Sku, String> places(Collection<Sku> skus) {
        places.keySet().retainAll(skus);
        return places;
    }

    void lies(Sku sku, String bin) {
        places.put(sku, bin);
    }

    @Override
    public Optional<Sku> item(String code) {
        return code.startsWith("789") ? Optional.empty() : Optional.of(new Sku(code));
    }

    @Override
    public void pick(UUID orderId, StaffMember by) {
        move(orderId, new OrderState.Picked(SampleSlips.NOON, by.staffId()));
    }

    @Override
    public void ready(UUID orderId, String shelf) {
        move(orderId, new OrderState.Ready(SampleSlips.NOON, shelf));
    }

    @Override
    public void refuse(UUID orderId, String why) {
        reasons.add(why);
        move(orderId, new OrderState.Cancelled(SampleSlips.NOON, why));
    }

    private void move(UUID orderId, OrderState next) {
        orders.replaceAll(order -> order.orderId().equals(orderId) ? order.in(next) : order);
    }
}
