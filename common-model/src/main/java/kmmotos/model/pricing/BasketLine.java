package kmmotos.model.pricing;

import java.util.Optional;
import kmmotos.model.catalog.Sku;
import kmmotos.model.money.Quantity;
import kmmotos.model.money.UnitPrice;

/// Something in a basket, not yet priced.
///
/// @param lineId unique in its basket
/// @param quantity not 0; negative only with its own price (a correction or a return without a
///   receipt)
/// @param ownPrice a price given by hand or by another document, in place of the price list's
public record BasketLine(
        int lineId,
        Sku sku,
        String taxCategory,
        Quantity quantity,
        Optional<UnitPrice> ownPrice,
        Optional<Discount> discount) {

    /// More than this is a scanned barcode in the quantity field, not a sale.
    public static final Quantity MAX_QUANTITY = Quantity.of(99_999);

    public BasketLine {
        if (quantity.isZero()) {
            throw new IllegalArgumentException("a line's quantity is not 0");
        }
        if (quantity.isNegative() && ownPrice.isEmpty()) {
            throw new IllegalArgumentException(
                    "a line of " + quantity + " needs the price it was sold at");
        }
    }

    public BasketLine withQuantity(Quantity changed) {
        return new BasketLine(lineId, sku, taxCategory, changed, ownPrice, discount);
    }

    public BasketLine withOwnPrice(Optional<UnitPrice> changed) {
        return new BasketLine(lineId, sku, taxCategory, quantity, changed, discount);
    }

    public BasketLine withDiscount(Optional<Discount> changed) {
        return new BasketLine(lineId, sku, taxCategory, quantity, ownPrice, changed);
    }

    boolean isPlain() {
        return ownPrice.isEmpty() && discount.isEmpty();
    }
}
