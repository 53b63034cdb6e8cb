package kmmotos.server.orders;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kmmotos.model.money.Money;
import kmmotos.model.orders.Order;
import kmmotos.model.orders.OrderState;
import kmmotos.model.stores.StoreId;

/// An order as its customer sees it: without the hash that tills check the code with.
///
/// @param pickupCode shown once, when the order is placed
public record OrderView(
        UUID orderId,
        String number,
        StoreId store,
        String contactName,
        Optional<String> contactPhone,
        List<Order.Line> lines,
        Money total,
        List<String> coupons,
        Instant placedAt,
        Instant expiresAt,
        OrderState state,
        Optional<String> pickupCode) {

    static OrderView of(Order order, Optional<String> pickupCode) {
        return new OrderView(
                order.orderId(),
                order.number(),
                order.store(),
                order.contactName(),
                order.contactPhone(),
                order.lines(),
                order.total(),
                order.coupons(),
                order.placedAt(),
                order.expiresAt(),
                order.state(),
                pickupCode);
    }
}
