package kmmotos.desktop.stock;

import static org.assertj.core.api.Assertions.assertThat;

import kmmotos.desktop.ui.SampleWorkplace;
import kmmotos.desktop.ui.Workplace;
import kmmotos.model.catalog.Sku;
import kmmotos.model.money.Quantity;
import kmmotos.model.staff.Role;
import org.junit.jupiter.api.Test;

class DeliveryModelTest {

    private static final Sku OIL = new Sku("OIL-20W50-1L");

    private final SampleStockBook book = new SampleStockBook();
    private final Workplace workplace = SampleWorkplace.of(Role.CASHIER);
    private final DeliveryModel model = new DeliveryModel(workplace, book, (_, _) -> {});

    @Test
    void scansOfOneItemAddUpInOneLine() {
        model.scanned(OIL.value());
        model.scanned(OIL.value());
        model.add(book.item(OIL).orElseThrow(), "24");
        assertThat(model.lines()).hasSize(1);
        assertThat(model.lines().getFirst().quantity()).isEqualTo(Quantity.of(26));
    }

    @Test
    void aBookedDeliveryIsInStockAndTheListIsEmpty() {
        model.scanned(OIL.value());
        model.receive(" NF 4711 ");
        assertThat(book.item(OIL).orElseThrow().onHand()).isEqualTo(Quantity.of(121));
        assertThat(book.movements(OIL, 1).getFirst().reference()).isEqualTo("NF 4711");
        assertThat(model.lines()).isEmpty();
    }

    @Test
    void absurdQuantitiesAndUnknownCodesAreRefused() {
        var oil = book.item(OIL).orElseThrow();
        model.add(oil, "100000");
        assertThat(SampleWorkplace.lastMessage(workplace)).contains("more than 99,999");
        model.add(oil, "-1");
        model.add(oil, "x");
        model.scanned("7890000000000");
        assertThat(model.lines()).isEmpty();
        model.add(oil, "99999");
        model.scanned(OIL.value());
        assertThat(model.lines().getFirst().quantity()).isEqualTo(Quantity.of(99_999));
    }

    @Test
    void anEmptyDeliveryIsNotBooked() {
        model.receive("NF 1");
        assertThat(SampleWorkplace.lastMessage(workplace)).contains("empty");
    }

    @Test
    void aLineCanBeTakenOutAgain() {
        model.scanned(OIL.value());
        model.remove(model.lines().getFirst());
        assertThat(model.lines()).isEmpty();
    }
}
