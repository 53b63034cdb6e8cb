package kmmotos.model.sales;

import java.util.List;
import java.util.Optional;
import kmmotos.model.money.Money;
import kmmotos.model.money.Quantity;
import kmmotos.model.pricing.Adjustment;

/// What a returned line is worth: exactly its share of what was paid.
///
/// Money is shared out cumulatively: the first `r` of `n` units are worth `total * r / n`, rounded
/// once, and a return of `k` more is worth the difference. So returning a line bit by bit, in any
/// portions, gives back its total to the cent. If all of it comes back at once, it is known which
/// pieces these are; else somebody has to tell.
public final class Refund {

    private Refund() {}

    /// The return line for some units of a sold line.
    ///
    /// @param returned how many units of the line came back before
    /// @param quantity how many come back now, more than 0
    /// @throws IllegalArgumentException if more would come back than was sold
    public static SaleLine line(
            Sale sale, SaleLine sold, Quantity returned, Quantity quantity, int lineId) {
        return line(
                new SaleLine.ReturnOf(sale.saleId(), sale.receiptNumber(), sold.lineId()),
                sold,
                returned,
                quantity,
                lineId);
    }

    /// The return line for some units of a sold line of which only the receipt is known.
    ///
    /// @param origin the sold line's place
    public static SaleLine line(
            SaleLine.ReturnOf origin,
            SaleLine sold,
            Quantity returned,
            Quantity quantity,
            int lineId) {
        Quantity after = returned.plus(quantity);
        if (!quantity.isPositive() || after.compareTo(sold.quantity()) > 0) {
            throw new IllegalArgumentException(
                    "of %s sold and %s returned, %s cannot come back"
                            .formatted(sold.quantity(), returned, quantity));
        }
        Portion portion = new Portion(sold.quantity(), returned, after);
        Money total = portion.of(sold.total());
        Money tax = portion.of(sold.tax());
        List<Adjustment> adjustments =
                sold.adjustments().stream()
                        .map(a -> new Adjustment(a.kind(), a.label(), portion.of(a.amount())))
                        .toList();
        return new SaleLine(
                lineId,
                sold.kind().isCore() ? SaleLine.Kind.CORE_RETURN : SaleLine.Kind.RETURN,
                sold.sku(),
                sold.description(),
                quantity.negated(),
                sold.list(),
                sold.unit(),
                sold.reason(),
                portion.of(sold.gross()),
                adjustments,
                sold.taxPercent(),
                total.minus(tax),
                tax,
                total,
                Optional.of(origin),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                sold.kit(),
                quantity.equals(sold.quantity()) ? sold.serials() : List.of());
    }

    private record Portion(Quantity sold, Quantity before, Quantity after) {

        /// The negated share of an amount.
        Money of(Money whole) {
            return upTo(before, whole).minus(upTo(after, whole));
        }

        private Money upTo(Quantity units, Money whole) {
            return whole.part(units.decimal(), sold.decimal());
        }
    }
}
