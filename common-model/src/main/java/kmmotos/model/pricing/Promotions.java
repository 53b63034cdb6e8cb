package kmmotos.model.pricing;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import kmmotos.model.catalog.Sku;

/// The promotions of a store, and what the engine needs to tell what they are about.
///
/// @param offered those that the store has at some time or other
/// @param placements where an item stands in the catalogue
public record Promotions(List<Promotion> offered, Function<Sku, Placement> placements) {

    public static final Promotions NONE = new Promotions(List.of(), _ -> Placement.NOWHERE);

    /// What is never promoted, by its tax category: deposits for old parts and for bottles, and
    /// work.
    public static final Set<String> NEVER = Set.of("core", "deposit", "labour");

    public Promotions {
        offered = List.copyOf(offered);
    }

    static boolean canHave(BasketLine line) {
        return line.ownPrice().isEmpty()
                && line.quantity().isPositive()
                && !NEVER.contains(line.taxCategory());
    }
}
