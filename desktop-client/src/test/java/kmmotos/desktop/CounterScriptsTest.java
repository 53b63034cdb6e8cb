package kmmotos.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import kmmotos.desktop.leases.LeaseFound;
import kmmotos.desktop.sales.SaleState;
import kmmotos.desktop.settings.Settings;
import kmmotos.desktop.settings.SettingsStore;
import kmmotos.desktop.sync.DeviceKey;
import kmmotos.desktop.sync.LeaseServer;
import kmmotos.desktop.sync.Reply;
import kmmotos.desktop.ui.Background;
import kmmotos.desktop.ui.Keyboard;
import kmmotos.desktop.ui.Picture;
import kmmotos.desktop.ui.Place;
import kmmotos.model.customers.SampleCustomers;
import kmmotos.model.leases.CardBalance;
import kmmotos.model.leases.CouponText;
import kmmotos.model.leases.Lease;
import kmmotos.model.leases.LeaseAnswer;
import kmmotos.model.leases.LeaseRequest;
import kmmotos.model.leases.LeaseSubject;
import kmmotos.model.orders.Order;
import kmmotos.model.orders.SampleOrders;
import kmmotos.model.stores.SampleStores;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What clerks do all day, in the whole window of a real till, by keys and scanner alone. It prints
/// how many keys, scans and milliseconds each step took.
class CounterScriptsTest {
    private static final String PAD = "7891000000014";
    private static final String KIT = "7891000000021";
    private static final List<Step> STEPS = new ArrayList<>();

    @TempDir Path temp;
    private final AtomicLong nanos = new AtomicLong();
    private Till till;
    private TillWindow window;
    private Stage stage;
    private Keyboard keyboard;
    private String script = "";

    /// @param millis until the screen was laid out again
    private record Step(String script, String what, int keys, int scans, double millis) {
        @Override
        public String toString() {
            return "%-34s %-34s %4d %5d %8.1f".formatted(script, what, keys, scans, millis);
        }
    }

    /// What a clerk does in one step, counted.
    private final class Hands {
        private int keys;
        private int scans;

        Hands press(KeyCode... codes) {
            for (KeyCode code : codes) {
                keyboard.press(code);
                keys++;
            }
            return this;
        }

        Hands control(KeyCode code) {
            keyboard.control(code);
            keys++;
            return this;
        }

        Hands type(String text) {
            keyboard.type(text);
            keys += text.length();
            return this;
        }

        Hands scan(String code) {
            keyboard.burst(code);
            scans++;
            return this;
        }
    }

    private interface Doing {
        Hands with(Hands hands);
    }

    private int step(String what, Doing doing) {
        long begin = System.nanoTime();
        Hands hands = doing.with(new Hands());
        STEPS.add(
                new Step(script, what, hands.keys, hands.scans, (System.nanoTime() - begin) / 1e6));
        return hands.keys;
    }

    @BeforeEach
    void openTheWindow() throws Exception {
        Picture.startToolkit();
        till = TestTill.open(temp);
        SettingsStore store = new SettingsStore(temp.resolve("settings.properties"));
        Settings settings = Settings.initial(Locale.ENGLISH);
        window = Picture.onFx(() -> new TillWindow(till, settings, store, Background.direct()));
        Scene scene = Picture.onFx(() -> window.scene(1280, 800, nanos::get));
        stage =
                Picture.onFx(() -> {
                    Stage shown = new Stage();
                    shown.setScene(scene);
                    shown.show();
                    return shown;
                });
        keyboard = new Keyboard(scene, nanos);
        Picture.settle();
        on(() -> {
            var signIn = window.desk().signIn();
            signIn.refresh();
            signIn.choose(TestTill.staff().getFirst());
            signIn.signIn("1111");
            window.desk().sales().shift().open("200");
        });
    }

    @AfterEach
    void closeTheWindow() {
        on(() -> {
            stage.hide();
            window.close();
        });
        till.close();
    }

    @AfterAll
    static void print() {
        System.out.printf("%-34s %-34s %4s %5s %8s%n", "script", "step", "keys", "scans", "ms");
        STEPS.forEach(System.out::println);
    }

    private void on(Runnable work) {
        Picture.onFx(() -> {
            work.run();
            return 0;
        });
        Picture.settle();
    }

    private SaleState state() {
        return Picture.onFx(() -> window.desk().sales().desk().sale().stateProperty().get());
    }

    private void picture(String name) {
        if (System.getProperty("pictures") != null) {
            Picture.onFx(() -> {
                Picture.writePng(
                        stage.getScene(), Path.of("target/pictures/script-" + name + ".png"));
                return 0;
            });
        }
    }

    @Test
    void oneItemInExactCashTakesTwoKeysAfterTheScan() {
        script = "one item, exact cash";
        step("scan", hands -> hands.scan(PAD));
        int keys = step("pay", hands -> hands.press(KeyCode.F12, KeyCode.ENTER));

        assertThat(state()).isEqualTo(SaleState.DONE);
        assertThat(keys).isLessThanOrEqualTo(2);
    }

