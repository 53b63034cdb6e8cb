package kmmotos.desktop.sales;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import kmmotos.model.catalog.Sku;
import kmmotos.model.fitment.Motorcycle;
import kmmotos.model.money.Quantity;

/// What the parts trade adds to the open sale.
///
/// @param bike the motorcycle the parts are for
/// @param misfits why an item is sold although it does not fit the bike
/// @param askedFor the number the customer asked for, by the item that is sold in its place
/// @param cores how many old parts of an item are here already: their deposit goes back at once
public record PartNotes(
        Optional<Motorcycle> bike,
        Map<Sku, String> misfits,
        Map<Sku, Sku> askedFor,
        Map<Sku, Quantity> cores) {

    public static final PartNotes NONE =
            new PartNotes(Optional.empty(), Map.of(), Map.of(), Map.of());

    public PartNotes {
        misfits = Map.copyOf(misfits);
        askedFor = Map.copyOf(askedFor);
        cores = Map.copyOf(cores);
    }

    /// For another motorcycle, other reasons.
    PartNotes withBike(Optional<Motorcycle> other) {
        return new PartNotes(other, Map.of(), askedFor, cores);
    }

    PartNotes withMisfits(Map<Sku, String> reasons) {
        var more = new HashMap<>(misfits);
        more.putAll(reasons);
        return new PartNotes(bike, more, askedFor, cores);
    }

    PartNotes withAskedFor(Sku sold, Sku asked) {
        var more = new HashMap<>(askedFor);
        more.put(sold, asked);
        return new PartNotes(bike, misfits, more, cores);
    }

    PartNotes withCores(Sku sku, Quantity here) {
        var more = new HashMap<>(cores);
        more.put(sku, here);
        return new PartNotes(bike, misfits, askedFor, more);
    }
}
