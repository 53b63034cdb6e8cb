package kmmotos.desktop.sales;

import static kmmotos.desktop.sales.CounterFixture.KIT;
import static kmmotos.desktop.sales.CounterFixture.PAD;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import kmmotos.model.money.Money;
import kmmotos.model.sales.SaleLine;
import kmmotos.model.sales.Tender;
import kmmotos.model.staff.SampleStaff;
import kmmotos.model.stores.SampleStores;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A sale that was a mistake. A brake pad costs 49.90, a chain kit 189.00.
class VoidModelTest {
    @TempDir Path folder;
    private CounterFixture at;

    @BeforeEach
    void openTheShop() {
        at = new CounterFixture(folder).open(SampleStaff.BRUNO, "2222");
    }

    private static Money money(String amount) {
        return Money.parse(amount, SampleStores.BRL);
    }

    @Test
    void aReversedSaleHasAReceiptOfItsOwnAndAddsUpToNothing() {
        at.scan(PAD);
        at.scan(KIT);
        var sold = at.pay("300");

        at.models.voiding().last();
        at.models.checkout().cash("");

        var reversed = at.books.sales.getLast();
        assertThat(reversed.isVoid()).isTrue();
        assertThat(reversed.receiptNumber()).isEqualTo(sold.receiptNumber().next());
        assertThat(reversed.total()).isEqualTo(sold.total().negated());
        assertThat(reversed.tax()).isEqualTo(sold.tax().negated());
        assertThat(reversed.lines())
                .extracting(line -> line.returnOf().orElseThrow().saleId())
                .containsOnly(sold.saleId());
        assertThat(at.books.handedOut).contains(reversed);
    }

    @Test
    void whatWasPaidByCardGoesBackToTheCardByTheTerminal() {
        at.scan(KIT);
        at.models.checkout().total();
        at.models.checkout().card("100");
        at.models.checkout().tender().confirmByHand("1");
        at.models.checkout().cash("");

        at.models.voiding().last();
        at.models.checkout().cash("");
        assertThat(at.models.checkout().tender().dueProperty().get()).contains(money("-100.00"));
        at.models.checkout().card("");
        assertThat(at.models.checkout().tender().atTerminalProperty().get().orElseThrow().amount())
                .isEqualTo(money("-100.00"));
        at.models.checkout().tender().confirmByHand("2");

        assertThat(at.books.sales.getLast().tenders())
                .extracting(Tender::amount)
                .containsExactly(money("-89.00"), money("-100.00"));
    }

    @Test
    void nothingIsReversedTwice() {
        at.scan(PAD);
        var sold = at.pay("");
        at.models.voiding().begin(sold);
        at.models.checkout().cash("");
        int count = at.books.sales.size();

        at.models.voiding().begin(sold);

        assertThat(at.lastMessage()).contains("came back already");
        assertThat(at.books.sales).hasSize(count);
    }

    @Test
    void aVoidIsNotReversed() {
        at.scan(PAD);
        at.models.voiding().begin(at.pay(""));
        at.models.checkout().cash("");

        at.models.voiding().last();

        assertThat(at.lastMessage()).contains("not undone");
    }

    @Test
    void aCashierAsksASecondPersonWhoIsWrittenDown() {
        at = new CounterFixture(folder.resolve("other")).open();
        at.scan(PAD);
        at.models.voiding().begin(at.pay(""));
        assertThat(at.approvals.askedProperty().get()).isPresent();

        at.approvals.approve(SampleStaff.BRUNO, "2222");
        at.models.checkout().cash("");

        assertThat(at.books.sales.getLast().lines())
                .extracting(SaleLine::returned)
                .allSatisfy(why ->
                        assertThat(why.orElseThrow().approvedBy())
                                .contains(SampleStaff.BRUNO.staffId()));
    }

    @Test
    void moneyOnAGiftCardMayBeUsedAlreadyAndIsNotReversed() {
        at.type("g 50");
        at.pay("");

        at.models.voiding().last();

        assertThat(at.lastMessage()).contains("may be used already");
    }

    @Test
    void whatIsRungUpMeanwhileIsParked() {
        at.scan(PAD);
        var sold = at.pay("");
        at.scan(KIT);

        at.models.voiding().begin(sold);

        assertThat(at.models.parking().parked()).hasSize(1);
        assertThat(at.due()).isEqualTo("-49.90");
    }
}
