package kmmotos.desktop.sales;

import static kmmotos.desktop.sales.CounterFixture.KIT;
import static kmmotos.desktop.sales.CounterFixture.PAD;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import kmmotos.model.money.Quantity;
import kmmotos.model.money.UnitPrice;
import kmmotos.model.pricing.SamplePrices;
import kmmotos.model.sales.SaleLine;
import kmmotos.model.stores.SampleStores;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Goods that come back, with and without their receipt. A chain kit costs 189.00.
class ReturnModelTest {
    @TempDir Path folder;
    private CounterFixture at;

    @BeforeEach
    void openTheShop() {
        at = new CounterFixture(folder).open();
    }

    @Test
    void aReturnByReceiptGivesBackExactlyWhatWasPaid() {
        at.type("3*KT-520-118");
        at.type("/5");
        var sale = at.pay("");
        at.type("r 000001");
        var choice =
                new ReturnModel(
                        at.models.omnibox().receiptProperty().get().orElseThrow(),
                        at.sale().sale());
        var line = choice.lines().getFirst();
        assertThat(choice.choose(line, Quantity.of(9))).isEqualTo(Quantity.of(3));
        assertThat(choice.refund().negated()).isEqualTo(sale.total());
        assertThat(choice.choose(line, Quantity.ONE)).isEqualTo(Quantity.ONE);
        at.models.lines().addReturns(choice.sold().receipt(), choice.refunds());
        assertThat(at.due()).isEqualTo("-179.55");
        var refund = at.pay("");
        assertThat(refund.lines()).extracting(SaleLine::kind).containsExactly(SaleLine.Kind.RETURN);
        assertThat(refund.total().amount()).isEqualTo("-179.55");
    }

    @Test
    void neverMoreComesBackThanWasSold() {
        at.type("2*KT-520-118");
        at.pay("");
        for (int i = 0; i < 2; i++) {
            at.type("r 000001");
            var found = at.models.omnibox().receiptProperty().get().orElseThrow();
            var choice = new ReturnModel(found, at.sale().sale());
            choice.choose(choice.lines().getFirst(), Quantity.ONE);
            at.models.lines().addReturns(choice.sold().receipt(), choice.refunds());
            at.pay("");
        }
        at.type("r 000001");
        var found = at.models.omnibox().receiptProperty().get().orElseThrow();
        var choice = new ReturnModel(found, at.sale().sale());
        assertThat(choice.returnable(choice.lines().getFirst())).isEqualTo(Quantity.ZERO);
    }

    @Test
    void withoutAReceiptItComesBackAtMostAtTodaysPrice() {
        at.books.lowest.put(SamplePrices.PAD, UnitPrice.parse("99.90", SampleStores.BRL));
        at.type("-");
        at.scan(PAD);
        assertThat(at.due()).isEqualTo("-49.90");
    }

    @Test
    void anExchangePaysTheDifference() {
        at.scan(KIT);
        at.type("-1*14_00021/700102/12");
        assertThat(at.due()).isEqualTo("139.10");
    }
}
