package kmmotos.desktop.sales;

import static kmmotos.desktop.sales.CounterFixture.PAD;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Optional;
import kmmotos.model.money.Money;
import kmmotos.model.money.Quantity;
import kmmotos.model.pricing.Coupon;
import kmmotos.model.pricing.Discount;
import kmmotos.model.sync.Event;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Lines counted anew, and what hangs on their number.
class LineCountTest {
    @TempDir Path folder;
    private CounterFixture at;

    @BeforeEach
    void threePadsAreRungUp() {
        at = new CounterFixture(folder).open();
        at.type("3*");
        at.scan(PAD);
    }

    private Quantity quantity() {
        return at.sale().rows().getFirst().quantity();
    }

    @Test
    void lessIsWrittenDown() {
        at.type("*2");
        assertThat(quantity()).isEqualTo(Quantity.of(2));
        assertThat(at.books.journal)
                .last()
                .isInstanceOfSatisfying(
                        Event.LineVoided.class,
                        event -> assertThat(event.line().quantity()).isEqualTo(Quantity.ONE));
    }

    @Test
    void noneTakesTheLineOut() {
        at.type("*0");
        assertThat(at.sale().rows()).isEmpty();
    }

    @Test
    void halfAPadIsRefused() {
        at.type("*1.5");
        assertThat(quantity()).isEqualTo(Quantity.of(3));
        assertThat(at.lastMessage()).contains("whole pieces");
    }

    @Test
    void anAbsurdNumberIsRefused() {
        at.type("*7891000000012");
        assertThat(quantity()).isEqualTo(Quantity.of(3));
        assertThat(at.lastMessage()).contains("too many");
    }

    @Test
    void whatComesBackCountsInUnitsAndTax() {
        at.models.checkout().total();
        at.models.checkout().cash("");
        at.type("r 000001");
        var sold = at.models.omnibox().receiptProperty().get().orElseThrow();
        var choice = new ReturnModel(sold, at.sale().sale());
        choice.choose(choice.lines().getFirst(), Quantity.ONE);
        at.models.lines().addReturns(choice.sold().receipt(), choice.refunds());
        var totals = at.sale().totalsProperty().get();
        assertThat(totals.units()).isEqualTo(Quantity.ONE.negated());
        assertThat(totals.tax().amount()).isEqualTo("-7.61");
    }

    @Test
    void aCouponIsLostWhenTheSaleFallsBelowItsMinimum() {
        var currency = at.sale().store().currency();
        var big =
                new Coupon(
                        "BIG",
                        new Discount.PercentOff(BigDecimal.TEN),
                        Optional.of(Money.ofMinor(10_000, currency)),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        true);
        at.books.coupons.put("BIG", new CouponFound.Known(big, 0));
        at.type("BIG");
        at.models.checkout().total();
        assertThat(at.sale().stateProperty().get()).isEqualTo(SaleState.TENDER);
        at.models.checkout().back();
        at.type("*2");
        at.models.checkout().total();
        assertThat(at.sale().stateProperty().get()).isEqualTo(SaleState.SELL);
        assertThat(at.due()).isEqualTo("99.80");
        assertThat(at.lastMessage()).contains("BIG", "100.00");
    }
}
