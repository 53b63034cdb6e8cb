package kmmotos.desktop.orders;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import kmmotos.desktop.devices.PrintQueue;
import kmmotos.desktop.devices.PrinterHardware;
import kmmotos.desktop.devices.SimulatedPrinter;
import kmmotos.desktop.receipts.SampleSlips;
import kmmotos.desktop.ui.Picture;
import kmmotos.desktop.ui.Place;
import kmmotos.desktop.ui.SampleWindow;
import kmmotos.desktop.ui.SampleWorkplace;
import kmmotos.desktop.ui.Texts;
import kmmotos.desktop.ui.Workplace;
import kmmotos.model.orders.Order;
import kmmotos.model.staff.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OrdersScreenTest {

    private final SampleOrderBook book = new SampleOrderBook();
    private final PrintQueue queue =
            new PrintQueue(PrinterHardware.simulated(new SimulatedPrinter()), _ -> {});
    private final List<Order> handedOver = new ArrayList<>();
    private final Workplace workplace = SampleWorkplace.of(Role.CASHIER, Texts.PORTUGUESE);
    private final OrdersModel model =
            new OrdersModel(
                    workplace,
                    new OrdersModel.Tools(book, queue, OrderBell.silent(), handedOver::add));
    private final SampleWindow window =
            SampleWindow.with(Place.ORDERS, workplace, () -> new OrdersScreen(workplace, model));

    @AfterEach
    void closeWindow() {
        queue.close();
        window.close();
    }

    /// A scroll pane shows nothing, and nothing in it takes the focus, before it was drawn once.
    private void drawNow() {
        var root = window.shell().dialogs().getScene().getRoot();
        root.applyCss();
        root.layout();
    }

    @Test
    void theKeysFollowTheStepsOfAnOrder() {
        Order order = book.place(1, "Conceição Araújo");
        window.run(model::refresh);
        window.run(() -> model.choose(order));
        window.run(() -> window.shell().scanned("BRK-CG160-F"));
        window.run(() -> window.shell().scanned("BRK-CG160-F"));
        window.run(this::drawNow);
        window.keyboard().press(KeyCode.F12);
        Picture.settle();
        assertThat(window.focused())
                .isInstanceOf(TextField.class)
                .hasFieldOrPropertyWithValue("id", "order-shelf");
        window.type("#order-shelf", "B-12");
        window.press("#order-shelf-go");
        Picture.settle();
        assertThat(window.focused())
                .isInstanceOf(TextField.class)
                .hasFieldOrPropertyWithValue("id", "pickup-code");
    }

    @Test
    void anOrderGoesFromTheListToTheCustomer() {
        window.picture("orders-none");
        book.lies(SampleSlips.order().lines().getLast().priced().sku(), "A-01-1");
        Order order = book.place(1, "Conceição Araújo");
        book.place(2, "Rui Barbosa");
        book.place(3, "Lia Nunes");
        window.run(model::refresh);
        window.run(() -> model.choose(order));
        assertThat(window.find("#pick-order", Button.class).isDisabled()).isTrue();
        window.run(() -> window.shell().scanned("BRK-CG160-F"));
        window.picture("orders-picking");
        window.run(() -> window.shell().scanned("BRK-CG160-F"));
        window.press("#pick-order");
        window.type("#order-shelf", "B-12");
        window.picture("orders-picked");
        window.press("#order-shelf-go");
        window.type("#pickup-code", "K7M42Q9X");
        window.picture("orders-ready");
        window.press("#pickup-code-go");
        assertThat(handedOver).hasSize(1);
    }
}
