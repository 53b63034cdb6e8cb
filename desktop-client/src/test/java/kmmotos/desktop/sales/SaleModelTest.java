package kmmotos.desktop.sales;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import kmmotos.model.catalog.Gtin;
import kmmotos.model.money.Quantity;
import kmmotos.model.pricing.Coupon;
import kmmotos.model.pricing.Discount;
import kmmotos.model.pricing.SamplePrices;
import kmmotos.model.sales.Sale;
import kmmotos.model.sales.SaleLine;
import kmmotos.model.sales.Tender;
import kmmotos.model.staff.SampleStaff;
import kmmotos.model.sync.Event;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A clerk's day without a window. The sample prices: brake pad 49.90 (45.00 from 4 on, 39.90 for
/// workshops), chain kit 189.00, oil 32.333 a litre; 18 % tax included.
class SaleModelTest {
    private static final String PAD = gtin("789100000001");
    private static final String KIT = gtin("789100000002");

    @TempDir Path folder;
    private CounterFixture at;

    private static String gtin(String body) {
        return body + Gtin.checkDigit(body);
    }

    @BeforeEach
    void openTheShop() {
        at = new CounterFixture(folder).open();
    }

    private Sale pay(String typed) {
        at.models.checkout().total();
        at.models.checkout().cash(typed);
        return at.books.sales.getLast();
    }

    private List<Quantity> quantities() {
        return at.sale().rows().stream().map(LineView::quantity).toList();
    }

    @Test
    void aScanAddsALineAndTheNextOneCountsIt() {
        at.scan(PAD);
        at.scan(PAD);
        assertThat(quantities()).containsExactly(Quantity.of(2));
        assertThat(at.due()).isEqualTo("99.80");
    }

    @Test
    void aQuantityTypedBeforeAScanCountsIt() {
        at.type("3*");
        at.scan(PAD);
        assertThat(quantities()).containsExactly(Quantity.of(3));
        at.scan(KIT);
        assertThat(quantities()).containsExactly(Quantity.of(3), Quantity.ONE);
    }

    @Test
    void theFourthPieceMakesTheTierPriceForAll() {
        at.type("4*");
        at.scan(PAD);
        assertThat(at.due()).isEqualTo("180.00");
    }

    @Test
    void aPartNumberIsFoundHoweverItIsWritten() {
        at.type("1400021-700102-12");
        assertThat(at.due()).isEqualTo("49.90");
    }

    @Test
    void halfALitreIsSoldButNoHalfBrakePad() {
        at.type("1.5*OL1030");
        assertThat(at.due()).isEqualTo("48.50");
        at.type("0.5*14_00021/700102/12");
        assertThat(at.due()).isEqualTo("48.50");
        assertThat(at.lastMessage()).contains("whole pieces only");
    }

    @Test
    void anUnknownBarcodeChangesNothingAndIsSaid() {
        at.scan(PAD);
        at.scan(gtin("789999999999"));
        assertThat(at.due()).isEqualTo("49.90");
        assertThat(at.lastMessage()).contains("Nothing here has the code");
    }

    @Test
    void aMisreadBarcodeIsToldFromAnUnknownOne() {
        char wrong = (char) ('0' + (PAD.charAt(12) - '0' + 1) % 10);
        at.scan(PAD.substring(0, 12) + wrong);
        assertThat(at.lastMessage()).contains("check digit is wrong");
    }

    @Test
    void anAbsurdQuantityIsRefused() {
        at.type("100000*");
        assertThat(at.lastMessage()).contains("too many");
        at.type("99999*KT-520-118");
        at.type("KT-520-118");
        assertThat(quantities()).containsExactly(Quantity.of(99_999));
        assertThat(at.lastMessage()).contains("too many");
    }

    @Test
    void aPriceOfNothingIsSoldWithAWarning() {
        at = new CounterFixture(folder).open(SampleStaff.BRUNO, "2222");
        at.scan(PAD);
        at.type("=0");
        assertThat(at.due()).isEqualTo("0.00");
        assertThat(at.lastMessage()).contains("costs nothing");
        assertThat(pay("").total().isZero()).isTrue();
    }

    @Test
    void aSaleThatEatsAReservationIsMadeWithAWarning() {
        at.books.stock.put(SamplePrices.PAD, Quantity.of(2));
        at.books.reserved.put(SamplePrices.PAD, Quantity.ONE);
        at.scan(PAD);
        assertThat(at.lastMessage()).isEmpty();
        at.scan(PAD);
        assertThat(at.lastMessage()).contains("eats a reservation");
        assertThat(at.due()).isEqualTo("99.80");
    }

