package kmmotos.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kmmotos.desktop.returns.Proof;
import kmmotos.desktop.returns.ReceiptFound;
import kmmotos.desktop.returns.SoldBefore;
import kmmotos.model.money.Money;
import kmmotos.model.money.Quantity;
import kmmotos.model.money.UnitPrice;
import kmmotos.model.pricing.SamplePrices;
import kmmotos.model.returns.SignedReceipt;
import kmmotos.model.sales.ReceiptNumber;
import kmmotos.model.sales.Refund;
import kmmotos.model.sales.Sale;
import kmmotos.model.sales.SaleLine;
import kmmotos.model.sales.SampleSales;
import kmmotos.model.stores.DeviceId;
import kmmotos.model.stores.SampleStores;
import kmmotos.model.sync.Event;
import kmmotos.model.sync.Policy;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a till without a network makes of receipts: its own, and those of other stores.
class TillReturnsTest {

    private static final KeyPair LISBON_KEY = key();
    private static final kmmotos.model.stores.Till LISBON =
            new kmmotos.model.stores.Till(
                    new DeviceId(new UUID(9, 9)), SampleStores.LISBON.storeId(), 3, "Balcão");

    @TempDir Path temp = Path.of("");
    private Till till = unopened();

    private static KeyPair key() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @BeforeEach
    void openTill() {
        till = TestTill.open(temp);
    }

    @AfterEach
    void closeTill() {
        till.close();
    }

    @SuppressWarnings("NullAway") // opened before each test
    private static Till unopened() {
        return null;
    }

    private void tell(boolean revoked) {
        tell(till, revoked);
    }

    private static void tell(Till till, boolean revoked) {
        var policy =
                new Policy.ReceiptKeyChanged(
                        LISBON,
                        Base64.getEncoder().encodeToString(LISBON_KEY.getPublic().getEncoded()),
                        revoked);
        till.database().write(session -> till.stores().shops().put(session, policy));
    }

    /// The code on a receipt of Lisbon, whose till this one is told of.
    static String receiptOfLisbon(Till till) {
        tell(till, false);
        return paper(soldInLisbon());
    }

    /// Three brake pads and a chain kit, sold in Lisbon.
    private static Sale soldInLisbon() {
        return at(SampleSales.cashSale(), new ReceiptNumber(LISBON.storeId(), 3, 1, 77), LISBON);
    }

    private static Sale at(Sale sale, ReceiptNumber number, kmmotos.model.stores.Till by) {
        return new Sale(
                sale.saleId(),
                number,
                by.storeId(),
                by.deviceId(),
                sale.shiftId(),
                sale.businessDay(),
                TestTill.NOW,
                sale.staffId(),
                sale.customerId(),
                sale.lines(),
                sale.tenders(),
                sale.total(),
                sale.coupons(),
                sale.orderId(),
                sale.priceListId(),
                sale.reference(),
                sale.couponLeases());
    }

    private ReceiptFound find(String typed) {
        return new TillCounter(till).receipt(typed);
    }

    private SoldBefore found(String typed) {
        return ((ReceiptFound.Found) find(typed)).sold();
    }

    private static String paper(Sale sale) {
        return SignedReceipt.sign(sale, LISBON_KEY.getPrivate()).text();
    }

    private void takeBack(SoldBefore sold, long units) {
        SaleLine first = sold.lines().getFirst();
        SaleLine back =
                sold.receipt().refund(first, sold.returnedOf(first), Quantity.of(units), 100_000);
        till.recorder()
                .record(next ->
                        new Event.SaleCompleted(
                                at(
                                        SampleSales.sale(
                                                UUID.randomUUID(),
                                                next.receiptNumber(),
                                                List.of(back),
                                                back.total()),
                                        next.receiptNumber(),
                                        SampleStores.TILL_1)));
    }

