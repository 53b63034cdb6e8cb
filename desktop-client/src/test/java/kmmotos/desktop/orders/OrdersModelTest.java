package kmmotos.desktop.orders;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import kmmotos.desktop.devices.PrintQueue;
import kmmotos.desktop.devices.PrinterHardware;
import kmmotos.desktop.devices.SimulatedPrinter;
import kmmotos.desktop.receipts.Slip;
import kmmotos.desktop.ui.SampleWorkplace;
import kmmotos.desktop.ui.Workplace;
import kmmotos.model.catalog.Sku;
import kmmotos.model.money.Quantity;
import kmmotos.model.orders.Order;
import kmmotos.model.orders.OrderState;
import kmmotos.model.staff.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OrdersModelTest {

    private static final String PAD = "BRK-CG160-F";

    private final SampleOrderBook book = new SampleOrderBook();
    private final SimulatedPrinter printer = new SimulatedPrinter();
    private final PrintQueue queue = new PrintQueue(PrinterHardware.simulated(printer), _ -> {});
    private final AtomicInteger rings = new AtomicInteger();
    private final List<Order> handedOver = new ArrayList<>();
    private final Workplace workplace = SampleWorkplace.of(Role.CASHIER);
    private final OrdersModel model =
            new OrdersModel(
                    workplace,
                    new OrdersModel.Tools(book, queue, rings::incrementAndGet, handedOver::add));

    @AfterEach
    void stopPrinter() {
        queue.close();
    }

    @Test
    void aNewOrderRingsOnceAndShowsInTheBadge() {
        model.refresh();
        assertThat(rings).hasValue(0);
        book.place(1, "Rui");
        model.refresh();
        model.refresh();
        assertThat(rings).hasValue(1);
        assertThat(model.waitingProperty().get()).isEqualTo(1);
        book.place(2, "Lia");
        model.refresh();
        assertThat(rings).hasValue(2);
    }

    @Test
    void scanningEveryPieceMakesTheOrderPickable() {
        chosen();
        model.pick();
        assertThat(state()).isInstanceOf(OrderState.Placed.class);
        assertThat(SampleWorkplace.lastMessage(workplace)).contains("missing");

        model.scanned(PAD);
        assertThat(model.pickingProperty().get().orElseThrow().isComplete()).isFalse();
        model.scanned(PAD);
        model.pick();

        assertThat(state()).isInstanceOf(OrderState.Picked.class);
        assertThat(model.pickingProperty().get()).isEmpty();
        assertThat(model.waitingProperty().get()).isZero();
    }

    @Test
    void thePickListKnowsFromWhichBinToTakeWhat() {
        book.lies(new Sku(PAD), "A-03-2");
        chosen();
        var picking = model.pickingProperty().get().orElseThrow();
        assertThat(picking.place(new Sku(PAD))).contains("A-03-2");
        assertThat(picking.place(new Sku("NOWHERE"))).isEmpty();
    }

    @Test
    void aWrongItemIsRefusedAndOneTooManyToo() {
        chosen();
        assertThat(model.scanned("OIL-20W50-1L")).isTrue();
        assertThat(SampleWorkplace.lastMessage(workplace)).contains("not in this order");
        model.scanned("7891234567895");
        assertThat(SampleWorkplace.lastMessage(workplace)).contains("No item has the code");
        model.tick(new Sku(PAD), true);
        model.scanned(PAD);
        assertThat(SampleWorkplace.lastMessage(workplace)).contains("complete already");
    }

    @Test
    void scanningTheSlipOfAnOrderChoosesIt() {
        book.place(1, "Rui");
        Order second = book.place(2, "Lia");
        model.refresh();
        assertThat(model.scanned("w-104002")).isTrue();
        assertThat(model.chosenProperty().get()).contains(second);
        assertThat(model.scanned(second.number())).isTrue();
    }

    @Test
    void anOrderThatArrivesMeanwhileDisturbsNothing() {
        chosen();
        model.scanned(PAD);
        List<Order> shown = new ArrayList<>();
        model.chosenProperty().subscribe(order -> order.ifPresent(shown::add));
        book.place(2, "Lia");
        model.refresh();
        assertThat(shown).hasSize(1);
        assertThat(model.orders()).hasSize(2);
        assertThat(model.pickingProperty().get().orElseThrow().gathered(new Sku(PAD)))
                .isEqualTo(Quantity.ONE);
    }

    @Test
    void aReadyOrderGetsItsSlipWithTheShelf() {
        picked();
        model.ready(" B-12 ");
        assertThat(state()).isEqualTo(new OrderState.Ready(state().at(), "B-12"));
        queue.close();
        assertThat(printer.slips()).extracting(Slip::name).containsExactly("W-104001");
    }

    @Test
    void theRightCodeHandsOverAndAWrongOneDoesNot() {
        picked();
        model.handOver("AAAA-1111");
        model.handOver("short");
        assertThat(handedOver).isEmpty();
        assertThat(SampleWorkplace.lastMessage(workplace)).contains("doesn't open");
        model.handOver("k7m4 2q9x");
        assertThat(handedOver).extracting(Order::number).containsExactly("W-104001");
    }

    @Test
    void anOrderThatCannotBeFoundIsRefusedWithAReason() {
        chosen();
        model.refuse("  ");
        assertThat(book.reasons()).isEmpty();
        model.refuse("Only one pad left, and it is damaged");
        assertThat(book.reasons()).containsExactly("Only one pad left, and it is damaged");
        assertThat(model.orders()).isEmpty();
        assertThat(model.chosenProperty().get()).isEmpty();
    }

    private void chosen() {
        Order order = book.place(1, "Rui");
        model.refresh();
        model.choose(order);
    }

    private void picked() {
        chosen();
        model.tick(new Sku(PAD), true);
        model.pick();
    }

    private OrderState state() {
        return model.chosenProperty().get().orElseThrow().state();
    }
}
