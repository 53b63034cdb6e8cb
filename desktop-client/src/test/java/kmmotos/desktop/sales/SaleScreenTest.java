package kmmotos.desktop.sales;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import kmmotos.desktop.ui.Background;
import kmmotos.desktop.ui.FontScale;
import kmmotos.desktop.ui.Picture;
import kmmotos.desktop.ui.Place;
import kmmotos.desktop.ui.ScanBursts;
import kmmotos.desktop.ui.Shell;
import kmmotos.desktop.ui.ShellModel;
import kmmotos.desktop.ui.Theme;
import kmmotos.model.catalog.Gtin;
import kmmotos.model.sync.Event.PaymentAbandoned;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The sale screen in a window off any display: keys go in as a keyboard sends them, with a clock
/// that the test moves.
class SaleScreenTest {
    private static final String PAD = "789100000001" + Gtin.checkDigit("789100000001");

    @TempDir Path folder;
    private final AtomicLong nanos = new AtomicLong();
    private CounterFixture at;
    private Scene scene;
    private Stage stage;

    @BeforeEach
    void openTheWindow() {
        Picture.startToolkit();
        var window = Picture.onFx(this::open);
        at = window.at();
        scene = window.scene();
        stage = window.stage();
        Picture.settle();
    }

    private record Window(CounterFixture at, Scene scene, Stage stage) {}

    private Window open() {
        var counter = new CounterFixture(folder, Locale.ENGLISH, Background.direct()).open();
        var model = new ShellModel();
        model.unlock("Ana Souza");
        var shell = new Shell(model, counter.texts);
        var leads = new SaleScreen.Leads(_ -> new Label("receipt"), _ -> {}, () -> {}, () -> {});
        shell.add(Place.SELL, new SaleScreen(counter.models, shell.dialogs(), leads));
        var content = shell.scene(980, 700, new ScanBursts(Duration.ofMillis(45)), nanos::get);
        Theme.LIGHT.dress(content, FontScale.PERCENT_100);
        var window = new Stage();
        window.setScene(content);
        window.show();
        return new Window(counter, content, window);
    }

    @AfterEach
    void closeTheWindow() {
        Picture.onFx(() -> {
            stage.hide();
            return 0;
        });
    }

    private void press(KeyCode code) {
        nanos.addAndGet(500_000_000);
        key(code, "");
        Picture.settle();
    }

    private void control(KeyCode code) {
        nanos.addAndGet(500_000_000);
        Picture.onFx(() -> {
            var target = scene.getFocusOwner() == null ? scene.getRoot() : scene.getFocusOwner();
            var pressed = KeyEvent.KEY_PRESSED;
            Event.fireEvent(target, new KeyEvent(pressed, "", "", code, false, true, false, false));
            return 0;
        });
        Picture.settle();
    }

    private void key(KeyCode code, String text) {
        Picture.onFx(() -> {
            fire(KeyEvent.KEY_PRESSED, code, "");
            if (!text.isEmpty()) {
                fire(KeyEvent.KEY_TYPED, KeyCode.UNDEFINED, text);
            } else if (code == KeyCode.ENTER) {
                fire(KeyEvent.KEY_TYPED, KeyCode.UNDEFINED, "\r");
            }
            fire(KeyEvent.KEY_RELEASED, code, "");
            return 0;
        });
    }

    private void fire(javafx.event.EventType<KeyEvent> type, KeyCode code, String text) {
        var target = scene.getFocusOwner() == null ? scene.getRoot() : scene.getFocusOwner();
        var character = type == KeyEvent.KEY_TYPED ? text : KeyEvent.CHAR_UNDEFINED;
        Event.fireEvent(
                target, new KeyEvent(type, character, text, code, false, false, false, false));
    }

    /// As fingers do: half a second between two keys.
    private void type(String text) {
        for (int i = 0; i < text.length(); i++) {
            nanos.addAndGet(500_000_000);
            character(text.charAt(i));
        }
    }

    /// As a scanner does: two milliseconds between two keys, Enter at the end.
    private void burst(String code) {
        nanos.addAndGet(500_000_000);
        for (int i = 0; i < code.length(); i++) {
            nanos.addAndGet(2_000_000);
            character(code.charAt(i));
        }
        nanos.addAndGet(2_000_000);
        key(KeyCode.ENTER, "");
        Picture.settle();
    }

    private void character(char c) {
        var code = Character.isDigit(c) ? KeyCode.getKeyCode(String.valueOf(c)) : KeyCode.UNDEFINED;
        key(code == null ? KeyCode.UNDEFINED : code, String.valueOf(c));
    }

    private void click(String id) {
        var button = (Button) find(id);
        Picture.onFx(() -> {
            button.fire();
            return 0;
        });
        Picture.settle();
    }

