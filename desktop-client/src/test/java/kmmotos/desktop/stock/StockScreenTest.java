package kmmotos.desktop.stock;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import kmmotos.desktop.ui.Place;
import kmmotos.desktop.ui.SampleWindow;
import kmmotos.desktop.ui.SampleWorkplace;
import kmmotos.desktop.ui.Texts;
import kmmotos.desktop.ui.Workplace;
import kmmotos.model.catalog.Sku;
import kmmotos.model.money.Quantity;
import kmmotos.model.staff.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StockScreenTest {

    private final SampleStockBook book = new SampleStockBook();
    private final Workplace workplace = SampleWorkplace.of(Role.MANAGER, Texts.SPANISH);
    private final StockModel model = new StockModel(workplace, book);
    private final DeliveryModel delivery = new DeliveryModel(workplace, book);
    private final SampleWindow window =
            SampleWindow.with(
                    Place.STOCK, workplace, () -> new StockScreen(workplace, model, delivery));

    @AfterEach
    void closeWindow() {
        window.close();
    }

    @Test
    void anItemIsFoundCorrectedAndReceived() {
        window.picture("stock-none");
        window.type("#stock-search", "i");
        var table = window.find("#stock-items", TableView.class);
        window.run(() -> table.getSelectionModel().select(0));
        window.type("#adjust-quantity", "2");
        window.type("#adjust-note", "Box was wet");
        window.picture("stock-item");
        window.press("#adjust-stock");
        Sku pad = new Sku("BRK-CG160-F");
        assertThat(book.item(pad).orElseThrow().onHand()).isEqualTo(Quantity.of(12));

        var side = window.find("#side-delivery", ToggleButton.class);
        window.run(side::fire);
        window.run(() -> window.shell().scanned("OIL-20W50-1L"));
        window.run(() -> window.shell().scanned("BRK-CG160-F"));
        window.type("#delivery-note", "NF 4711");
        window.picture("stock-delivery");
        window.press("#receive-goods");
        assertThat(book.item(pad).orElseThrow().onHand()).isEqualTo(Quantity.of(13));
    }
}