    @Test
    void aReceiptOfAnotherStoreIsBelievedByItsSignature() {
        tell(false);
        SoldBefore sold = found(paper(soldInLisbon()));

        assertThat(sold.proof()).isEqualTo(Proof.SIGNATURE);
        assertThat(sold.isCertain()).isFalse();
        assertThat(sold.receipt().number().store()).isEqualTo(SampleStores.LISBON.storeId());
        assertThat(sold.lines())
                .extracting(SaleLine::total)
                .isEqualTo(soldInLisbon().lines().stream().map(SaleLine::total).toList());
        assertThat(sold.lines().getFirst().description())
                .isNotEqualTo(sold.lines().getFirst().sku().value());
    }

    @Test
    void whatCameBackHereBeforeDoesNotComeBackAgain() {
        tell(false);
        takeBack(found(paper(soldInLisbon())), 2);

        SoldBefore again = found(paper(soldInLisbon()));

        assertThat(again.returnable(again.lines().getFirst())).isEqualTo(Quantity.ONE);
    }

    @Test
    void aTillThatNobodyToldOfIsNotBelieved() {
        assertThat(find(paper(soldInLisbon())))
                .isEqualTo(new ReceiptFound.UnknownTill(soldInLisbon().receiptNumber()));
    }

    @Test
    void aRevokedTillIsNotBelieved() {
        tell(true);
        assertThat(find(paper(soldInLisbon())))
                .isEqualTo(new ReceiptFound.RevokedTill(soldInLisbon().receiptNumber()));
    }

    @Test
    void whatIsForgedOrTornIsNotBelieved() {
        tell(false);
        Sale sold = soldInLisbon();
        String other = SignedReceipt.sign(sold, key().getPrivate()).text();

        assertThat(find(other)).isEqualTo(new ReceiptFound.Forged(sold.receiptNumber()));
        assertThat(find(paper(sold).substring(0, 150))).isEqualTo(new ReceiptFound.Damaged());
    }

    @Test
    void aTillThatSignsInTheNameOfAnotherIsNotBelieved() {
        tell(false);
        Sale sold =
                at(
                        SampleSales.cashSale(),
                        new ReceiptNumber(SampleStores.SAO_PAULO.storeId(), 1, 1, 5),
                        LISBON);
        assertThat(find(paper(sold))).isEqualTo(new ReceiptFound.Forged(sold.receiptNumber()));
    }

    @Test
    void theOwnBooksKnowMoreThanThePaper() {
        Sale own =
                ((Event.SaleCompleted)
                                till.recorder()
                                        .record(next ->
                                                new Event.SaleCompleted(
                                                        at(
                                                                SampleSales.cashSale(),
                                                                next.receiptNumber(),
                                                                SampleStores.TILL_1)))
                                        .event())
                        .sale();

        SoldBefore sold = found(own.receiptNumber().toString());

        assertThat(sold.proof()).isEqualTo(Proof.OWN_BOOKS);
        assertThat(sold.lines()).isEqualTo(own.lines());
        assertThat(
                        new TillCounter(till)
                                .lowestPaid(SamplePrices.PAD, TestTill.NOW.minusSeconds(3_600)))
                .isEqualTo(Optional.of(UnitPrice.of(Money.parse("49.90", SampleStores.BRL))));
    }

    @Test
    void aNumberThatNobodyKnowsIsNoReceipt() {
        assertThat(find("PT1-3-1-000077")).isEqualTo(new ReceiptFound.Unknown(false));
        assertThat(find("999")).isEqualTo(new ReceiptFound.Unknown(false));
    }

    @Test
    void goodsFromPaperGoBackForExactlyWhatWasPaid() {
        tell(false);
        SoldBefore sold = found(paper(soldInLisbon()));
        SaleLine paperLine = sold.lines().getFirst();
        SaleLine booksLine = soldInLisbon().lines().getFirst();

        assertThat(sold.receipt().refund(paperLine, Quantity.ZERO, Quantity.ONE, 1).total())
                .isEqualTo(
                        Refund.line(soldInLisbon(), booksLine, Quantity.ZERO, Quantity.ONE, 1)
                                .total());
    }
}