    @Test
    void aVoidedLineIsGoneAndWrittenDown() {
        at.scan(PAD);
        at.scan(KIT);
        at.models.lines().voidChosen();
        assertThat(at.due()).isEqualTo("49.90");
        assertThat(at.books.journal)
                .last()
                .isInstanceOfSatisfying(
                        Event.LineVoided.class,
                        voided -> {
                            assertThat(voided.line().sku()).isEqualTo(SamplePrices.KIT);
                            assertThat(voided.line().total().amount()).isEqualTo("189.00");
                        });
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
    void aCouponIsNotUsedASecondTime() {
        at.scan(KIT);
        at.type("BEMVINDO10");
        assertThat(pay("").coupons()).containsExactly("BEMVINDO10");
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
        at.books.coupons.put("OLD", new CounterBooks.KnownCoupon(old, 0));
        at.scan(KIT);
        at.type("OLD");
        assertThat(at.due()).isEqualTo("189.00");
        assertThat(at.lastMessage()).contains("ended on");
    }

    @Test
    void exactCashIsOneEnterAfterTotal() {
        at.scan(PAD);
        var sale = pay("");
        assertThat(sale.total().amount()).isEqualTo("49.90");
        assertThat(sale.tax().amount()).isEqualTo("7.61");
        assertThat(CheckoutModel.change(sale).isZero()).isTrue();
        assertThat(at.sale().stateProperty().get()).isEqualTo(SaleState.DONE);
        assertThat(at.books.handedOut).containsExactly(sale);
        assertThat(at.books.projections).isPositive();
    }

    @Test
    void moreCashGivesChange() {
        at.scan(PAD);
        assertThat(CheckoutModel.change(pay("100")).amount()).isEqualTo("50.10");
    }

    @Test
    void enterTwiceDoesNotPayTwice() {
        at.scan(PAD);
        at.models.checkout().total();
        at.models.checkout().cash("");
        at.models.checkout().cash("");
        assertThat(at.books.sales).hasSize(1);
    }

    @Test
    void aBarcodeInTheAmountIsNoCash() {
        at.scan(PAD);
        at.models.checkout().total();
        at.models.checkout().cash("7891000000");
        assertThat(at.books.sales).isEmpty();
        assertThat(at.lastMessage()).contains("Was a barcode scanned");
    }

    @Test
    void theNextScanStartsTheNextSale() {
        at.scan(PAD);
        pay("");
        at.scan(KIT);
        assertThat(at.sale().stateProperty().get()).isEqualTo(SaleState.SELL);
        assertThat(at.due()).isEqualTo("189.00");
    }

    @Test
    void aScanWhilePayingIsSaidAndNotAdded() {
        at.scan(PAD);
        at.models.checkout().total();
        at.scan(KIT);
        assertThat(at.due()).isEqualTo("49.90");
        assertThat(at.lastMessage()).contains("is being paid");
    }

    @Test
    void aCardPaymentIsWrittenDownBeforeTheTerminalIsAsked() {
        at.scan(PAD);
        at.models.checkout().total();
        at.models.checkout().card("");
        assertThat(at.books.journal).last().isInstanceOf(Event.PaymentIntended.class);
        assertThat(at.terminal.waiting()).isPresent();
        at.models.checkout().tender().confirmByHand("A17");
        assertThat(at.books.sales.getLast().tenders())
                .singleElement()
                .isInstanceOfSatisfying(
                        Tender.Card.class, card -> assertThat(card.reference()).isEqualTo("A17"));
    }

    @Test
    void aDeclinedCardLeavesTheAmountOpen() {
        at.scan(PAD);
        at.models.checkout().total();
        at.models.checkout().card("");
        at.models.checkout().tender().refuseByHand("declined");
        assertThat(at.books.journal).last().isInstanceOf(Event.PaymentAbandoned.class);
        assertThat(at.books.sales).isEmpty();
        at.models.checkout().cash("");
        assertThat(at.books.sales).hasSize(1);
    }

    @Test
    void aCardNeverPaysMoreThanIsDue() {
        at.scan(PAD);
        at.models.checkout().total();
        at.models.checkout().card("60");
        assertThat(at.terminal.waiting()).isEmpty();
        assertThat(at.lastMessage()).contains("49.90");
    }

    @Test
    void aFullDiskLosesNothingAndIsTriedAgain() {
        at.scan(PAD);
        at.models.checkout().total();
        at.books.diskFull = true;
        at.models.checkout().cash("");
        assertThat(at.books.handedOut).isEmpty();
        assertThat(at.lastMessage()).contains("NOT written down");
        at.books.diskFull = false;
        at.models.checkout().cash("");
        assertThat(at.books.sales).hasSize(1);
        assertThat(at.sale().stateProperty().get()).isEqualTo(SaleState.DONE);
    }

    @Test
    void withoutAShiftNothingIsPaid() {
        var closed = new CounterFixture(folder);
        closed.signIn(SampleStaff.ANA, "1111");
        closed.scan(PAD);
        closed.models.checkout().total();
        assertThat(closed.sale().stateProperty().get()).isEqualTo(SaleState.SELL);
        assertThat(closed.lastMessage()).contains("No shift is open");
    }

    @Test
    void aParkedSaleComesBackAsItWas() {
        at.type("2*KT-520-118");
        at.type("/5");
        at.type("c zé");
        var due = at.due();
        at.models.parking().park();
        assertThat(at.due()).isEqualTo("0.00");
        at.scan(PAD);
        at.models.parking().recall(at.models.parking().parked().getFirst());
        assertThat(at.due()).isEqualTo(due);
        assertThat(at.models.parking().parked()).hasSize(1);
    }

    @Test
    void theOpenSaleIsBackAfterACrash() {
        at.scan(PAD);
        at.scan(KIT);
        var afterwards = new CounterFixture(folder).open();
        afterwards.models.recovery().lookAround();
        assertThat(afterwards.due()).isEqualTo("238.90");
        assertThat(afterwards.lastMessage()).contains("is back");
    }

    @Test
    void aFinishedSaleIsNotBackAfterARestart() {
        at.scan(PAD);
        pay("");
        var afterwards = new CounterFixture(folder).open();
        afterwards.models.recovery().lookAround();
        assertThat(afterwards.due()).isEqualTo("0.00");
    }

    @Test
    void aSaleWrittenDownJustBeforeACrashIsNotSoldAgain() throws IOException {
        at.scan(PAD);
        var kept = folder.resolve(at.sale().sale().saleId() + ".parked.json");
        var before = Files.readAllBytes(kept);
        pay("");
        assertThat(kept).doesNotExist();
        Files.write(kept, before);
        at.sale().begin();
        at.models.recovery().lookAround();
        assertThat(at.due()).isEqualTo("0.00");
    }

    @Test
    void aCardPaymentCutOffByACrashIsAskedAboutAndCounts() {
        at.scan(PAD);
        at.models.checkout().total();
        at.models.checkout().card("");
        var afterwards = restart();
        assertThat(afterwards.models.recovery().questionProperty().get()).isPresent();
        afterwards.models.recovery().wasTaken("A20");
        var sale = afterwards.books.sales.getLast();
        assertThat(sale.total().amount()).isEqualTo("49.90");
        assertThat(afterwards.books.begun).isEmpty();
    }

    @Test
    void aCardPaymentThatWasNotTakenLeavesTheSaleOpen() {
        at.scan(PAD);
        at.models.checkout().total();
        at.models.checkout().card("");
        var afterwards = restart();
        afterwards.models.recovery().wasNotTaken();
        assertThat(afterwards.books.journal).last().isInstanceOf(Event.PaymentAbandoned.class);
        assertThat(afterwards.due()).isEqualTo("49.90");
        assertThat(afterwards.models.recovery().questionProperty().get()).isEmpty();
    }

    private CounterFixture restart() {
        var afterwards = new CounterFixture(folder).open();
        at.books.begun.values().forEach(afterwards.books::intend);
        afterwards.models.recovery().lookAround();
        return afterwards;
    }

    @Test
    void aReturnByReceiptGivesBackExactlyWhatWasPaid() {
        at.type("3*KT-520-118");
        at.type("/5");
        var sale = pay("");
        at.type("r 000001");
        var choice =
                new ReturnModel(
                        at.models.omnibox().receiptProperty().get().orElseThrow(),
                        at.sale().sale());
        var line = choice.lines().getFirst();
        assertThat(choice.choose(line, Quantity.of(9))).isEqualTo(Quantity.of(3));
        assertThat(choice.refund().negated()).isEqualTo(sale.total());
        assertThat(choice.choose(line, Quantity.ONE)).isEqualTo(Quantity.ONE);
        at.models.lines().addReturns(choice.refunds());
        assertThat(at.due()).isEqualTo("-179.55");
        var refund = pay("");
        assertThat(refund.lines()).extracting(SaleLine::kind).containsExactly(SaleLine.Kind.RETURN);
        assertThat(refund.total().amount()).isEqualTo("-179.55");
    }

    @Test
    void neverMoreComesBackThanWasSold() {
        at.type("2*KT-520-118");
        pay("");
        for (int i = 0; i < 2; i++) {
            at.type("r 000001");
            var found = at.models.omnibox().receiptProperty().get().orElseThrow();
            var choice = new ReturnModel(found, at.sale().sale());
            choice.choose(choice.lines().getFirst(), Quantity.ONE);
            at.models.lines().addReturns(choice.refunds());
            pay("");
        }
        at.type("r 000001");
        var found = at.models.omnibox().receiptProperty().get().orElseThrow();
        var choice = new ReturnModel(found, at.sale().sale());
        assertThat(choice.returnable(choice.lines().getFirst())).isEqualTo(Quantity.ZERO);
    }

    @Test
    void withoutAReceiptItComesBackAtTodaysPrice() {
        at.type("-");
        at.scan(PAD);
        assertThat(at.due()).isEqualTo("-49.90");
        assertThat(pay("").total().amount()).isEqualTo("-49.90");
    }

    @Test
    void anExchangePaysTheDifference() {
        at.scan(KIT);
        at.type("-1*14_00021/700102/12");
        assertThat(at.due()).isEqualTo("139.10");
    }

    @Test
    void aColleagueGoesOnWithTheOpenSale() {
        at.scan(PAD);
        at.signIn.lock();
        at.signIn(SampleStaff.BRUNO, "2222");
        assertThat(at.due()).isEqualTo("49.90");
        assertThat(pay("").staffId()).isEqualTo(SampleStaff.BRUNO.staffId());
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
