package kmmotos.model.purchasing;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import kmmotos.model.money.Quantity;

/// When an item runs short, and how much of it to get.
///
/// @param min at or below this more is needed
/// @param max up to this
public record Reorder(Quantity min, Quantity max) {

    /// How long goods take to come, about.
    public static final int LEAD_DAYS = 7;

    /// For how long they should last.
    public static final int COVER_DAYS = 30;

    /// As head office set it.
    public static Reorder of(ReorderLevel level) {
        return new Reorder(level.min(), level.max());
    }

    /// By what was sold: enough for the time until goods come, and up to a month's sales.
    ///
    /// @param sold in so many days
    public static Reorder bySales(Quantity sold, int days) {
        return new Reorder(lasting(sold, days, LEAD_DAYS), lasting(sold, days, COVER_DAYS));
    }

    private static Quantity lasting(Quantity sold, int days, int forDays) {
        BigDecimal pieces =
                sold.decimal()
                        .multiply(BigDecimal.valueOf(forDays))
                        .divide(BigDecimal.valueOf(days), 0, RoundingMode.CEILING);
        return Quantity.of(pieces.max(BigDecimal.ZERO));
    }

    /// How much is to be got, in whole pieces; empty while there is enough.
    ///
    /// @param available on hand and not promised
    /// @param coming ordered, or on its way from another store
    public Optional<Quantity> missing(Quantity available, Quantity coming) {
        Quantity there = available.plus(coming);
        if (!max.isPositive() || there.compareTo(min) > 0) {
            return Optional.empty();
        }
        BigDecimal pieces = max.minus(there).decimal().setScale(0, RoundingMode.CEILING);
        return Optional.of(Quantity.of(pieces.min(PurchaseOrder.Line.MAX_QUANTITY.decimal())))
                .filter(Quantity::isPositive);
    }
}
