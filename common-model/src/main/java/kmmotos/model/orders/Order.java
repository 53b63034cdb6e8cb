package kmmotos.model.orders;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kmmotos.model.catalog.Sku;
import kmmotos.model.money.Money;
import kmmotos.model.pricing.PricedLine;
import kmmotos.model.stores.StoreId;

/// An order from the web, to be picked up and paid at a store at the price it was placed at.
///
/// @param number what people call it, e.g. `W-104233`
/// @param contactName whom the store hands it to
/// @param expiresAt when the goods are sold to others if nobody comes
/// @param pickupCodeHash see [PickupCode]
public record Order(
        UUID orderId,
        String number,
        StoreId store,
        Optional<UUID> customerId,
        String contactName,
        Optional<String> contactPhone,
        List<Line> lines,
        Money total,
        List<String> coupons,
        Instant placedAt,
        Instant expiresAt,
        String pickupCodeHash,
        OrderState state) {

    public Order {
        lines = List.copyOf(lines);
        coupons = List.copyOf(coupons);
        Money ofLines =
                Money.sum(
                        lines.stream().map(line -> line.priced().total()).toList(),
                        total.currency());
        if (lines.isEmpty() || !ofLines.equals(total)) {
            throw new IllegalArgumentException(
                    "the lines' %s must add up to the total %s".formatted(ofLines, total));
        }
    }

    /// @param description as shown when it was ordered
    public record Line(PricedLine priced, String description) {}

    public Order in(OrderState next) {
        return with(store, lines, next);
    }

    /// The same order, to be picked up at another store.
    public Order at(StoreId other) {
        return with(other, lines, state);
    }

    /// The same order with another item in the place of one, at the price that was agreed.
    public Order substituting(Sku missing, Sku substitute, String description) {
        return with(
                store,
                lines.stream()
                        .map(line ->
                                line.priced().sku().equals(missing)
                                        ? new Line(line.priced().of(substitute), description)
                                        : line)
                        .toList(),
                state);
    }

    private Order with(StoreId where, List<Line> what, OrderState how) {
        return new Order(
                orderId,
                number,
                where,
                customerId,
                contactName,
                contactPhone,
                what,
                total,
                coupons,
                placedAt,
                expiresAt,
                pickupCodeHash,
                how);
    }

    public boolean opensWith(PickupCode code) {
        return pickupCodeHash.equals(code.hashFor(orderId));
    }
}
