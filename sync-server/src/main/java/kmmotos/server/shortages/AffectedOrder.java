package kmmotos.server.shortages;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import kmmotos.model.money.Quantity;
import kmmotos.model.orders.Order;

/// An order that holds the item of a case. Those whose goods are put aside are served first, then
/// whoever came first.
///
/// @param missing how many of its pieces are not there; 0 if it will be served
record AffectedOrder(Order order, Quantity quantity, boolean firm, Quantity missing) {

    boolean isShort() {
        return missing.isPositive();
    }

    /// What people need to call the customer.
    record View(
            UUID orderId,
            String number,
            String state,
            String contactName,
            Optional<String> contactPhone,
            Instant placedAt,
            Quantity quantity,
            boolean firm,
            Quantity missing) {}

    View view() {
        return new View(
                order.orderId(),
                order.number(),
                order.state().word(),
                order.contactName(),
                order.contactPhone(),
                order.placedAt(),
                quantity,
                firm,
                missing);
    }
}
