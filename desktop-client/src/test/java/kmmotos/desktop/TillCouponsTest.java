package kmmotos.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.security.PublicKey;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kmmotos.desktop.sales.CouponFound;
import kmmotos.model.pricing.Coupon;
import kmmotos.model.pricing.SampleSignedCoupons;
import kmmotos.model.pricing.SignedCoupon;
import kmmotos.model.stores.SampleStores;
import kmmotos.model.stores.StoreId;
import kmmotos.model.sync.Policy;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a till without a network makes of a signed coupon.
class TillCouponsTest {

    @TempDir Path temp = Path.of("");
    private Till till = unopened();

    @BeforeEach
    void openTill() {
        till = TestTill.open(temp);
        tell(SampleSignedCoupons.KEY, false);
    }

    @AfterEach
    void closeTill() {
        till.close();
    }

    @SuppressWarnings("NullAway") // opened before each test
    private static Till unopened() {
        return null;
    }

    private void tell(PublicKey key, boolean revoked) {
        var policy =
                new Policy.CouponKeyChanged(
                        SignedCoupon.keyId(key),
                        Base64.getEncoder().encodeToString(key.getEncoded()),
                        revoked);
        till.database().write(session -> till.stores().pricing().put(session, policy));
    }

    private CouponFound find(String typed) {
        return new TillCounter(till).coupon(typed).orElseThrow();
    }

    @Test
    void itIsBelievedByItsSignature() {
        SignedCoupon signed = SampleSignedCoupons.tenPercent(1);
        assertThat(find(signed.text())).isEqualTo(new CouponFound.Known(signed.coupon(), 0));
        assertThat(find(" " + signed.text().toLowerCase(java.util.Locale.ROOT)))
                .isEqualTo(new CouponFound.Known(signed.coupon(), 0));
    }

    @Test
    void whatIsChangedTornOrSignedByNobodyKnownIsNotBelieved() {
        String text = SampleSignedCoupons.tenPercent(1).text();
        char last = text.charAt(text.length() - 1);
        String forged = text.substring(0, text.length() - 1) + (last == '1' ? '2' : '1');
        assertThat(find(forged)).isEqualTo(new CouponFound.Forged());
        assertThat(find(text.substring(0, 140))).isEqualTo(new CouponFound.Damaged());
        till.database().write(session -> till.stores().pricing().clear(session));
        assertThat(find(text)).isEqualTo(new CouponFound.UnknownKey());
    }

    @Test
    void aRevokedKeyTakesEverythingWithItThatItSigned() {
        tell(SampleSignedCoupons.KEY, true);
        assertThat(find(SampleSignedCoupons.tenPercent(1).text()))
                .isEqualTo(new CouponFound.Withdrawn());
    }

    @Test
    void oneForAnotherShopIsNotTakenHere() {
        assertThat(find(SampleSignedCoupons.tenPercent(1, Optional.of(new StoreId("S9"))).text()))
                .isEqualTo(new CouponFound.OtherShop(new StoreId("S9")));
        assertThat(
                        find(
                                SampleSignedCoupons.tenPercent(
                                                1, Optional.of(SampleStores.SAO_PAULO.storeId()))
                                        .text()))
                .isInstanceOf(CouponFound.Known.class);
    }

    @Test
    void aUseElsewhereThatWasHeardOfCountsOnce() {
        SignedCoupon signed = SampleSignedCoupons.tenPercent(1);
        UUID sale = UUID.randomUUID();
        for (int i = 0; i < 2; i++) {
            till.database()
                    .write(session ->
                            till.stores().pricing().used(session, signed.coupon().code(), sale));
        }
        assertThat(find(signed.text())).isEqualTo(new CouponFound.Known(signed.coupon(), 1));
        List<Coupon> spent = new TillCounter(till).spent(List.of(signed.coupon()));
        assertThat(spent).containsExactly(signed.coupon());
    }

    @Test
    void theNumberAloneNeedsAConnection() {
        String code = SampleSignedCoupons.tenPercent(1).coupon().code();
        assertThat(find(code)).isEqualTo(new CouponFound.NumberOnly(code));
    }
}
