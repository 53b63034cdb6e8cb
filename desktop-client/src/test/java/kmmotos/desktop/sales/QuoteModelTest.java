package kmmotos.desktop.sales;

import static kmmotos.desktop.sales.CounterFixture.KIT;
import static kmmotos.desktop.sales.CounterFixture.PAD;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import kmmotos.model.customers.SampleCustomers;
import kmmotos.model.pricing.SamplePrices;
import kmmotos.model.quotes.Quote;
import kmmotos.model.sales.SaleLine;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Offers in writing. A brake pad costs 49.90, a chain kit 189.00.
class QuoteModelTest {
    @TempDir Path folder;
    private CounterFixture at;
    private final List<Quote> made = new ArrayList<>();

    @BeforeEach
    void openTheShop() {
        at = new CounterFixture(folder).open();
    }

    private Quote offer(String days) {
        at.scan(PAD);
        at.scan(KIT);
        at.type("/5");
        at.models
                .quotes()
                .make(new QuoteModel.Terms(days, "Oficina do Zé", "with fitting"), made::add);
        return made.getLast();
    }

    @Test
    void aQuoteHoldsTheBasketAsItWasPricedAndTheCounterIsFreeAgain() {
        Quote quote = offer("30");

        assertThat(quote.number()).isEqualTo("Q-S1-1-000001");
        assertThat(quote.total().amount()).isEqualTo("229.45");
        assertThat(quote.validUntil()).isEqualTo(SamplePrices.DAY.plusDays(30));
        assertThat(quote.customerName()).isEqualTo("Oficina do Zé");
        assertThat(at.sale().sale().isEmpty()).isTrue();
    }

    @Test
    void whileItHoldsItIsSoldAtItsPricesAndTheSaleNamesIt() {
        Quote quote = offer("30");
        at.now = at.now.plus(Duration.ofDays(20));

        at.scan(quote.number());
        assertThat(at.due()).isEqualTo("229.45");
        var sold = at.pay("");

        assertThat(sold.reference()).contains(quote.number());
        assertThat(sold.lines())
                .extracting(SaleLine::total)
                .isEqualTo(quote.lines().stream().map(SaleLine::total).toList());
    }

    @Test
    void onceItIsOverItsGoodsAreRungUpAtTodaysPrices() {
        Quote quote = offer("0");
        at = new CounterFixture(folder.resolve("later"));
        at.books.quotes.add(quote);
        at.now = CounterFixture.NOW.plus(Duration.ofDays(1));
        at.open();

        at.type(quote.number().toLowerCase(java.util.Locale.ROOT));

        assertThat(at.due()).isEqualTo("238.90");
        assertThat(at.lastMessage()).contains("prices of today");
    }

    @Test
    void theCustomerComesBackWithTheQuoteAndParkingForgetsNothing() {
        at.models.omnibox().pick(SampleCustomers.WORKSHOP);
        Quote quote = offer("30");
        at.type(quote.number());
        at.models.parking().park();
        at.models.parking().recall(at.models.parking().parked().getFirst());

        assertThat(at.sale().sale().customer()).contains(SampleCustomers.WORKSHOP);
        assertThat(at.pay("").reference()).contains(quote.number());
    }

    @Test
    void returnsPaidPartsAndNothingAreNotOffered() {
        assertThat(at.models.quotes().canBeMade()).isFalse();
        at.type("-");
        at.scan(PAD);
        assertThat(at.models.quotes().canBeMade()).isFalse();
        assertThat(at.lastMessage()).contains("Only goods");
    }

    @Test
    void noPriceIsPromisedForEver() {
        at.scan(PAD);
        at.models.quotes().make(new QuoteModel.Terms("366", "", ""), made::add);
        at.models.quotes().make(new QuoteModel.Terms("soon", "", ""), made::add);

        assertThat(made).isEmpty();
        assertThat(at.due()).isEqualTo("49.90");
    }

    @Test
    void anUnknownNumberIsSaidToBeUnknown() {
        at.type("Q-S9-1-000001");

        assertThat(at.lastMessage()).contains("Q-S9-1-000001");
    }
}
