package kmmotos.desktop.sales;

import static kmmotos.desktop.sales.CounterFixture.KIT;
import static kmmotos.desktop.sales.CounterFixture.PAD;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import kmmotos.model.pricing.Coupon;
import kmmotos.model.pricing.Discount;
import kmmotos.model.pricing.SamplePrices;
import kmmotos.model.pricing.SampleSignedCoupons;
import kmmotos.model.staff.SampleStaff;
import kmmotos.model.stores.StoreId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Discounts, approvals, customers and coupons. A brake pad costs 49.90, a chain kit 189.00.
class DiscountModelTest {
    @TempDir Path folder;
    private CounterFixture at;

    @BeforeEach
    void openTheShop() {
        at = new CounterFixture(folder).open();
    }

    @Test
    void aDiscountWithinTheLimitIsGivenAtOnce() {
        at.scan(KIT);
        at.type("/5");
        assertThat(at.due()).isEqualTo("179.55");
        at.type("/0");
        assertThat(at.due()).isEqualTo("189.00");
    }

    @Test
    void aDiscountOverTheLimitWaitsForSomebodyElse() {
        at.scan(KIT);
        at.type("//10");
        assertThat(at.due()).isEqualTo("189.00");
        var asked = at.approvals.askedProperty().get().orElseThrow();
        assertThat(asked.approvers()).doesNotContain(SampleStaff.ANA);
        at.approvals.approve(SampleStaff.BRUNO, "2222");
        assertThat(at.due()).isEqualTo("170.10");
        assertThat(at.approvals.askedProperty().get()).isEmpty();
    }

    @Test
    void aWrongPinApprovesNothing() {
        at.scan(KIT);
        at.type("//10");
        at.approvals.approve(SampleStaff.BRUNO, "9999");
        assertThat(at.due()).isEqualTo("189.00");
        assertThat(at.approvals.troubleProperty().get()).contains("4 tries left");
    }

    @Test
    void nobodyApprovesTheirOwnDiscount() {
        at = new CounterFixture(folder).open(SampleStaff.BRUNO, "2222");
        at.scan(KIT);
        at.type("//30");
        var asked = at.approvals.askedProperty().get().orElseThrow();
        assertThat(asked.approvers()).containsExactly(SampleStaff.CARLA, SampleStaff.HELENA);
        at.approvals.approve(SampleStaff.BRUNO, "2222");
        assertThat(at.due()).isEqualTo("189.00");
    }

    @Test
    void aScanGoesOnWhileAnApprovalIsAsked() {
        at.scan(KIT);
        at.type("//10");
        at.scan(PAD);
        assertThat(at.due()).isEqualTo("238.90");
    }

    @Test
    void aCustomersGroupChangesThePrices() {
        at.scan(PAD);
        at.type("c zé");
        assertThat(at.due()).isEqualTo("39.90");
        at.models.omnibox().removeCustomer();
        assertThat(at.due()).isEqualTo("49.90");
    }

    @Test
    void aCouponIsTakenOffOnce() {
        at.scan(KIT);
        at.type("bemvindo10");
        assertThat(at.due()).isEqualTo("170.10");
        at.type("BEMVINDO10");
        assertThat(at.due()).isEqualTo("170.10");
        assertThat(at.lastMessage()).contains("on this sale already");
    }

    @Test
    void aCouponForOneUseIsHeldForThisTillAndNamedBySale() {
        at.scan(KIT);
        at.type("BEMVINDO10");
        assertThat(at.pay("").couponLeases()).containsExactly(new java.util.UUID(7, 1));
    }

    @Test
    void withoutAConnectionACouponForOneUseIsNotTaken() {
        at.leases.isOnline = false;
        at.scan(KIT);
        at.type("BEMVINDO10");
        assertThat(at.lastMessage()).contains("without a connection");
        assertThat(at.sale().sale().basket().coupons()).isEmpty();
    }

    private String signedCoupon() {
        Coupon coupon = SampleSignedCoupons.tenPercent(1).coupon();
        at.books.coupons.put(coupon.code(), new CouponFound.Known(coupon, 0));
        at.leases.free.put(coupon.code(), 1L);
        return coupon.code();
    }

