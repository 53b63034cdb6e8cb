package kmmotos.desktop.sales;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.Scene;
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

/// The sale screen in a window off any display, with fingers and a scanner: keys go in as a
/// keyboard sends them, with a clock of their own.
final class SaleWindow implements AutoCloseable {
    private final AtomicLong nanos = new AtomicLong();
    private final CounterFixture at;
    private final Stage stage;

    private record Opened(CounterFixture at, Stage stage) {}

    SaleWindow(Path folder) {
        Picture.startToolkit();
        var opened = Picture.onFx(() -> open(folder));
        at = opened.at();
        stage = opened.stage();
        Picture.settle();
    }

    private Opened open(Path folder) {
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
        return new Opened(counter, window);
    }

    CounterFixture at() {
        return at;
    }

    void press(KeyCode... codes) {
        for (var code : codes) {
            nanos.addAndGet(500_000_000);
            key(code, "");
            Picture.settle();
        }
    }

    /// As fingers do: half a second between two keys.
    void type(String text) {
        for (int i = 0; i < text.length(); i++) {
            nanos.addAndGet(500_000_000);
            character(text.charAt(i));
        }
        Picture.settle();
    }

    /// As a scanner does: two milliseconds between two keys, Enter at the end.
    void burst(String code) {
        nanos.addAndGet(500_000_000);
        for (int i = 0; i < code.length(); i++) {
            nanos.addAndGet(2_000_000);
            character(code.charAt(i));
        }
        nanos.addAndGet(2_000_000);
        key(KeyCode.ENTER, "");
        Picture.settle();
    }

    Node find(String selector) {
        return Picture.onFx(() -> stage.getScene().getRoot().lookup(selector));
    }

    Node focused() {
        return Picture.onFx(() -> stage.getScene().getFocusOwner());
    }

    @Override
    public void close() {
        Picture.onFx(() -> {
            stage.hide();
            return 0;
        });
    }

    private void character(char c) {
        var code = Character.isDigit(c) ? KeyCode.getKeyCode(String.valueOf(c)) : KeyCode.UNDEFINED;
        key(code == null ? KeyCode.UNDEFINED : code, String.valueOf(c));
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

    private void fire(EventType<KeyEvent> type, KeyCode code, String text) {
        Scene scene = stage.getScene();
        var target = scene.getFocusOwner() == null ? scene.getRoot() : scene.getFocusOwner();
        var character = type == KeyEvent.KEY_TYPED ? text : KeyEvent.CHAR_UNDEFINED;
        Event.fireEvent(
                target, new KeyEvent(type, character, text, code, false, false, false, false));
    }
}
