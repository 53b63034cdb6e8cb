package kmmotos.desktop.sales;

import static kmmotos.desktop.sales.CounterFixture.PAD;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import kmmotos.model.customers.SampleCustomers;
import kmmotos.model.money.Quantity;
import kmmotos.model.pricing.SamplePrices;
import kmmotos.model.sales.LostSale;
import kmmotos.model.sync.Event;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a customer wanted and did not get.
class LostSaleModelTest {
    @TempDir Path folder;
    private CounterFixture at;

    @BeforeEach
    void openTheShop() {
        at = new CounterFixture(folder).open();
    }

    private List<LostSale> lost() {
        return at.books.journal.stream()
                .filter(Event.SaleLost.class::isInstance)
                .map(event -> ((Event.SaleLost) event).lost())
                .toList();
    }

    @Test
    void anArticleThatIsSoldHereIsKnownByItsNumberOrCode() {
        at.models.lostSales().write(PAD, "2", LostSale.Reason.NO_STOCK);

        assertThat(lost().getFirst().sku()).contains(SamplePrices.PAD);
        assertThat(lost().getFirst().quantity()).isEqualTo(Quantity.of(2));
        assertThat(at.lastMessage()).contains("2");
    }

    @Test
    void wordsAreEnoughAndTheCustomerOfTheSaleIsNamed() {
        at.models.omnibox().pick(SampleCustomers.WORKSHOP);

        at.models.lostSales().write("mirror for an XRE 300", "", LostSale.Reason.NOT_LISTED);

        LostSale lost = lost().getFirst();
        assertThat(lost.sku()).isEqualTo(Optional.empty());
        assertThat(lost.words()).isEqualTo("mirror for an XRE 300");
        assertThat(lost.quantity()).isEqualTo(Quantity.ONE);
        assertThat(lost.customerId()).contains(SampleCustomers.WORKSHOP.customerId());
        assertThat(lost.day()).isEqualTo(SamplePrices.DAY);
    }

    @Test
    void theSaleInFrontStaysAsItIs() {
        at.scan(PAD);
        assertThat(at.models.lostSales().suggested()).isEqualTo(SamplePrices.PAD.value());

        at.models.lostSales().write("a chain", "1", LostSale.Reason.TOO_EXPENSIVE);

        assertThat(at.due()).isEqualTo("49.90");
    }

    @Test
    void nothingAndNonsenseAreNotWrittenDown() {
        at.models.lostSales().write("  ", "1", LostSale.Reason.OTHER);
        at.models.lostSales().write("pads", "many", LostSale.Reason.OTHER);
        at.models.lostSales().write("pads", "0", LostSale.Reason.OTHER);
        at.models.lostSales().write("x".repeat(201), "1", LostSale.Reason.OTHER);

        assertThat(lost()).isEmpty();
    }
}
