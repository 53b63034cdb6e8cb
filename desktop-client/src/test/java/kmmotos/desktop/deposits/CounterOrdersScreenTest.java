package kmmotos.desktop.deposits;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import kmmotos.desktop.ui.Place;
import kmmotos.desktop.ui.SampleWindow;
import kmmotos.desktop.ui.SampleWorkplace;
import kmmotos.desktop.ui.Screen;
import kmmotos.desktop.ui.Texts;
import kmmotos.desktop.ui.TwoScreens;
import kmmotos.desktop.ui.Workplace;
import kmmotos.model.deposits.CounterOrder;
import kmmotos.model.deposits.CounterOrderProgress;
import kmmotos.model.deposits.CounterOrderState;
import kmmotos.model.deposits.SampleCounterOrders;
import kmmotos.model.money.Money;
import kmmotos.model.sales.SampleSales;
import kmmotos.model.staff.Role;
import kmmotos.model.staff.StaffMember;
import kmmotos.model.stores.SampleStores;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CounterOrdersScreenTest {

    private final InMemory book = new InMemory();
    private final List<String> counter = new ArrayList<>();
    private final Workplace workplace = SampleWorkplace.of(Role.SUPERVISOR, Texts.PORTUGUESE);
    private final CounterOrdersModel model =
            new CounterOrdersModel(
                    workplace,
                    new CounterOrdersModel.Tools(
                            book,
                            Clock.fixed(SampleSales.AT.plus(Duration.ofDays(1)), ZoneOffset.UTC),
                            (order, typed) -> counter.add("pay " + typed),
                            order -> counter.add("hand over " + order.order().number()),
                            order -> counter.add("give back " + order.owed().amount()),
                            order -> counter.add("print " + order.order().number())));
    private final SampleWindow window =
            SampleWindow.with(
                    Place.ORDERS,
                    workplace,
                    () ->
                            new TwoScreens(
                                    new TwoScreens.Part("Web", new NoWebOrders()),
                                    new TwoScreens.Part(
                                            "Counter", new CounterOrdersScreen(workplace, model))));

    private static final class NoWebOrders implements Screen {
        private final Label view = new Label("web");

        @Override
        public Label view() {
            return view;
        }
    }

    /// The shop's orders in memory.
    private static final class InMemory implements CounterOrderBook {
        final Map<UUID, CounterOrderProgress> orders = new LinkedHashMap<>();
        boolean isThere;

        CounterOrderProgress add(int n, String customer, CounterOrder like) {
            var order =
                    new CounterOrder(
                            new UUID(0, n),
                            CounterOrder.number(like.store(), 1, n),
                            like.kind(),
                            like.store(),
                            like.device(),
                            like.day(),
                            like.at(),
                            like.staffId(),
                            like.customerId(),
                            customer,
                            like.phone(),
                            like.email(),
                            like.lines(),
                            like.total(),
                            like.due(),
                            like.supplier(),
                            like.note());
            var payment =
                    new CounterOrderProgress.Payment(
                            new UUID(1, n), SampleSales.AT, Money.parse("40.00", SampleStores.BRL));
            var progress = new CounterOrderProgress(order, order.first(), List.of(payment));
            orders.put(order.orderId(), progress);
            return progress;
        }

        @Override
        public List<CounterOrderProgress> open() {
            return orders.values().stream().filter(one -> !one.isOver()).toList();
        }

        @Override
        public List<CounterOrderProgress> search(String words) {
            return orders.values().stream()
                    .filter(one ->
                            one.order()
                                    .customerName()
                                    .toLowerCase(Locale.ROOT)
                                    .contains(words.toLowerCase(Locale.ROOT)))
                    .toList();
        }

        @Override
        public Optional<CounterOrderProgress> byNumber(String number) {
            return orders.values().stream()
                    .filter(one -> one.order().number().equals(number))
                    .findFirst();
        }

        @Override
        public boolean isThere(CounterOrderProgress progress) {
            return isThere;
        }

        @Override
        public void move(UUID orderId, CounterOrderState next, StaffMember by) {
            orders.computeIfPresent(orderId, (_, known) -> known.become(next));
        }

        @Override
        public void arrived(CounterOrderProgress progress, String shelf, StaffMember by) {
            move(
                    progress.order().orderId(),
                    new CounterOrderState.Waiting(SampleSales.AT, shelf),
                    by);
        }
    }

    @AfterEach
    void closeWindow() {
        window.close();
    }

    private void drawNow() {
        var root = window.shell().dialogs().getScene().getRoot();
        root.applyCss();
        root.layout();
    }

    private void scan(CounterOrderProgress order) {
        window.run(() -> window.shell().scanned(order.order().number()));
        window.run(this::drawNow);
    }

    private CounterOrderState stateOf(CounterOrderProgress order) {
        return book.byNumber(order.order().number()).orElseThrow().state();
    }

    private void type(String id, String text) {
        window.run(() ->
                ((TextField) window.shell().dialogs().getScene().lookup("#" + id)).setText(text));
    }

    private void click(String id) {
        window.run(() -> ((Button) window.shell().dialogs().getScene().lookup("#" + id)).fire());
        window.run(this::drawNow);
    }

    @Test
    void aScannedSlipTurnsToItsOrderAndTheKeysLeadItToTheCounter() {
        var order = book.add(1, "Conceição Araújo", SampleCounterOrders.special());
        book.add(2, "Oficina do Zé", SampleCounterOrders.layaway());
        book.isThere = true;
        window.run(model::refresh);
        scan(order);
        window.picture("counter-order-asked");
        type("counter-shelf", "A3");
        click("counter-shelf-go");
        assertThat(stateOf(order)).isEqualTo(new CounterOrderState.Waiting(SampleSales.AT, "A3"));
        window.picture("counter-order-waiting");

        window.keyboard().press(KeyCode.F12);
        window.keyboard().press(KeyCode.F9);

        assertThat(counter).containsExactly("hand over O-S1-1-000001", "print O-S1-1-000001");
    }

    @Test
    void whoeverGivesUpPaysTheFeeAndTheRestIsPaidBack() {
        var order = book.add(1, "Conceição Araújo", SampleCounterOrders.special());
        window.run(model::refresh);
        scan(order);
        click("counter-cancel");
        assertThat(stateOf(order).isOpen()).isTrue();

        type("counter-why", "found one elsewhere");
        click("counter-cancel");

        assertThat(stateOf(order)).isInstanceOf(CounterOrderState.Cancelled.class);
        String left =
                Money.parse("40.00", SampleStores.BRL)
                        .minus(order.fee(SampleStores.SAO_PAULO.depositRules()))
                        .amount();
        assertThat(counter).containsExactly("give back " + left);
        window.picture("counter-order-cancelled");
    }

    @Test
    void anOrderIsFoundByAPartOfItsCustomersName() {
        book.add(1, "Conceição Araújo", SampleCounterOrders.special());
        book.add(2, "Oficina do Zé", SampleCounterOrders.layaway());
        window.run(() -> model.search("oficina"));
        assertThat(model.orders()).hasSize(1);
        window.run(() -> model.search(""));
        assertThat(model.orders()).hasSize(2);
    }

    @Test
    void aCashierCannotCancelWithoutAFee() {
        var cashier = SampleWorkplace.of(Role.CASHIER, Texts.PORTUGUESE);
        var counterOnly =
                new CounterOrdersModel(
                        cashier,
                        new CounterOrdersModel.Tools(
                                book,
                                Clock.systemUTC(),
                                (_, _) -> true,
                                _ -> true,
                                _ -> true,
                                _ -> true));
        var order = book.add(1, "Zé", SampleCounterOrders.special());
        counterOnly.refresh();
        counterOnly.choose(counterOnly.orders().getFirst());
        counterOnly.cancel("not to be had", false);
        assertThat(stateOf(order).isOpen()).isTrue();
    }
}
