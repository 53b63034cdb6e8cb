package kmmotos.desktop.headoffice;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kmmotos.model.catalog.Sku;
import kmmotos.model.money.Quantity;
import kmmotos.model.stock.Shortage;
import kmmotos.model.stores.StoreId;

/// An oversell case as the server tells head office of it.
///
/// @param proposals there when the case was asked for by itself
public record ShortageView(
        UUID caseId,
        StoreId store,
        Sku sku,
        String description,
        Instant openedAt,
        Optional<Instant> closedAt,
        Quantity onHand,
        Quantity reserved,
        List<Waiting> orders,
        List<Done> actions,
        Optional<Proposals> proposals) {

    public ShortageView {
        orders = List.copyOf(orders);
        actions = List.copyOf(actions);
    }

    /// How many are missing; 0 when there are enough again.
    public Quantity missing() {
        Quantity missing = reserved.minus(onHand);
        return missing.isNegative() ? Quantity.ZERO : missing;
    }

    /// An order that holds the item.
    ///
    /// @param missing how many of its pieces are not there
    public record Waiting(
            UUID orderId,
            String number,
            String state,
            String contactName,
            Optional<String> contactPhone,
            Instant placedAt,
            Quantity quantity,
            boolean firm,
            Quantity missing) {

        /// Whether another store or another item may still serve it.
        public boolean isMovable() {
            return missing.isPositive() && !firm;
        }
    }

    /// What somebody did.
    public record Done(
            String kind,
            Optional<UUID> orderId,
            Optional<StoreId> store,
            Optional<Sku> sku,
            Optional<Quantity> quantity,
            String note,
            Instant at) {}

    /// What could be done now.
    public record Proposals(
            List<Shortage.Elsewhere> stores, List<Substitute> substitutes, List<Movable> orders) {

        public Proposals {
            stores = List.copyOf(stores);
            substitutes = List.copyOf(substitutes);
            orders = List.copyOf(orders);
        }

        List<StoreId> storesFor(UUID orderId) {
            return orders.stream()
                    .filter(order -> order.orderId().equals(orderId))
                    .flatMap(order -> order.stores().stream())
                    .toList();
        }
    }

    public record Substitute(Sku sku, String description, Quantity available) {}

    public record Movable(UUID orderId, List<StoreId> stores) {}
}
