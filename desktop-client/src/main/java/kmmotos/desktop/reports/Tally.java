package kmmotos.desktop.reports;

import java.math.BigDecimal;
import java.util.Currency;
import kmmotos.model.money.Money;
import kmmotos.model.money.Quantity;
import kmmotos.model.sales.Sale;
import kmmotos.model.sales.SaleLine;

/// What was sold under one heading.
///
/// @param pieces what left less what came back
/// @param total as pieces
record Tally(long receipts, Quantity pieces, Money total) {

    static Tally none(Currency currency) {
        return new Tally(0, Quantity.ZERO, Money.zero(currency));
    }

    static Tally of(Sale sale) {
        return new Tally(
                1,
                sale.lines().stream().map(SaleLine::pieces).reduce(Quantity.ZERO, Quantity::plus),
                sale.total());
    }

    static Tally of(SaleLine line) {
        return new Tally(0, line.pieces(), line.total());
    }

    Tally plus(Tally other) {
        return new Tally(
                receipts + other.receipts, pieces.plus(other.pieces), total.plus(other.total));
    }

    Money perReceipt() {
        return receipts == 0
                ? Money.zero(total.currency())
                : total.part(BigDecimal.ONE, BigDecimal.valueOf(receipts));
    }

    /// Once more a receipt has something of this.
    Tally onOneMore() {
        return new Tally(receipts + 1, pieces, total);
    }
}
