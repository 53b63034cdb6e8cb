package kmmotos.model.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.security.KeyPairGenerator;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import kmmotos.model.money.Money;
import kmmotos.model.stores.SampleStores;
import kmmotos.model.stores.StoreId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignedCouponTest {

    private static final LocalDate LAST = SamplePrices.DAY;

    private static SignedCoupon.Terms terms(Discount discount) {
        byte[] number = new byte[SignedCoupon.NUMBER_BYTES];
        new Random(7).nextBytes(number);
        return new SignedCoupon.Terms(
                number,
                discount,
                Optional.of(Money.parse("50.00", SampleStores.BRL)),
                Optional.of(LAST.minusDays(30)),
                LAST,
                Optional.of(new StoreId("S1")));
    }

    @Test
    void whatWasSignedIsReadBackAndVerified() {
        for (Discount discount :
                new Discount[] {
                    new Discount.PercentOff(new BigDecimal("12.5")),
                    new Discount.AmountOff(Money.parse("20.00", SampleStores.BRL))
                }) {
            SignedCoupon signed = SampleSignedCoupons.sign(terms(discount));

            SignedCoupon read = SignedCoupon.parse(signed.text()).orElseThrow();
            assertThat(read).isEqualTo(signed);
            assertThat(read.isSignedBy(SampleSignedCoupons.KEY)).isTrue();
            assertThat(read.keyId()).isEqualTo(SampleSignedCoupons.KEY_ID);
            assertThat(read.coupon().discount()).isEqualTo(discount);
            assertThat(read.coupon().maxUses()).contains(1);
            assertThat(read.coupon().until()).contains(LAST);
            assertThat(read.store()).contains(new StoreId("S1"));
        }
    }

    @Test
    void itIsShortEnoughForAQrCodeOfLettersAndDigits() {
        String text =
                SampleSignedCoupons.sign(
                                terms(
                                        new Discount.AmountOff(
                                                Money.parse("99999.99", SampleStores.BRL))))
                        .text();
        assertThat(text).matches("[0-9A-Z]{100,224}");
    }

    @Test
    void noCharacterOfItCanBeChanged() {
        String text = SampleSignedCoupons.tenPercent(1).text();
        for (int i = 0; i < text.length(); i++) {
            char other = text.charAt(i) == '7' ? '8' : '7';
            String forged = text.substring(0, i) + other + text.substring(i + 1);
            assertThat(
                            SignedCoupon.parse(forged)
                                    .filter(read -> read.isSignedBy(SampleSignedCoupons.KEY)))
                    .as(forged)
                    .isEmpty();
        }
    }

    @Test
    void anotherKeysSignatureIsNone() throws Exception {
        var other = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        SignedCoupon forged =
                SignedCoupon.sign(
                        terms(new Discount.PercentOff(BigDecimal.TEN)),
                        SampleSignedCoupons.KEY_ID,
                        other.getPrivate());
        assertThat(SignedCoupon.parse(forged.text()).orElseThrow())
                .matches(read -> !read.isSignedBy(SampleSignedCoupons.KEY));
    }

    @Test
    void blanksAndSmallLettersOfAPastedOneDoNotMatter() {
        SignedCoupon signed = SampleSignedCoupons.tenPercent(3);
        String pasted =
                " " + signed.text().toLowerCase(Locale.ROOT).replaceAll("(.{60})", "$1\n") + " ";
        assertThat(SignedCoupon.parse(pasted)).contains(signed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "KMC", "KMC1", "VERAO-10", "GC0123", "KMC1\u00e9"})
    void whatIsNoneIsReadAsNone(String text) {
        assertThat(SignedCoupon.parse(text)).isEmpty();
        assertThat(SignedCoupon.parse(text + "0".repeat(150))).isEmpty();
        assertThat(SignedCoupon.parse(text + "-".repeat(500))).isEmpty();
    }

    @Test
    void itsCodeIsOneThatOnlySignedCouponsHave() {
        String code = SampleSignedCoupons.tenPercent(5).coupon().code();
        assertThat(code).isEqualTo("KC-0000-0180-0000-0000");
        assertThat(SignedCoupon.isCode(code)).isTrue();
        assertThat(SignedCoupon.isCode("VERAO-10")).isFalse();
        assertThat(SignedCoupon.isCode("KC-10")).isFalse();
    }

    @Test
    void aCouponEndsAfterItBegins() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new SignedCoupon.Terms(
                                new byte[SignedCoupon.NUMBER_BYTES],
                                new Discount.PercentOff(BigDecimal.TEN),
                                Optional.empty(),
                                Optional.of(LAST),
                                LAST.minusDays(1),
                                Optional.empty()));
    }
}
