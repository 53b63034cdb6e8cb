package kmmotos.model.purchasing;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import kmmotos.model.money.Money;
import kmmotos.model.money.Quantity;

/// What one piece of an item cost on average, without tax: the moving average, weighed by what was
/// on hand when something more came.
///
/// @param minor in minor units of the currency, with [#DECIMALS] decimals
public record AverageCost(BigDecimal minor, Currency currency) {

    public static final int DECIMALS = 4;

    public AverageCost {
        minor = minor.setScale(DECIMALS, RoundingMode.HALF_EVEN);
    }

    public static AverageCost of(Money cost) {
        return new AverageCost(BigDecimal.valueOf(cost.minor()), cost.currency());
    }

    /// What it is after more came. What is short (on hand below 0) weighs nothing, and another
    /// currency begins anew.
    ///
    /// @param onHand before it came
    /// @param cost of one piece
    public AverageCost after(Quantity onHand, Quantity came, Money cost) {
        if (!onHand.isPositive() || !came.isPositive() || !cost.currency().equals(currency)) {
            return came.isPositive() ? of(cost) : this;
        }
        BigDecimal worth = minor.multiply(onHand.decimal());
        BigDecimal more = BigDecimal.valueOf(cost.minor()).multiply(came.decimal());
        return new AverageCost(
                worth.add(more)
                        .divide(onHand.plus(came).decimal(), DECIMALS, RoundingMode.HALF_EVEN),
                currency);
    }

    /// What so many pieces cost.
    public Money times(Quantity quantity) {
        return Money.ofMinor(
                minor.multiply(quantity.decimal())
                        .setScale(0, RoundingMode.HALF_EVEN)
                        .longValueExact(),
                currency);
    }
}
