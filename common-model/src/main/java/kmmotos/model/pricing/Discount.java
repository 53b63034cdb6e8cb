package kmmotos.model.pricing;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.math.BigDecimal;
import java.math.RoundingMode;
import kmmotos.model.money.Money;

/// What is taken off a line or a basket.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Discount.PercentOff.class, name = "percent_off"),
    @JsonSubTypes.Type(value = Discount.AmountOff.class, name = "amount_off")
})
public sealed interface Discount {

    BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /// @param percent more than 0, at most 100
    record PercentOff(BigDecimal percent) implements Discount {

        public PercentOff {
            if (percent.signum() <= 0 || percent.compareTo(HUNDRED) > 0) {
                throw new IllegalArgumentException("percent must be 0..100, was " + percent);
            }
        }
    }

    /// @param amount more than 0
    record AmountOff(Money amount) implements Discount {

        public AmountOff {
            if (!amount.isPositive()) {
                throw new IllegalArgumentException("a discount is more than 0, was " + amount);
            }
        }
    }

    /// How much this takes off an amount: rounded once, and never more than the amount.
    default Money from(Money amount) {
        if (!amount.isPositive()) {
            return Money.zero(amount.currency());
        }
        return switch (this) {
            case PercentOff(BigDecimal percent) -> amount.part(percent, HUNDRED);
            case AmountOff(Money off) -> off.compareTo(amount) < 0 ? off : amount;
        };
    }

    /// What share of the amount this takes off, in percent, to be held against a role's limit.
    default BigDecimal percentOf(Money amount) {
        if (!amount.isPositive()) {
            return BigDecimal.ZERO;
        }
        return switch (this) {
            case PercentOff(BigDecimal percent) -> percent;
            case AmountOff _ ->
                    from(amount)
                            .decimal()
                            .multiply(HUNDRED)
                            .divide(amount.decimal(), 4, RoundingMode.HALF_UP);
        };
    }
}
