package kmmotos.desktop.sales;

import java.util.Map;
import kmmotos.model.money.Quantity;
import kmmotos.model.sales.Sale;
import kmmotos.model.sales.SaleLine;

/// A sale of before, and how many units of each line came back since.
public record SoldBefore(Sale sale, Map<Integer, Quantity> returned) {
    public SoldBefore {
        returned = Map.copyOf(returned);
    }

    public Quantity returnedOf(SaleLine line) {
        return returned.getOrDefault(line.lineId(), Quantity.ZERO);
    }

    /// How many may still come back; none of what was itself a return.
    public Quantity returnable(SaleLine line) {
        return line.kind() == SaleLine.Kind.SALE
                ? line.quantity().minus(returnedOf(line))
                : Quantity.ZERO;
    }
}
