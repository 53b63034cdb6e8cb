package kmmotos.model.money;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIncludeProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;

/// The price of one unit, which may be finer than the currency: 0.001 GBP for one screw.
///
/// Equal prices are equal records: trailing zeros beyond the currency's decimals are dropped. On
/// the wire like [Money], with up to [#MAX_DECIMALS] decimals.
@JsonIncludeProperties({"amount", "currency"})
@JsonPropertyOrder({"amount", "currency"})
public record UnitPrice(BigDecimal amount, Currency currency) implements Comparable<UnitPrice> {

    public static final int MAX_DECIMALS = 6;

    public UnitPrice {
        BigDecimal stripped = amount.stripTrailingZeros();
        if (stripped.scale() > MAX_DECIMALS) {
            throw new IllegalArgumentException(
                    "a unit price has at most " + MAX_DECIMALS + " decimals, was " + amount);
        }
        amount =
                stripped.setScale(
                        Math.max(stripped.scale(), currency.getDefaultFractionDigits()),
                        RoundingMode.UNNECESSARY);
    }

    public static UnitPrice of(Money money) {
        return new UnitPrice(money.decimal(), money.currency());
    }

    /// What one of several cost, if all of them cost this.
    ///
    /// @param quantity not 0
    public static UnitPrice of(Money whole, Quantity quantity) {
        return new UnitPrice(
                whole.decimal().divide(quantity.decimal(), MAX_DECIMALS, RoundingMode.HALF_UP),
                whole.currency());
    }

    public static UnitPrice parse(String amount, Currency currency) {
        try {
            return new UnitPrice(new BigDecimal(amount), currency);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("a price is a number, was \"" + amount + "\"", e);
        }
    }

    @JsonCreator
    static UnitPrice fromWire(
            @JsonProperty(value = "amount", required = true) String amount,
            @JsonProperty(value = "currency", required = true) String currency) {
        return parse(amount, Currency.getInstance(currency));
    }

    @JsonProperty("amount")
    String amountText() {
        return amount.toPlainString();
    }

    @JsonProperty("currency")
    String currencyCode() {
        return currency.getCurrencyCode();
    }

    /// The money for this many units, rounded once to the currency's minor unit, half away from
    /// zero.
    public Money times(Quantity quantity) {
        int digits = currency.getDefaultFractionDigits();
        BigDecimal rounded =
                amount.multiply(quantity.decimal()).setScale(digits, RoundingMode.HALF_UP);
        return Money.ofMinor(rounded.movePointRight(digits).longValueExact(), currency);
    }

    public boolean isZero() {
        return amount.signum() == 0;
    }

    public boolean isNegative() {
        return amount.signum() < 0;
    }

    @Override
    public int compareTo(UnitPrice other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException(
                    "prices must share a currency, were " + currency + " and " + other.currency);
        }
        return amount.compareTo(other.amount);
    }

    @Override
    public String toString() {
        return amountText() + " " + currencyCode();
    }
}
