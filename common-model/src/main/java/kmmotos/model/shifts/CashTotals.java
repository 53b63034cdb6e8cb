package kmmotos.model.shifts;

import java.util.Currency;
import kmmotos.model.money.Money;

/// What a shift's cash movements add up to; each of the sums is 0 or more.
///
/// @param dropped into the safe
/// @param noSales how often the drawer was opened for nothing
public record CashTotals(Money paidIn, Money paidOut, Money dropped, int noSales) {

    public static CashTotals none(Currency currency) {
        Money zero = Money.zero(currency);
        return new CashTotals(zero, zero, zero, 0);
    }

    public CashTotals plus(CashMovement movement) {
        Money amount = movement.amount();
        return switch (movement.kind()) {
            case PAID_IN -> new CashTotals(paidIn.plus(amount), paidOut, dropped, noSales);
            case PAID_OUT -> new CashTotals(paidIn, paidOut.plus(amount), dropped, noSales);
            case SAFE_DROP -> new CashTotals(paidIn, paidOut, dropped.plus(amount), noSales);
            case NO_SALE -> new CashTotals(paidIn, paidOut, dropped, noSales + 1);
        };
    }

    public CashTotals plus(CashTotals other) {
        return new CashTotals(
                paidIn.plus(other.paidIn),
                paidOut.plus(other.paidOut),
                dropped.plus(other.dropped),
                noSales + other.noSales);
    }

    /// By how much they left more in the drawer.
    public Money net() {
        return paidIn.minus(paidOut).minus(dropped);
    }
}
