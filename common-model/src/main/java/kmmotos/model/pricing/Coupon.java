package kmmotos.model.pricing;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import kmmotos.model.money.Money;

/// A code that gives a discount on the whole basket.
///
/// @param code capital letters, digits and hyphens
/// @param minimum what the basket must come to before the coupon
/// @param maxUses how often it can be used in the whole chain; empty means without limit
public record Coupon(
        String code,
        Discount discount,
        Optional<Money> minimum,
        Optional<LocalDate> from,
        Optional<LocalDate> until,
        Optional<Integer> maxUses,
        boolean active) {

    public Coupon {
        code = normalized(code);
        if (!code.matches("[A-Z0-9-]{3,32}")) {
            throw new IllegalArgumentException(
                    "a coupon's code has 3 to 32 letters, digits and hyphens, was " + code);
        }
    }

    /// The code as one compares it.
    public static String normalized(String typed) {
        return typed.strip().toUpperCase(Locale.ROOT);
    }

    /// Whether the coupon holds for a basket; only the server knows all its uses, a till those it
    /// saw.
    public sealed interface Answer {
        record Accepted(Coupon coupon) implements Answer {}

        record NotYet(LocalDate from) implements Answer {}

        record Expired(LocalDate until) implements Answer {}

        record BelowMinimum(Money minimum) implements Answer {}

        record UsedUp(int maxUses) implements Answer {}

        record Withdrawn() implements Answer {}
    }

    public Answer check(LocalDate day, Money basket, int usesSoFar) {
        if (!active) {
            return new Answer.Withdrawn();
        }
        if (from.filter(day::isBefore).isPresent()) {
            return new Answer.NotYet(from.get());
        }
        if (until.filter(day::isAfter).isPresent()) {
            return new Answer.Expired(until.get());
        }
        if (maxUses.filter(most -> usesSoFar >= most).isPresent()) {
            return new Answer.UsedUp(maxUses.get());
        }
        if (minimum.filter(least -> basket.compareTo(least) < 0).isPresent()) {
            return new Answer.BelowMinimum(minimum.get());
        }
        return new Answer.Accepted(this);
    }
}
