package kmmotos.model.purchasing;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import kmmotos.model.catalog.Sku;
import kmmotos.model.money.Quantity;
import kmmotos.model.stores.StoreId;

/// What a store would like to get. Head office makes orders or transfers of it.
///
/// @param lines at least one, each SKU once
public record ReorderProposal(
        UUID proposalId, StoreId store, Instant proposedAt, UUID proposedBy, List<Line> lines) {

    public ReorderProposal {
        lines = List.copyOf(lines);
        if (lines.isEmpty() || lines.size() > PurchaseOrder.MAX_LINES) {
            throw new IllegalArgumentException(
                    "a proposal has 1 to %d lines, had %d"
                            .formatted(PurchaseOrder.MAX_LINES, lines.size()));
        }
        Set<Sku> skus = new HashSet<>();
        lines.forEach(line -> {
            if (!skus.add(line.sku())) {
                throw new IllegalArgumentException(
                        "a proposal has a SKU once, twice " + line.sku());
            }
        });
    }

    /// @param quantity wanted, more than 0
    /// @param available on hand and not promised, as the till knew it
    /// @param coming ordered, or on its way
    public record Line(Sku sku, Quantity quantity, Quantity available, Quantity coming) {

        public Line {
            if (!quantity.isPositive() || quantity.compareTo(PurchaseOrder.Line.MAX_QUANTITY) > 0) {
                throw new IllegalArgumentException(
                        "wanted is over 0 and at most %s, was %s"
                                .formatted(PurchaseOrder.Line.MAX_QUANTITY, quantity));
            }
        }
    }
}
