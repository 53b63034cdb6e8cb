package kmmotos.desktop.sales;

import static kmmotos.desktop.sales.CounterFixture.KIT;
import static kmmotos.desktop.sales.CounterFixture.PAD;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import kmmotos.desktop.returns.Proof;
import kmmotos.desktop.returns.ReceiptFound;
import kmmotos.desktop.returns.SoldBefore;
import kmmotos.model.money.Money;
import kmmotos.model.money.Quantity;
import kmmotos.model.money.UnitPrice;
import kmmotos.model.pricing.SamplePrices;
import kmmotos.model.returns.Receipt;
import kmmotos.model.sales.Returned;
import kmmotos.model.sales.Sale;
import kmmotos.model.sales.SaleLine;
import kmmotos.model.sales.SampleSales;
import kmmotos.model.sales.Tender;
import kmmotos.model.staff.SampleStaff;
import kmmotos.model.stores.SampleStores;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// How money goes back. Three brake pads and a chain kit were sold for 338.70: 100.00 by card, the
/// rest in cash.
class RefundModelTest {
    private static final String NUMBER = SampleSales.RECEIPT.toString();

    @TempDir Path folder;
    private CounterFixture at;

    @BeforeEach
    void openTheShop() {
        at = new CounterFixture(folder).open();
        Sale sale = SampleSales.cashSale();
        know(
                SampleSales.paid(
                        sale,
                        List.of(
                                new Tender.Card(UUID.randomUUID(), money("100.00"), "4711"),
                                Tender.Cash.exactly(sale.total().minus(money("100.00")))),
                        sale.total()));
    }

    private static Money money(String amount) {
        return Money.parse(amount, SampleStores.BRL);
    }

    private void know(Sale sale) {
        at.books.receipts.put(
                NUMBER,
                new ReceiptFound.Found(
                        new SoldBefore(Receipt.of(sale), Map.of(), Proof.SIGNATURE, false)));
    }

    private void takeAllBack() {
        at.type("r " + NUMBER);
        var choice =
                new ReturnModel(
                        at.models.omnibox().receiptProperty().get().orElseThrow(),
                        at.sale().sale());
        choice.chooseAll();
        choice.because(Returned.Reason.DEFECTIVE);
        at.models.lines().addReturns(choice.sold().receipt(), choice.refunds());
        at.models.checkout().total();
    }

    private Money due() {
        return at.models.checkout().tender().dueProperty().get().orElseThrow();
    }

    private Sale last() {
        return at.books.sales.getLast();
    }

    @Test
    void whatWasPaidInTwoWaysGoesBackInTwoWays() {
        takeAllBack();
        Money whole = due();
        assertThat(at.models.checkout().refunds().wordsProperty().get())
                .contains("100.00")
                .contains("card");

        at.models.checkout().cash("");
        assertThat(due()).isEqualTo(money("-100.00"));
        at.models.checkout().card("");
        at.models.checkout().tender().confirmByHand("refund 1");

        assertThat(last().total()).isEqualTo(whole);
        assertThat(last().tenders())
                .extracting(Tender::amount)
                .containsExactly(whole.plus(money("100.00")), money("-100.00"));
        assertThat(last().lines())
                .allSatisfy(line ->
                        assertThat(line.returned().orElseThrow().condition())
                                .isEqualTo(Returned.Condition.TO_SUPPLIER));
    }

    @Test
    void aCardNeverTakesBackMoreThanWasPaidByIt() {
        takeAllBack();

        assertThat(at.models.checkout().card("150")).isFalse();

        assertThat(at.lastMessage()).contains("100.00");
        assertThat(at.models.checkout().tender().atTerminalProperty().get()).isEmpty();
    }

    @Test
    void aPartGoesBackInCashAsTyped() {
        takeAllBack();
        Money whole = due();

        at.models.checkout().cash("38.70");

        assertThat(due()).isEqualTo(whole.plus(money("38.70")));
    }

    @Test
    void moreCashThanWasPaidTakesASecondPersonWhoIsWrittenDown() {
        takeAllBack();
        at.models.checkout().cash("");
        at.models.checkout().cash("");
        assertThat(due()).isEqualTo(money("-100.00"));
        assertThat(at.approvals.askedProperty().get()).isPresent();

        at.approvals.approve(SampleStaff.BRUNO, "2222");

        assertThat(last().tenders())
                .allSatisfy(tender -> assertThat(tender).isInstanceOf(Tender.Cash.class));
        assertThat(last().lines().getFirst().returned().orElseThrow().approvedBy())
                .contains(SampleStaff.BRUNO.staffId());
    }

