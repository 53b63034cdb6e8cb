package kmmotos.model.stock;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.List;
import java.util.UUID;
import kmmotos.model.catalog.SerialNumber;
import kmmotos.model.catalog.Sku;
import kmmotos.model.money.Quantity;
import kmmotos.model.stores.StoreId;

/// Goods taken in from a supplier.
///
/// @param reference the supplier's delivery note, as written; may be empty
public record StockReceipt(UUID receiptId, StoreId store, String reference, List<Line> lines) {

    public StockReceipt {
        lines = List.copyOf(lines);
        if (lines.isEmpty()) {
            throw new IllegalArgumentException("a receipt of goods has at least one line");
        }
    }

    /// Whether programs of before serial numbers can read it.
    public boolean isWithoutSerials() {
        return lines.stream().allMatch(line -> line.serials().isEmpty());
    }

    /// @param quantity more than 0
    /// @param serials of its pieces, as far as they were read
    public record Line(
            Sku sku,
            Quantity quantity,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) @JsonSetter(nulls = Nulls.AS_EMPTY)
                    List<String> serials) {

        public Line(Sku sku, Quantity quantity) {
            this(sku, quantity, List.of());
        }

        public Line {
            serials = List.copyOf(serials);
            SerialNumber.refuseLong(serials);
            if (quantity.compareTo(Quantity.of(serials.size())) < 0) {
                throw new IllegalArgumentException(
                        "%s pieces have no %d serial numbers".formatted(quantity, serials.size()));
            }
            if (!quantity.isPositive()) {
                throw new IllegalArgumentException("received must be over 0, was " + quantity);
            }
        }
    }

    public List<StockMovement> movements() {
        return lines.stream()
                .map(line ->
                        new StockMovement(
                                store,
                                line.sku(),
                                line.quantity(),
                                Location.SUPPLIER,
                                Location.STORE))
                .toList();
    }
}
