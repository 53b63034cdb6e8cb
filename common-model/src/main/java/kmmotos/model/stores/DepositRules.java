package kmmotos.model.stores;

import java.math.BigDecimal;
import kmmotos.model.money.Money;

/// What a store asks of customers who order at its counter.
///
/// @param leastPercent of the total, as the first deposit
/// @param feePercent of the total, kept if the customer gives the order up; never more than was
///   paid
/// @param days how long goods are put aside if nothing else is said
public record DepositRules(int leastPercent, int feePercent, int days) {

    /// Where head office has set nothing.
    public static final DepositRules USUAL = new DepositRules(20, 10, 30);

    /// Nobody waits longer.
    public static final int MAX_DAYS = 730;

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    public DepositRules {
        if (leastPercent < 0 || leastPercent > 100 || feePercent < 0 || feePercent > 100) {
            throw new IllegalArgumentException(
                    "percent must be 0..100, were %d and %d".formatted(leastPercent, feePercent));
        }
        if (days < 1 || days > MAX_DAYS) {
            throw new IllegalArgumentException(
                    "goods are put aside for 1 to %d days, was %d".formatted(MAX_DAYS, days));
        }
    }

    public Money least(Money total) {
        return total.part(BigDecimal.valueOf(leastPercent), HUNDRED);
    }

    /// What is kept if the customer gives the order up now.
    ///
    /// @param total of the order
    /// @param paid for it so far
    public Money fee(Money total, Money paid) {
        Money fee = total.part(BigDecimal.valueOf(feePercent), HUNDRED);
        return fee.compareTo(paid) < 0 ? fee : paid;
    }
}
