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
/// @param kit what it is made up of, if it is no article of its own
/// @param tracking how its pieces are told apart, if they are
public record Variant(
        Sku sku,
        List<Gtin> gtins,
        List<String> partNumbers,
        SortedMap<String, String> options,
        Unit unit,
        Optional<Sku> supersededBy,
        Optional<Money> coreCharge,
        List<Fitment> fits,
        Optional<Kit> kit,
        Optional<Tracking> tracking) {

    public Variant {
        gtins = List.copyOf(gtins);
        partNumbers = List.copyOf(partNumbers);
        fits = List.copyOf(fits);
        if (supersededBy.filter(sku::equals).isPresent()) {
            throw new IllegalArgumentException(sku + " cannot supersede itself");
        }
        boolean isInItself =
                kit.stream()
                        .flatMap(it -> it.parts().stream())
                        .anyMatch(it -> it.sku().equals(sku));
        if (isInItself) {
            throw new IllegalArgumentException(sku + " cannot be a part of itself");
        }
        if (kit.isPresent() && (coreCharge.isPresent() || tracking.isPresent())) {
            throw new IllegalArgumentException(
                    "old parts and serial numbers are of a kit's parts, not of " + sku);
        }
    }

    public Variant(
            Sku sku,
            List<Gtin> gtins,
            List<String> partNumbers,
            SortedMap<String, String> options,
            Unit unit,
            Optional<Sku> supersededBy,
            Optional<Money> coreCharge,
            List<Fitment> fits) {
        this(
                sku,
                gtins,
                partNumbers,
                options,
                unit,
                supersededBy,
                coreCharge,
                fits,
                Optional.empty(),
                Optional.empty());
    }

    /// The same, made up of these.
    public Variant madeOf(Kit parts) {
        return new Variant(
                sku,
                gtins,
                partNumbers,
                options,
                unit,
                supersededBy,
                coreCharge,
                fits,
                Optional.of(parts),
                tracking);
    }

    /// The same, whose pieces are told apart.
    public Variant toldApartBy(Tracking how) {
        return new Variant(
                sku,
                gtins,
                partNumbers,
                options,
                unit,
                supersededBy,
                coreCharge,
                fits,
                kit,
                Optional.of(how));
    }

    /// Whether each piece has a serial number that is asked for.
    public boolean hasSerials() {
        return tracking.filter(how -> how == Tracking.SERIAL).isPresent();
    }

    /// Whether this much of it can be sold at once: not 0, and whole unless the unit can be
    /// divided.
    public boolean canBeSoldIn(Quantity quantity) {
        return !quantity.isZero() && (unit.isDivisible() || quantity.isWhole());
    }
}