    @Test
    void withoutAConnectionASignedCouponIsTakenOnce() {
        var code = signedCoupon();
        at.leases.isOnline = false;
        at.scan(KIT);
        at.type(code);
        assertThat(at.due()).isEqualTo("170.10");
        var sale = at.pay("");
        assertThat(sale.coupons()).containsExactly(code);
        assertThat(sale.couponLeases()).isEmpty();
        at.scan(KIT);
        at.type(code);
        assertThat(at.lastMessage()).contains("used already");
    }

    @Test
    void whereThereIsAConnectionASignedCouponIsHeldForThisTill() {
        var code = signedCoupon();
        at.scan(KIT);
        at.type(code);
        assertThat(at.pay("").couponLeases()).hasSize(1);
    }

    @Test
    void headOfficeMayNotKnowASignedCoupon() {
        var code = signedCoupon();
        at.leases.free.remove(code);
        at.scan(KIT);
        at.type(code);
        assertThat(at.lastMessage()).contains("Head office knows no coupon");
        assertThat(at.due()).isEqualTo("189.00");
    }

    @Test
    void aSignedCouponThatWasUsedElsewhereMeanwhileIsTakenOffBeforeTheSaleIsWrittenDown() {
        var code = signedCoupon();
        at.leases.isOnline = false;
        at.scan(KIT);
        at.type(code);
        at.models.checkout().total();
        at.books.usedElsewhere.add(code);
        at.models.checkout().cash("");
        assertThat(at.books.sales).isEmpty();
        assertThat(at.lastMessage()).contains("used in another sale meanwhile");
        assertThat(at.due()).isEqualTo("189.00");
        assertThat(at.sale().sale().paid()).hasSize(1);
        assertThat(at.sale().stateProperty().get()).isEqualTo(SaleState.SELL);
    }

    @Test
    void whyASignedCouponIsRefusedIsSaid() {
        Map<CouponFound, String> words =
                Map.of(
                        new CouponFound.Damaged(), "can't be read whole",
                        new CouponFound.Forged(), "not from head office",
                        new CouponFound.UnknownKey(), "has not heard of the key",
                        new CouponFound.Withdrawn(), "withdrawn all coupons",
                        new CouponFound.OtherShop(new StoreId("S2")), "for shop S2 only",
                        new CouponFound.NumberOnly("KC-1"), "Without a connection the number");
        at.scan(KIT);
        words.forEach((found, said) -> {
            at.books.refusedCoupons.put("PAPER", found);
            at.type("PAPER");
            assertThat(at.lastMessage()).contains(said);
            assertThat(at.due()).isEqualTo("189.00");
        });
    }

    @Test
    void aCouponTakenOutAgainIsGivenBack() {
        at.scan(KIT);
        at.type("BEMVINDO10");
        at.models.discounts().removeCoupons();
        assertThat(at.leases.givenBack).containsExactly("BEMVINDO10");
    }

    @Test
    void aCouponIsNotUsedASecondTime() {
        at.scan(KIT);
        at.type("BEMVINDO10");
        assertThat(at.pay("").coupons()).containsExactly("BEMVINDO10");
        at.scan(KIT);
        at.type("BEMVINDO10");
        assertThat(at.due()).isEqualTo("189.00");
        assertThat(at.lastMessage()).contains("used already");
    }

    @Test
    void anExpiredCouponIsToldSo() {
        var old =
                new Coupon(
                        "OLD",
                        new Discount.PercentOff(BigDecimal.TEN),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(SamplePrices.DAY.minusDays(1)),
                        Optional.empty(),
                        true);
        at.books.coupons.put("OLD", new CouponFound.Known(old, 0));
        at.scan(KIT);
        at.type("OLD");
        assertThat(at.due()).isEqualTo("189.00");
        assertThat(at.lastMessage()).contains("ended on");
    }

    @Test
    void fiveWrongPinsMakeThePersonWait() {
        at.signIn.lock();
        for (int i = 0; i < 5; i++) {
            at.signIn(SampleStaff.ANA, "0000");
        }
        assertThat(at.signIn.troubleProperty().get()).contains("Wait 5 minutes");
        at.signIn(SampleStaff.ANA, "1111");
        assertThat(at.signIn.operator()).isEmpty();
    }
}
