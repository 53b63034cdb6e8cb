package kmmotos.desktop.orders;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kmmotos.model.catalog.Sku;
import kmmotos.model.money.Quantity;
import kmmotos.model.orders.Order;

/// How far an order's goods have been gathered: by item, because a line of three and a line of two
/// of the same item are five pieces from one shelf.
public final class Picking {

    /// What taking an item came to.
    public enum Taken {
        TAKEN,
        /// The order holds no such item.
        WRONG_ITEM,
        /// All of it was gathered before.
        ENOUGH
    }

    private final Map<Sku, Quantity> wanted = new LinkedHashMap<>();
    private final Map<Sku, Quantity> gathered = new LinkedHashMap<>();

    private final Map<Sku, String> places = new HashMap<>();

    public Picking(Order order) {
        order.lines()
                .forEach(line ->
                        wanted.merge(
                                line.priced().sku(), line.priced().quantity(), Quantity::plus));
    }

    Set<Sku> skus() {
        return Set.copyOf(wanted.keySet());
    }

    void lieIn(Map<Sku, String> known) {
        places.putAll(known);
    }

    /// The bin that an item is picked from, if it is known.
    public Optional<String> place(Sku sku) {
        return Optional.ofNullable(places.get(sku));
    }

    /// Takes one unit, or what is left when that is less, as of cable by the metre.
    public Taken take(Sku sku) {
        if (!wanted.containsKey(sku)) {
            return Taken.WRONG_ITEM;
        }
        Quantity left = left(sku);
        if (!left.isPositive()) {
            return Taken.ENOUGH;
        }
        Quantity one = left.compareTo(Quantity.ONE) < 0 ? left : Quantity.ONE;
        gathered.merge(sku, one, Quantity::plus);
        return Taken.TAKEN;
    }

    public void takeAll(Sku sku) {
        if (wanted.containsKey(sku)) {
            gathered.put(sku, wanted.get(sku));
        }
    }

    public void putBack(Sku sku) {
        gathered.remove(sku);
    }

    public Quantity gathered(Sku sku) {
        return gathered.getOrDefault(sku, Quantity.ZERO);
    }

    public Quantity left(Sku sku) {
        return wanted.getOrDefault(sku, Quantity.ZERO).minus(gathered(sku));
    }

    public boolean isComplete() {
        return wanted.keySet().stream().noneMatch(sku -> left(sku).isPositive());
    }
}
