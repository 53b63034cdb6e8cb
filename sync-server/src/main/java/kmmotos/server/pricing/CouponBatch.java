package kmmotos.server.pricing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import kmmotos.model.money.Money;
import kmmotos.model.pricing.Discount;
import kmmotos.model.stores.StoreId;

/// Signed coupons that are issued together, all on the same terms.
///
/// @param until the last day; every signed coupon has one, as tills forget what ended
/// @param store the only one that takes them
/// @param count how many
public record CouponBatch(
        String name,
        Discount discount,
        Optional<Money> minimum,
        Optional<LocalDate> from,
        LocalDate until,
        Optional<StoreId> store,
        int count) {

    static final int MAX_COUNT = 1_000;
    private static final int MAX_NAME = 80;
    private static final int MAX_DECIMALS = 2;

    public CouponBatch {
        name = name.strip();
        if (name.isEmpty() || name.length() > MAX_NAME) {
            throw new IllegalArgumentException(
                    "a batch of coupons has a name of 1 to %d characters".formatted(MAX_NAME));
        }
        if (count < 1 || count > MAX_COUNT) {
            throw new IllegalArgumentException(
                    "1 to %d coupons are issued at once, was %d".formatted(MAX_COUNT, count));
        }
        if (from.filter(until::isBefore).isPresent()) {
            throw new IllegalArgumentException(
                    "the last day is not before the first, was %s to %s"
                            .formatted(from.get(), until));
        }
        if (discount instanceof Discount.PercentOff(BigDecimal percent)
                && percent.stripTrailingZeros().scale() > MAX_DECIMALS) {
            throw new IllegalArgumentException(
                    "percent has at most %d decimals, was %s".formatted(MAX_DECIMALS, percent));
        }
        if (minimum.filter(amount -> !amount.isPositive()).isPresent()) {
            throw new IllegalArgumentException("a minimum is more than 0, was " + minimum.get());
        }
        if (discount instanceof Discount.AmountOff(Money off)
                && minimum.filter(amount -> !amount.currency().equals(off.currency()))
                        .isPresent()) {
            throw new IllegalArgumentException("discount and minimum have the same currency");
        }
    }
}
