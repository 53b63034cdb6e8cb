package kmmotos.desktop.display;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import javafx.scene.Scene;
import kmmotos.desktop.display.CustomerView.Line;
import kmmotos.desktop.display.CustomerView.Moment;
import kmmotos.desktop.sales.CounterFixture;
import kmmotos.desktop.ui.Picture;
import kmmotos.model.stores.SampleStores;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What customers see at the shop in São Paulo, whose clerk reads English. A brake pad costs 49.90,
/// a chain kit 189.00.
class CustomerDisplayTest {

    @TempDir Path folder = Path.of("");
    private CounterFixture at = new CounterFixture(folder);
    private CustomerDisplayModel model = new CustomerDisplayModel(at.models, at.sale().store());

    @BeforeEach
    void openTheShop() {
        at = new CounterFixture(folder).open();
        model = new CustomerDisplayModel(at.models, SampleStores.SAO_PAULO);
    }

    @Test
    void whileNobodyIsServedTheShopGreets() {
        assertThat(view().moment()).isEqualTo(Moment.IDLE);
        assertThat(model.twoLines()).containsExactly(SampleStores.SAO_PAULO.name(), "Bem-vindo");
        picture("customer-idle");
    }

    @Test
    void linesStandThereAsTheyAreRungUpInTheShopsLanguage() {
        at.scan(CounterFixture.PAD);
        at.scan(CounterFixture.PAD);
        at.scan(CounterFixture.KIT);
        assertThat(view().moment()).isEqualTo(Moment.RINGING_UP);
        assertThat(view().lines())
                .extracting(Line::count)
                .containsExactly("2 × 49,90", "1 × 189,00");
        assertThat(view().lines()).extracting(Line::total).containsExactly("99,80", "189,00");
        assertThat(view().caption()).isEqualTo("Total");
        assertThat(plain(view().amount())).isEqualTo("R$ 288,80");
        assertThat(plain(model.twoLines().getLast())).isEqualTo("Total      R$ 288,80");
        picture("customer-lines");
    }

    @Test
    void whatIsStillToBePaidThenTheChangeAndThanks() {
        at.scan(CounterFixture.PAD);
        at.models.checkout().total();
        at.models.checkout().cash("20");
        assertThat(view().caption()).isEqualTo("A pagar");
        assertThat(plain(view().amount())).isEqualTo("R$ 29,90");
        picture("customer-due");
        at.models.checkout().cash("50");
        assertThat(view().moment()).isEqualTo(Moment.DONE);
        assertThat(view().caption()).isEqualTo("Seu troco");
        assertThat(plain(view().amount())).isEqualTo("R$ 20,10");
        assertThat(view().lines()).isEmpty();
        picture("customer-done");
        at.models.checkout().next();
        assertThat(view().moment()).isEqualTo(Moment.IDLE);
    }

    @Test
    void nothingOfTheCustomerOrTheShopsNumbersIsShown() {
        at.type("c oficina");
        at.scan(CounterFixture.KIT);
        String shown = view().toString();
        at.sale()
                .sale()
                .customer()
                .ifPresent(customer -> assertThat(shown).doesNotContain(customer.name()));
        assertThat(shown).doesNotContain(at.sale().rows().getFirst().sku());
    }

    private CustomerView view() {
        return model.viewProperty().get();
    }

    private static String plain(String amount) {
        return amount.replace('\u00A0', ' ');
    }

    private void picture(String name) {
        if (System.getProperty("pictures") != null) {
            Picture.startToolkit();
            Scene scene = Picture.onFx(() -> new CustomerWindow(model).scene());
            Picture.write(scene, Path.of("target", "pictures", name + ".png"));
        }
    }
}
