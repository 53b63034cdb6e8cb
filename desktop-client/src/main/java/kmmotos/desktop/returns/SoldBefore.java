package kmmotos.desktop.returns;

import java.util.List;
import java.util.Map;
import kmmotos.model.money.Quantity;
import kmmotos.model.returns.Receipt;
import kmmotos.model.sales.SaleLine;

/// A sale of before, and how many units of each line came back since.
///
/// @param proof by what it is believed
/// @param isCertain whether head office told what came back elsewhere; else it may be more
public record SoldBefore(
        Receipt receipt, Map<Integer, Quantity> returned, Proof proof, boolean isCertain) {
    public SoldBefore {
        returned = Map.copyOf(returned);
    }

    public List<SaleLine> lines() {
        return receipt.sold();
    }

    public Quantity returnedOf(SaleLine line) {
        return returned.getOrDefault(line.lineId(), Quantity.ZERO);
    }

    /// How many may still come back: if tills that could not ask took back too much, none.
    public Quantity returnable(SaleLine line) {
        Quantity left = line.quantity().minus(returnedOf(line));
        return left.isNegative() ? Quantity.ZERO : left;
    }
}
