package kmmotos.desktop.sales;

import static kmmotos.desktop.sales.CounterFixture.PAD;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Currency;
import javafx.scene.input.KeyCode;
import kmmotos.desktop.ui.Picture;
import kmmotos.model.money.Quantity;
import kmmotos.model.payments.ForeignRates;
import kmmotos.model.sales.Tender;
import kmmotos.model.stores.SampleStores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A brake pad costs 49.90; a dollar is 5.40 and an Argentine peso 0.0058.
class ForeignCashTest {
    @TempDir Path folder;

    private CounterFixture open(String... currencies) {
        return taking(new CounterFixture(folder).open(), currencies);
    }

    private static CounterFixture taking(CounterFixture at, String... currencies) {
        at.books.foreignRates =
                new ForeignRates(
                        SampleStores.SAO_PAULO.storeId(),
                        Arrays.stream(currencies)
                                .map(code ->
                                        new ForeignRates.Rate(
                                                Currency.getInstance(code),
                                                new BigDecimal(
                                                        code.equals("USD") ? "5.40" : "0.0058"),
                                                LocalDate.of(2026, 11, 1)))
                                .toList());
        return at;
    }

    @Test
    void changeIsTheShopsMoney() {
        var at = open("USD");
        at.scan(PAD);
        var sale = at.pay("20 usd");

        var paid = (Tender.ForeignCash) sale.tenders().getFirst();
        assertThat(paid.given().amount()).isEqualTo("20.00");
        assertThat(paid.amount().amount()).isEqualTo("49.90");
        assertThat(paid.change().amount()).isEqualTo("58.10");
        assertThat(paid.rate()).isEqualTo(new BigDecimal("5.40"));
        assertThat(CheckoutModel.change(sale).amount()).isEqualTo("58.10");
    }

    @Test
    void itTellsWhatIsDueInEachCurrencyRoundedUp() {
        var at = open("USD", "ARS");
        at.scan(PAD);
        at.models.checkout().total();

        assertThat(at.models.checkout().foreign().words()).isEqualTo("ARS 8,603.45 · USD 9.25");
    }

    @Test
    void aPartMayBeForeignAndTheRestIsPaidOtherwise() {
        var at = open("USD");
        at.scan(PAD);
        at.models.checkout().total();
        assertThat(at.models.checkout().foreign().pay("5")).isTrue();
        assertThat(at.models.checkout().tender().dueProperty().get().orElseThrow().amount())
                .isEqualTo("22.90");
        at.models.checkout().cash("");

        assertThat(at.books.sales.getLast().tenders())
                .extracting(Tender::kind)
                .containsExactly("foreign_cash", "cash");
    }

    @Test
    void ofSeveralCurrenciesOneHasToBeNamed() {
        var at = open("USD", "ARS");
        at.scan(PAD);
        at.models.checkout().total();

        assertThat(at.models.checkout().foreign().pay("10")).isFalse();
        assertThat(at.lastMessage()).contains("ARS, USD");
        assertThat(at.models.checkout().cash("10 eur")).isFalse();
        assertThat(at.models.checkout().cash("10000 ARS")).isTrue();
        assertThat(at.books.sales).hasSize(1);
    }

    @Test
    void whoTakesNoneSaysSo() {
        var at = open();
        at.scan(PAD);
        at.models.checkout().total();

        assertThat(at.models.checkout().foreign().pay("10")).isFalse();
        assertThat(at.lastMessage()).contains("no foreign cash");
    }

    @Test
    void moneyGoesBackInTheShopsOwn() {
        var at = open("USD");
        at.scan(PAD);
        at.pay("20 usd");
        at.type("r 000001");
        var choice =
                new ReturnModel(
                        at.models.omnibox().receiptProperty().get().orElseThrow(),
                        at.sale().sale());
        choice.choose(choice.lines().getFirst(), Quantity.ONE);
        at.models.lines().addReturns(choice.sold().receipt(), choice.refunds());
        at.models.checkout().total();

        assertThat(at.models.checkout().foreign().pay("9.24")).isFalse();
        assertThat(at.lastMessage()).contains("shop's own currency");
        at.models.checkout().cash("");
        assertThat(at.books.sales.getLast().tenders())
                .containsExactly(Tender.Cash.exactly(at.books.sales.getFirst().total().negated()));
    }

    @Test
    void theWindowShowsWhatIsDueAndTakesIt() {
        try (var window = new SaleWindow(folder)) {
            var at = taking(window.at(), "USD", "ARS");
            Picture.onFx(() -> {
                at.scan(PAD);
                return 0;
            });
            window.press(KeyCode.F12);
            window.picture("foreign-cash");
            window.type("20 usd");
            window.press(KeyCode.F9);
            Picture.settle();
            window.picture("foreign-cash-done");
            assertThat(at.books.sales).hasSize(1);
        }
    }
}
