package kmmotos.model.pricing;

import kmmotos.model.catalog.Sku;
import kmmotos.model.money.Quantity;

/// What is in one kit of a basket's line, as it was when the kit was rung up.
///
/// @param quantity in one kit, above 0
public record KitPart(Sku sku, Quantity quantity, String taxCategory) {

    /// How many there are in so many kits.
    public Quantity times(Quantity kits) {
        return Quantity.of(quantity.decimal().multiply(kits.decimal()).stripTrailingZeros());
    }
}
