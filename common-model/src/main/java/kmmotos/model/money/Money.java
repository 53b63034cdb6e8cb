package kmmotos.model.money;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIncludeProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/// An amount of one ISO 4217 currency, counted in the currency's minor unit (cents, or whole yen).
///
/// On the wire: `{"amount":"12.50","currency":"BRL"}`, with exactly the currency's number of
/// decimals. Arithmetic is exact and throws [ArithmeticException] on overflow; mixing currencies is
/// a programming error.
@JsonIncludeProperties({"amount", "currency"})
@JsonPropertyOrder({"amount", "currency"})
public record Money(long minor, Currency currency) implements Comparable<Money> {

    public static Money ofMinor(long minor, Currency currency) {
        return new Money(minor, currency);
    }

    public static Money zero(Currency currency) {
        return new Money(0, currency);
    }

    /// Parses a decimal amount such as `12.50`.
    ///
    /// @throws IllegalArgumentException if the text is no number or is finer than the currency
    public static Money parse(String amount, Currency currency) {
        try {
            return new Money(
                    new BigDecimal(amount)
                            .movePointRight(currency.getDefaultFractionDigits())
                            .longValueExact(),
                    currency);
        } catch (ArithmeticException | NumberFormatException e) {
            throw new IllegalArgumentException(
                    "an amount of %s has at most %d decimals, was \"%s\""
                            .formatted(
                                    currency.getCurrencyCode(),
                                    currency.getDefaultFractionDigits(),
                                    amount),
                    e);
        }
    }

    @JsonCreator
    static Money fromWire(
            @JsonProperty(value = "amount", required = true) String amount,
            @JsonProperty(value = "currency", required = true) String currency) {
        return parse(amount, Currency.getInstance(currency));
    }

    /// The amount as decimal text with the currency's number of decimals, as on the wire.
    @JsonProperty("amount")
    public String amount() {
        return decimal().toPlainString();
    }

    @JsonProperty("currency")
    String currencyCode() {
        return currency.getCurrencyCode();
    }

    public BigDecimal decimal() {
        return BigDecimal.valueOf(minor, currency.getDefaultFractionDigits());
    }

    public Money plus(Money other) {
        return new Money(Math.addExact(minor, inSameCurrency(other)), currency);
    }

    public Money minus(Money other) {
        return new Money(Math.subtractExact(minor, inSameCurrency(other)), currency);
    }

    public Money negated() {
        return new Money(Math.negateExact(minor), currency);
    }

    public Money abs() {
        return minor < 0 ? negated() : this;
    }

    public boolean isZero() {
        return minor == 0;
    }

    public boolean isNegative() {
        return minor < 0;
    }

    public boolean isPositive() {
        return minor > 0;
    }

    /// The part `numerator / denominator` of this amount, rounded once, half away from zero.
    public Money part(BigDecimal numerator, BigDecimal denominator) {
        BigDecimal exact = decimal().multiply(numerator);
        int digits = currency.getDefaultFractionDigits();
        BigDecimal rounded = exact.divide(denominator, digits, java.math.RoundingMode.HALF_UP);
        return new Money(rounded.movePointRight(digits).longValueExact(), currency);
    }

    /// Splits this amount in proportion to the weights so that nothing is lost or made: the parts
    /// add up to this amount.
    ///
    /// The largest-remainder method: each part is rounded towards zero, and the minor units left
    /// over go one each to the parts with the largest remainders, the earlier one first among
    /// equals. If all weights are 0, the first part takes all.
    ///
    /// @param weights none negative
    public List<Money> allocate(List<Long> weights) {
        if (weights.isEmpty() || weights.stream().anyMatch(weight -> weight < 0)) {
            throw new IllegalArgumentException("weights must be 0 or more, were " + weights);
        }
        BigDecimal total =
                weights.stream().map(BigDecimal::valueOf).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (total.signum() == 0) {
            return IntStream.range(0, weights.size())
                    .mapToObj(i -> i == 0 ? this : zero(currency))
                    .toList();
        }
        BigDecimal[][] shares = shares(weights, total);
        long[] parts =
                Arrays.stream(shares).mapToLong(share -> share[0].longValueExact()).toArray();
        long left = Math.abs(minor - LongStream.of(parts).sum());
        IntStream.range(0, parts.length)
                .boxed()
                .sorted(Comparator.comparing((Integer i) -> shares[i][1].abs()).reversed())
                .limit(left)
                .forEach(i -> parts[i] += Long.signum(minor));
        return LongStream.of(parts).mapToObj(part -> new Money(part, currency)).toList();
    }

    private BigDecimal[][] shares(List<Long> weights, BigDecimal total) {
        return weights.stream()
                .map(weight -> BigDecimal.valueOf(minor).multiply(BigDecimal.valueOf(weight)))
                .map(product -> product.divideAndRemainder(total))
                .toArray(BigDecimal[][]::new);
    }

    @Override
    public int compareTo(Money other) {
        return Long.compare(minor, inSameCurrency(other));
    }

    @Override
    public String toString() {
        return amount() + " " + currency.getCurrencyCode();
    }

    private long inSameCurrency(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException(
                    "amounts must share a currency, were " + currency + " and " + other.currency);
        }
        return other.minor;
    }

    /// The sum of the amounts; zero of the currency if there are none.
    public static Money sum(Iterable<Money> amounts, Currency currency) {
        Money sum = zero(currency);
        for (Money amount : amounts) {
            sum = sum.plus(amount);
        }
        return sum;
    }
}
