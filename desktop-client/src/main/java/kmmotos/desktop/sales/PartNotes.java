package kmmotos.desktop.sales;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kmmotos.model.catalog.Sku;
import kmmotos.model.fitment.Motorcycle;
import kmmotos.model.money.Quantity;

/// What the parts trade adds to the open sale.
///
/// @param bike the motorcycle the parts are for
/// @param misfits why an item is sold although it does not fit the bike
/// @param askedFor the number the customer asked for, by the item that is sold in its place
/// @param cores how many old parts of an item are here already: their deposit goes back at once
/// @param serials of the pieces, by the line they are sold by; older files have none
/// @param unnumbered the lines of which no more numbers are asked
public record PartNotes(
        Optional<Motorcycle> bike,
        Map<Sku, String> misfits,
        Map<Sku, Sku> askedFor,
        Map<Sku, Quantity> cores,
        @JsonSetter(nulls = Nulls.AS_EMPTY) Map<Integer, List<String>> serials,
        @JsonSetter(nulls = Nulls.AS_EMPTY) Set<Integer> unnumbered) {

    public static final PartNotes NONE =
            new PartNotes(Optional.empty(), Map.of(), Map.of(), Map.of(), Map.of(), Set.of());

    public PartNotes {
        misfits = Map.copyOf(misfits);
        askedFor = Map.copyOf(askedFor);
        cores = Map.copyOf(cores);
        serials = Map.copyOf(serials);
        unnumbered = Set.copyOf(unnumbered);
    }

    /// For another motorcycle, other reasons.
    PartNotes withBike(Optional<Motorcycle> other) {
        return new PartNotes(other, Map.of(), askedFor, cores, serials, unnumbered);
    }

    PartNotes withMisfits(Map<Sku, String> reasons) {
        var more = new HashMap<>(misfits);
        more.putAll(reasons);
        return new PartNotes(bike, more, askedFor, cores, serials, unnumbered);
    }

    PartNotes withAskedFor(Sku sold, Sku asked) {
        var more = new HashMap<>(askedFor);
        more.put(sold, asked);
        return new PartNotes(bike, misfits, more, cores, serials, unnumbered);
    }

    PartNotes withCores(Sku sku, Quantity here) {
        var more = new HashMap<>(cores);
        more.put(sku, here);
        return new PartNotes(bike, misfits, askedFor, more, serials, unnumbered);
    }

    PartNotes withSerials(int lineId, List<String> numbers) {
        var more = new HashMap<>(serials);
        more.put(lineId, List.copyOf(numbers));
        return new PartNotes(bike, misfits, askedFor, cores, more, unnumbered);
    }

    PartNotes withoutMoreSerials(int lineId) {
        var more = new HashSet<>(unnumbered);
        more.add(lineId);
        return new PartNotes(bike, misfits, askedFor, cores, serials, more);
    }

    /// No line keeps more numbers than it has pieces: a line that is gone gives its id to another.
    PartNotes forPieces(Map<Integer, Integer> pieces) {
        var kept = new HashMap<Integer, List<String>>();
        serials.forEach((line, numbers) -> {
            int most = Math.min(numbers.size(), pieces.getOrDefault(line, 0));
            if (most > 0) {
                kept.put(line, numbers.subList(0, most));
            }
        });
        var still = new HashSet<>(unnumbered);
        still.retainAll(pieces.keySet());
        return new PartNotes(bike, misfits, askedFor, cores, kept, still);
    }
}