    @Test
    void fourItemsByCard() {
        script = "four items, card";
        step("scan", hands -> hands.scan(PAD).scan(PAD).scan(KIT).scan(PAD));
        step("to the terminal", hands -> hands.press(KeyCode.F12, KeyCode.F6));
        step("the terminal's number", hands -> hands.type("A17").press(KeyCode.ENTER));

        assertThat(state()).isEqualTo(SaleState.DONE);
    }

    @Test
    void aWorkshopsTwelveLinesOnAccount() {
        script = "workshop, twelve lines on account";
        LeaseSubject credit =
                LeaseSubject.credit(SampleCustomers.WORKSHOP.customerId(), SampleStores.BRL);
        TillLeases leases =
                new TillLeases(
                        till.records().engine(),
                        new Generous(),
                        DeviceKey.read(till.config().folder())::giftCard);
        assertThat(leases.find(credit, 500_000)).isInstanceOf(LeaseFound.Held.class);
        step("the customer", hands -> hands.type("c oficina").press(KeyCode.ENTER));
        step(
                "twelve lines",
                hands -> {
                    for (int i = 0; i < 12; i++) {
                        hands.scan(i % 2 == 0 ? PAD : KIT);
                    }
                    return hands;
                });
        step("on account", hands -> hands.press(KeyCode.F12, KeyCode.F7));
        picture("account");

        assertThat(state()).isEqualTo(SaleState.DONE);
    }

    @Test
    void aReceiptOfAnotherShopComesBack() {
        script = "return of another shop's receipt";
        String receipt = TillReturnsTest.receiptOfLisbon(till);
        step("scan the receipt", hands -> hands.press(KeyCode.F10).scan(receipt));
        picture("receipt");
        step("all of it, too much", hands -> hands.type("a3").press(KeyCode.ENTER));
        picture("back");
        step("pay back", hands -> hands.press(KeyCode.F12, KeyCode.ENTER));
        picture("paid-back");

        assertThat(state()).isEqualTo(SaleState.DONE);
    }

    @Test
    void aSpecialOrderWithADeposit() {
        script = "special order with deposit";
        step("ring it up", hands -> hands.scan(KIT));
        step("whom it is for", hands -> hands.control(KeyCode.D).type("Rui Barbosa"));
        step(
                "how much now",
                hands -> hands.press(KeyCode.TAB, KeyCode.TAB).type("80").press(KeyCode.ENTER));
        picture("deposit");
        step("take it", hands -> hands.press(KeyCode.F12, KeyCode.ENTER));
        picture("deposit-taken");

        assertThat(state()).isEqualTo(SaleState.DONE);
    }

    /// A server that lends a till all that it asks for.
    private static final class Generous implements LeaseServer {
        @Override
        public Reply<LeaseAnswer> lease(LeaseRequest request) {
            return new Reply.Answered<>(
                    new LeaseAnswer.Granted(
                            new Lease(
                                    request.leaseId(),
                                    request.subject(),
                                    request.wanted(),
                                    0,
                                    TestTill.NOW,
                                    TestTill.NOW.plus(Duration.ofHours(4)))));
        }

        @Override
        public Reply<LeaseAnswer.Standing> renewLeases() {
            return new Reply.Unreachable<>("cut");
        }

        @Override
        public Reply<CardBalance> giftCard(UUID cardId) {
            return new Reply.Unreachable<>("cut");
        }

        @Override
        public Reply<CouponText> coupon(String code) {
            return new Reply.Unreachable<>("cut");
        }
    }

    @Test
    void anOrderIsPickedAndHandedOver() {
        script = "pickup";
        till.database()
                .write(session -> till.stores().orders().put(session, SampleOrders.placed()));
        on(() -> window.model().goTo(Place.SELL));
        step("to the orders", hands -> hands.press(KeyCode.F11));
        picture("orders");
        step("pick", hands -> hands.press(KeyCode.DOWN).scan(PAD).scan(PAD));
        picture("picked");
        step("to the shelf", hands -> hands.press(KeyCode.F12).type("B12").press(KeyCode.ENTER));
        picture("shelf");
        step("the customer's code", hands -> hands.type("7K3M9QXT").press(KeyCode.ENTER));
        picture("handed");
        step("pay", hands -> hands.press(KeyCode.F12, KeyCode.ENTER));

        till.recorder().project();
        List<Order> open = till.database().read(session -> till.stores().orders().open(session));
        assertThat(open).isEmpty();
        assertThat(state()).isEqualTo(SaleState.DONE);
    }

    @Test
    void aShiftIsCountedAndClosed() {
        script = "shift close";
        step("to the shift", hands -> hands.control(KeyCode.DIGIT4));
        step("count", hands -> hands.press(KeyCode.F12).type("2").press(KeyCode.F12));
        picture("counted");
        step("close, with its Z", hands -> hands.press(KeyCode.F12));
        picture("closed");

        assertThat(Picture.onFx(() -> window.desk().sales().shift().shiftProperty().get()))
                .isEmpty();
    }
}
