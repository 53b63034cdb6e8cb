package kmmotos.model.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import kmmotos.model.money.Money;
import kmmotos.model.stores.SampleStores;
import org.junit.jupiter.api.Test;

class CouponTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 11, 1);
    private static final LocalDate LAST = LocalDate.of(2026, 11, 30);
    private static final Money MINIMUM = Money.parse("50.00", SampleStores.BRL);
    private static final Coupon COUPON = coupon("verao-10", true);

    @Test
    void aCodeIsTheSameInAnyCase() {
        assertThat(COUPON.code()).isEqualTo("VERAO-10");
        assertThat(Coupon.normalized(" Verao-10 ")).isEqualTo(COUPON.code());
        assertThatIllegalArgumentException().isThrownBy(() -> coupon("%", true));
    }

    @Test
    void itHoldsFromItsFirstToItsLastDay() {
        assertThat(COUPON.check(FIRST.minusDays(1), MINIMUM, 0))
                .isEqualTo(new Coupon.Answer.NotYet(FIRST));
        assertThat(COUPON.check(FIRST, MINIMUM, 0)).isEqualTo(new Coupon.Answer.Accepted(COUPON));
        assertThat(COUPON.check(LAST, MINIMUM, 0)).isEqualTo(new Coupon.Answer.Accepted(COUPON));
        assertThat(COUPON.check(LAST.plusDays(1), MINIMUM, 0))
                .isEqualTo(new Coupon.Answer.Expired(LAST));
    }

    @Test
    void itAsksForAMinimum() {
        Money less = MINIMUM.minus(Money.ofMinor(1, SampleStores.BRL));
        assertThat(COUPON.check(FIRST, less, 0)).isEqualTo(new Coupon.Answer.BelowMinimum(MINIMUM));
    }

    @Test
    void itIsUsedUpAfterItsLastUse() {
        assertThat(COUPON.check(FIRST, MINIMUM, 1)).isEqualTo(new Coupon.Answer.Accepted(COUPON));
        assertThat(COUPON.check(FIRST, MINIMUM, 2)).isEqualTo(new Coupon.Answer.UsedUp(2));
    }

    @Test
    void aWithdrawnOneIsOver() {
        assertThat(coupon("GONE", false).check(FIRST, MINIMUM, 0))
                .isEqualTo(new Coupon.Answer.Withdrawn());
    }

    private static Coupon coupon(String code, boolean active) {
        return new Coupon(
                code,
                new Discount.PercentOff(BigDecimal.TEN),
                Optional.of(MINIMUM),
                Optional.of(FIRST),
                Optional.of(LAST),
                Optional.of(2),
                active);
    }
}
