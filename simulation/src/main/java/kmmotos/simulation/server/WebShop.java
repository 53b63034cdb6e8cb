package kmmotos.simulation.server;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import kmmotos.model.catalog.Sku;
import kmmotos.model.money.Quantity;
import kmmotos.model.orders.Order;
import kmmotos.model.orders.OrderState;
import kmmotos.model.orders.PickupCode;
import kmmotos.model.pricing.PricedLine;
import kmmotos.model.stores.StoreId;
import kmmotos.simulation.server.ServerState.Balance;
import kmmotos.simulation.server.ServerState.StockKey;

/// The online shop: promises goods of a store only while it has them to promise.
public final class WebShop {

    private final ServerSide side;
    private final Clock clock;
    private final RandomGenerator random;
    private final List<String> violations = new ArrayList<>();
    private long placed;

    WebShop(ServerSide side, Clock clock, RandomGenerator random) {
        this.side = side;
        this.clock = clock;
        this.random = random;
    }

    /// Places an order if the goods can be promised.
    public Optional<Order> order(StoreId at, PricedLine line) {
        return side.inTransaction(tables ->
                tables.hold(at, line.sku(), line.quantity(), clock.instant())
                        ? Optional.of(place(tables, at, line))
                        : Optional.empty());
    }

    /// Whether a store has so much that nobody was promised.
    public boolean canPromise(StoreId at, Sku sku, Quantity quantity) {
        Balance balance = side.state().balances.get(new StockKey(at, sku), Balance.NONE);
        return balance.free().compareTo(quantity) >= 0;
    }

    /// Places an order whatever the stock says by now: half of a reservation that was read before.
    public Order placeUnchecked(StoreId at, PricedLine line) {
        return side.inTransaction(tables -> {
            tables.holdUnchecked(at, line.sku(), line.quantity());
            return place(tables, at, line);
        });
    }

    private Order place(ChainTables tables, StoreId at, PricedLine line) {
        UUID id = new UUID(random.nextLong(), random.nextLong());
        Instant now = clock.instant();
        placed++;
        Order order =
                new Order(
                        id,
                        "W-" + placed,
                        at,
                        Optional.empty(),
                        "Customer " + placed,
                        Optional.empty(),
                        List.of(new Order.Line(line, line.sku().value())),
                        line.total(),
                        List.of(),
                        now,
                        now.plus(SimulatedServer.ORDER_KEPT),
                        PickupCode.random(random).hashFor(id),
                        new OrderState.Placed(now));
        tables.place(order);
        if (tables.free(at, line.sku()).isNegative()) {
            violations.add("I8 " + order.number() + " was promised what " + at + " has not");
        }
        return order;
    }

    /// Orders that nobody fetched in time give their goods back.
    public void expire() {
        Instant now = clock.instant();
        List<Order> due =
                side.state().orders.values().stream()
                        .filter(order -> order.state().isOpen() && !order.expiresAt().isAfter(now))
                        .toList();
        due.forEach(order -> end(order, new OrderState.Expired(now)));
    }

    public void cancel(Order order) {
        end(order, new OrderState.Cancelled(clock.instant(), "the customer changed their mind"));
    }

    private void end(Order order, OrderState end) {
        boolean _ =
                side.inTransaction(tables -> {
                    tables.become(order, end);
                    return true;
                });
    }

    public List<Order> open() {
        return side.state().orders.values().stream()
                .filter(order -> order.state().isOpen())
                .toList();
    }

    public List<String> violations() {
        return violations;
    }
}
