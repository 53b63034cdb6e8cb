package kmmotos.model.catalog;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import kmmotos.model.fitment.Fitment;
import kmmotos.model.money.Money;
import kmmotos.model.money.Quantity;

/// One thing that is stocked, priced and scanned: a product in one size, colour or make-up.
///
/// @param partNumbers makers' numbers and cross-references, as written
/// @param options what tells the variants of a product apart, e.g. `size: L`
/// @param supersededBy the number that replaces this one; old stock is sold first
/// @param coreCharge the deposit for the old part, given back when that is returned
/// @param fits the motorcycles it is made for; empty means it is universal
public record Variant(
        Sku sku,
        List<Gtin> gtins,
        List<String> partNumbers,
        SortedMap<String, String> options,
        Unit unit,
        Optional<Sku> supersededBy,
        Optional<Money> coreCharge,
        List<Fitment> fits) {

    public Variant {
        gtins = List.copyOf(gtins);
        partNumbers = List.copyOf(partNumbers);
        fits = List.copyOf(fits);
        if (supersededBy.filter(sku::equals).isPresent()) {
            throw new IllegalArgumentException(sku + " cannot supersede itself");
        }
    }

    /// Whether this much of it can be sold at once: not 0, and whole unless the unit can be
    /// divided.
    public boolean canBeSoldIn(Quantity quantity) {
        return !quantity.isZero() && (unit.isDivisible() || quantity.isWhole());
    }
}
