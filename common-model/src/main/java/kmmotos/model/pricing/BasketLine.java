package kmmotos.model.pricing;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import kmmotos.model.catalog.Kit;
import kmmotos.model.catalog.Sku;
import kmmotos.model.money.Quantity;
import kmmotos.model.money.UnitPrice;

/// Something in a basket, not yet priced.
///
/// @param lineId unique in its basket
/// @param quantity not 0; negative only with its own price (a correction or a return without a
///   receipt)
/// @param ownPrice a price given by hand or by another document, in place of the price list's
/// @param parts what is in one, of a kit; older baskets name none
public record BasketLine(
        int lineId,
        Sku sku,
        String taxCategory,
        Quantity quantity,
        Optional<UnitPrice> ownPrice,
        Optional<Discount> discount,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) @JsonSetter(nulls = Nulls.AS_EMPTY)
                List<KitPart> parts) {

    /// More than this is a scanned barcode in the quantity field, not a sale.
    public static final Quantity MAX_QUANTITY = Quantity.of(99_999);

    /// Far above the ids of a basket's lines.
    private static final int FIRST_PART_ID = 500_000;

    public BasketLine {
        parts = List.copyOf(parts);
        if (quantity.isZero()) {
            throw new IllegalArgumentException("a line's quantity is not 0");
        }
        if (quantity.isNegative() && ownPrice.isEmpty()) {
            throw new IllegalArgumentException(
                    "a line of " + quantity + " needs the price it was sold at");
        }
    }

    /// What leaves the shop by a line.
    ///
    /// @param lineId of the sale's line that it becomes
    public record Goods(int lineId, Sku sku, Quantity quantity) {}

    public BasketLine(
            int lineId,
            Sku sku,
            String taxCategory,
            Quantity quantity,
            Optional<UnitPrice> ownPrice,
            Optional<Discount> discount) {
        this(lineId, sku, taxCategory, quantity, ownPrice, discount, List.of());
    }

    /// The same line of a kit.
    public BasketLine madeOf(List<KitPart> kit) {
        return new BasketLine(lineId, sku, taxCategory, quantity, ownPrice, discount, kit);
    }

    public BasketLine withQuantity(Quantity changed) {
        return new BasketLine(lineId, sku, taxCategory, changed, ownPrice, discount, parts);
    }

    public BasketLine withOwnPrice(Optional<UnitPrice> changed) {
        return new BasketLine(lineId, sku, taxCategory, quantity, changed, discount, parts);
    }

    public BasketLine withDiscount(Optional<Discount> changed) {
        return new BasketLine(lineId, sku, taxCategory, quantity, ownPrice, changed, parts);
    }

    /// The parts of a kit, or the item itself.
    public List<Goods> goods() {
        if (parts.isEmpty()) {
            return List.of(new Goods(lineId, sku, quantity));
        }
        return IntStream.range(0, parts.size())
                .mapToObj(
                        i -> new Goods(partId(i), parts.get(i).sku(), parts.get(i).times(quantity)))
                .toList();
    }

    private int partId(int index) {
        return FIRST_PART_ID + lineId * (Kit.MAX_PARTS + 1) + index;
    }

    boolean isPlain() {
        return ownPrice.isEmpty() && discount.isEmpty();
    }
}