    private Node find(String id) {
        return Picture.onFx(() -> scene.getRoot().lookup(id));
    }

    @Test
    void aCashSaleByKeyboardAlone() {
        type("2*KT-520-118");
        press(KeyCode.ENTER);
        assertThat(at.due()).isEqualTo("378.00");
        press(KeyCode.F12);
        type("400");
        press(KeyCode.ENTER);
        assertThat(at.books.sales)
                .as("%s, paid %s", at.messages.shown(), at.models.checkout().tender().tenders())
                .hasSize(1);
        assertThat(((Label) find("#change")).getText()).contains("22.00");
    }

    @Test
    void aScansEnterPressesNothing() {
        burst(PAD);
        burst(PAD);
        assertThat(at.due()).isEqualTo("99.80");
        press(KeyCode.F12);
        burst(PAD);
        assertThat(at.books.sales).isEmpty();
        assertThat(at.lastMessage()).contains("is being paid");
        press(KeyCode.ENTER);
        assertThat(at.books.sales.getLast().total().amount()).isEqualTo("99.80");
        burst(PAD);
        assertThat(at.due()).isEqualTo("49.90");
    }

    @Test
    void aCardSaleByMouse() {
        burst(PAD);
        click("#total");
        click("#pay-card");
        assertThat(at.terminal.waiting()).isPresent();
        click("#card-approved");
        assertThat(at.books.sales.getLast().tenders().getFirst().kind()).isEqualTo("card");
        click("#next-sale");
        assertThat(at.sale().stateProperty().get()).isEqualTo(SaleState.SELL);
    }

    @Test
    void aSplitSaleByKeys() {
        burst(PAD);
        press(KeyCode.F12);
        type("20");
        press(KeyCode.ENTER);
        press(KeyCode.F6);
        type("A17");
        press(KeyCode.ENTER);
        assertThat(at.books.sales.getLast().tenders()).hasSize(2);
    }

    @Test
    void escapeKeepsAPaidPartAndAButtonTakesItBack() {
        burst(PAD);
        press(KeyCode.F12);
        type("20");
        press(KeyCode.ENTER);
        press(KeyCode.ESCAPE);
        assertThat(at.sale().stateProperty().get()).isEqualTo(SaleState.SELL);
        click(".totals-side .take-back");
        assertThat(at.sale().sale().paid()).isEmpty();
        assertThat(at.lastMessage()).contains("20.00");
    }

    @Test
    void aKeyTakesTheLastPartBack() {
        burst(PAD);
        press(KeyCode.F12);
        type("20");
        press(KeyCode.ENTER);
        control(KeyCode.BACK_SPACE);
        assertThat(at.sale().sale().paid()).isEmpty();
    }

    @Test
    void enterNeverSaysThatACardPartWasCancelled() {
        burst(PAD);
        press(KeyCode.F12);
        type("20");
        press(KeyCode.F6);
        type("A17");
        press(KeyCode.ENTER);
        control(KeyCode.BACK_SPACE);
        press(KeyCode.ENTER);
        assertThat(at.sale().sale().paid()).hasSize(1);
        control(KeyCode.BACK_SPACE);
        click("#card-cancelled");
        assertThat(at.sale().sale().paid()).isEmpty();
        assertThat(at.books.journal).last().isInstanceOf(PaymentAbandoned.class);
    }

    @Test
    void enterAloneNeverSaysThatACardWasTaken() {
        burst(PAD);
        press(KeyCode.F12);
        press(KeyCode.F6);
        press(KeyCode.ENTER);
        assertThat(at.books.sales).isEmpty();
        assertThat(at.terminal.waiting()).isPresent();
    }

    @Test
    void escapeInTheMiddleOfAnythingLosesNothing() {
        burst(PAD);
        type("half a wor");
        press(KeyCode.ESCAPE);
        press(KeyCode.F12);
        type("12");
        press(KeyCode.ESCAPE);
        press(KeyCode.F1);
        press(KeyCode.ESCAPE);
        type("//50");
        press(KeyCode.ENTER);
        press(KeyCode.ESCAPE);
        assertThat(at.due()).isEqualTo("49.90");
        assertThat(at.sale().stateProperty().get()).isEqualTo(SaleState.SELL);
        assertThat(at.approvals.askedProperty().get()).isEmpty();
    }

    @Test
    void aScanWaitsWhileADialogIsOpenAndIsNotLost() {
        burst(PAD);
        press(KeyCode.F1);
        burst(PAD);
        assertThat(at.due()).isEqualTo("49.90");
        press(KeyCode.ESCAPE);
        assertThat(at.due()).isEqualTo("99.80");
    }
}
