package kmmotos.desktop.sales;

import static kmmotos.desktop.sales.CounterFixture.KIT;
import static kmmotos.desktop.sales.CounterFixture.PAD;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import kmmotos.desktop.returns.Proof;
import kmmotos.desktop.returns.ReceiptFound;
import kmmotos.desktop.returns.SoldBefore;
import kmmotos.model.returns.Receipt;
import kmmotos.model.sales.LostSale;
import kmmotos.model.sales.Returned;
import kmmotos.model.sales.SampleSales;
import kmmotos.model.sync.Event;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Returns, voids and what was not sold, by keyboard alone.
class AfterSaleScreenTest {
    @TempDir Path folder;
    private SaleWindow window;
    private CounterFixture at;

    @BeforeEach
    void open() {
        window = new SaleWindow(folder);
        at = window.at();
    }

    @AfterEach
    void close() {
        window.close();
    }

    /// A letter may be the first of a scan until the next key, or a moment, comes.
    private void typed(String letters) {
        window.type(letters);
        window.press(KeyCode.HOME);
    }

    private String text(String selector) {
        return ((Label) window.find(selector)).getText();
    }

    @Test
    void aReceiptOfAnotherStoreComesBackWithItsReasonAndTheMoneyAsPaid() {
        at.books.receipts.put(
                "PT1-3-1-000077",
                new ReceiptFound.Found(
                        new SoldBefore(
                                Receipt.of(SampleSales.cashSale()),
                                Map.of(),
                                Proof.SIGNATURE,
                                false)));
        window.press(KeyCode.F10);
        window.type("PT1-3-1-000077");
        window.press(KeyCode.ENTER);
        assertThat(text("#proof")).contains("signature");
        assertThat(text("#not-asked")).contains("can't be asked");
        typed("a3");
        assertThat(text("#condition")).isEqualTo("to the supplier");
        typed("c");
        assertThat(text("#condition")).isEqualTo("thrown away");
        window.picture("return-signed");
        window.press(KeyCode.ENTER, KeyCode.F12);
        assertThat(text("#explanation")).contains("as it was paid");
        window.picture("return-pay");
        window.press(KeyCode.ENTER);

        assertThat(at.books.sales.getLast().lines())
                .allSatisfy(line ->
                        assertThat(line.returned())
                                .contains(
                                        Returned.of(
                                                Returned.Reason.DEFECTIVE,
                                                Returned.Condition.WASTE)));
    }

    @Test
    void whyAnArticleWithoutAReceiptComesBackIsAskedAtOnce() {
        window.type("-");
        window.press(KeyCode.ENTER);
        window.burst(PAD);
        typed("2");
        window.picture("return-without-receipt");
        window.press(KeyCode.ENTER);

        assertThat(at.sale().sale().fixed().getFirst().returned().orElseThrow().reason())
                .isEqualTo(Returned.Reason.WRONG_PART);
    }

    @Test
    void theLastReceiptsArePrintedAgainGivenAsAPresentAndReversed() {
        window.burst(KIT);
        window.press(KeyCode.F12, KeyCode.ENTER, KeyCode.ENTER, KeyCode.F9);
        window.picture("receipts");
        typed("g");
        assertThat(at.lastMessage()).contains("Gift receipt");

        window.press(KeyCode.F9);
        typed("v");

        assertThat(at.approvals.askedProperty().get()).isPresent();
    }

    @Test
    void aBasketIsOfferedInWritingAndBroughtBackByItsNumber() {
        window.burst(KIT);
        window.control(KeyCode.Q);
        window.type("Oficina");
        window.picture("quote-dialog");
        window.press(KeyCode.F6);
        assertThat(window.savedQuotes).hasSize(1);
        assertThat(at.sale().sale().isEmpty()).isTrue();

        window.control(KeyCode.Q);
        window.picture("quotes");
        window.press(KeyCode.ENTER);

        assertThat(at.due()).isEqualTo("189.00");
    }

    @Test
    void anOrderWithADepositIsTakenByKeysAndGoesOnToThePayment() {
        window.burst(KIT);
        window.control(KeyCode.D);
        window.type("Oficina");
        window.picture("deposit-dialog");
        window.press(KeyCode.ENTER);
        window.picture("deposit-payment");
        window.press(KeyCode.ENTER);

        assertThat(at.books.counterOrders.values().iterator().next().paid().amount())
                .isEqualTo("37.80");
        window.picture("deposit-done");
    }

    @Test
    void aReceiptGoesByMailToWhoeverAgreesAndIsWrittenDown() {
        window.burst(KIT);
        window.press(KeyCode.F12, KeyCode.ENTER);
        window.control(KeyCode.E);
        window.type("ze@example");
        window.press(KeyCode.ENTER);
        assertThat(at.lastMessage()).contains("no e-mail address");
        window.type(".com");
        window.picture("mail-dialog");
        window.press(KeyCode.ENTER);

        assertThat(at.books.journal.getLast()).isInstanceOf(Event.MailAsked.class);
        var mail = ((Event.MailAsked) at.books.journal.getLast()).mail();
        assertThat(mail.to()).isEqualTo("ze@example.com");
        assertThat(mail.reference()).isEqualTo(at.books.sales.getLast().receiptNumber().toString());
    }

    @Test
    void whatWasNotSoldIsWrittenDownInAFewKeys() {
        window.press(KeyCode.INSERT);
        window.type("mirror xre 300");
        window.picture("lost-sale");
        window.press(KeyCode.F3);

        assertThat(at.books.journal.getLast())
                .isInstanceOfSatisfying(
                        Event.SaleLost.class,
                        event ->
                                assertThat(event.lost().reason())
                                        .isEqualTo(LostSale.Reason.NOT_LISTED));
    }
}
