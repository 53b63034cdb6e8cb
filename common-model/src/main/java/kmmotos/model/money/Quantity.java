package kmmotos.model.money;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;

/// How many units: pieces, metres of cable, litres of oil; exact to a thousandth, and negative
/// where stock may be.
///
/// On the wire decimal text without trailing zeros: `"3"`, `"1.5"`, `"-2"`.
public record Quantity(long thousandths) implements Comparable<Quantity> {

    public static final Quantity ZERO = new Quantity(0);
    public static final Quantity ONE = of(1);

    private static final int DECIMALS = 3;

    public static Quantity of(long units) {
        return new Quantity(Math.multiplyExact(units, 1000L));
    }

    public static Quantity of(BigDecimal units) {
        try {
            return new Quantity(units.movePointRight(DECIMALS).longValueExact());
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException(
                    "a quantity has at most " + DECIMALS + " decimals, was " + units, e);
        }
    }

    /// Parses decimal text such as `1.5`.
    ///
    /// @throws IllegalArgumentException if the text is no number or is finer than a thousandth
    @JsonCreator
    public static Quantity parse(String text) {
        try {
            return of(new BigDecimal(text));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("a quantity is a number, was \"" + text + "\"", e);
        }
    }

    public BigDecimal decimal() {
        return BigDecimal.valueOf(thousandths, DECIMALS);
    }

    public Quantity plus(Quantity other) {
        return new Quantity(Math.addExact(thousandths, other.thousandths));
    }

    public Quantity minus(Quantity other) {
        return new Quantity(Math.subtractExact(thousandths, other.thousandths));
    }

    public Quantity negated() {
        return new Quantity(Math.negateExact(thousandths));
    }

    public Quantity abs() {
        return thousandths < 0 ? negated() : this;
    }

    public boolean isZero() {
        return thousandths == 0;
    }

    public boolean isNegative() {
        return thousandths < 0;
    }

    public boolean isPositive() {
        return thousandths > 0;
    }

    public boolean isWhole() {
        return thousandths % 1000 == 0;
    }

    @Override
    public int compareTo(Quantity other) {
        return Long.compare(thousandths, other.thousandths);
    }

    @JsonValue
    @Override
    public String toString() {
        if (isWhole()) {
            return Long.toString(thousandths / 1000);
        }
        return decimal().stripTrailingZeros().toPlainString();
    }
}