    @Test
    void allOfItMayGoOnAGiftCard() {
        takeAllBack();
        Money whole = due();

        at.models.giftCards().pay("");
        at.models.giftCards().answer("");

        assertThat(last().tenders()).extracting(Tender::amount).containsExactly(whole);
        assertThat(last().tenders().getFirst()).isInstanceOf(Tender.GiftCard.class);
    }

    @Test
    void anExchangePaysTheDifferenceAndKeepsBothSides() {
        at.scan(KIT);
        at.scan(KIT);
        takeAllBack();

        assertThat(due()).isEqualTo(money("378.00").minus(SampleSales.cashSale().total()));
        at.models.checkout().cash("");

        assertThat(last().lines())
                .extracting(SaleLine::kind)
                .containsExactly(SaleLine.Kind.SALE, SaleLine.Kind.RETURN, SaleLine.Kind.RETURN);
    }

    @Test
    void withoutAReceiptTheLowestPriceOfTheLastWeeksCounts() {
        at.books.lowest.put(SamplePrices.PAD, UnitPrice.parse("39.90", SampleStores.BRL));
        at.type("-");
        at.scan(PAD);

        assertThat(at.due()).isEqualTo("-39.90");
        assertThat(at.models.unproven().askedProperty().get()).isPresent();
        at.models.unproven().because(Returned.Reason.DAMAGED, Returned.Condition.WASTE);
        assertThat(at.sale().sale().fixed().getFirst().returned())
                .contains(Returned.of(Returned.Reason.DAMAGED, Returned.Condition.WASTE));
    }

    @Test
    void withoutAReceiptCashTakesASecondPersonAndAGiftCardNone() {
        at.type("-");
        at.scan(PAD);
        at.models.checkout().total();
        at.models.checkout().cash("");
        assertThat(at.books.sales).isEmpty();
        assertThat(at.approvals.askedProperty().get().orElseThrow().what())
                .contains("without a receipt");

        at.models.giftCards().pay("");
        at.models.giftCards().answer("");

        assertThat(last().tenders().getFirst()).isInstanceOf(Tender.GiftCard.class);
    }

    @Test
    void aboveTheLimitGoodsWithoutAReceiptTakeASecondPerson() {
        at.type("-");
        at.scan(KIT);
        assertThat(at.sale().sale().isEmpty()).isTrue();

        at.approvals.approve(SampleStaff.BRUNO, "2222");

        assertThat(at.due()).isEqualTo("-189.00");
        assertThat(at.sale().sale().fixed().getFirst().returned().orElseThrow().approvedBy())
                .contains(SampleStaff.BRUNO.staffId());
    }

    @Test
    void aParkedReturnKnowsHowItsReceiptWasPaid() {
        takeAllBack();
        at.models.checkout().back();
        at.models.parking().park();
        at.models.parking().recall(at.models.parking().parked().getFirst());
        at.models.checkout().total();

        assertThat(at.models.checkout().card("150")).isFalse();
        assertThat(at.lastMessage()).contains("100.00");
    }

    @Test
    void whatTillsTookBackTooMuchOfLeavesNothingToReturn() {
        Sale sale = SampleSales.cashSale();
        at.books.receipts.put(
                NUMBER,
                new ReceiptFound.Found(
                        new SoldBefore(
                                Receipt.of(sale),
                                Map.of(1, Quantity.of(5)),
                                Proof.HEAD_OFFICE,
                                true)));
        at.type("r " + NUMBER);
        var choice =
                new ReturnModel(
                        at.models.omnibox().receiptProperty().get().orElseThrow(),
                        at.sale().sale());

        choice.chooseAll();

        assertThat(choice.chosen(choice.lines().getFirst())).isEqualTo(Quantity.ZERO);
    }

    @Test
    void aForgedReceiptOpensNothing() {
        at.books.receipts.put(NUMBER, new ReceiptFound.Forged(SampleSales.RECEIPT));

        at.type("r " + NUMBER);

        assertThat(at.models.omnibox().receiptProperty().get()).isEqualTo(Optional.empty());
        assertThat(at.lastMessage()).contains("Not verified");
    }
}
