package kmmotos.desktop.sales;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.stage.Stage;
import kmmotos.desktop.receipts.MailText;
import kmmotos.desktop.ui.Background;
import kmmotos.desktop.ui.FontScale;
import kmmotos.desktop.ui.Keyboard;
import kmmotos.desktop.ui.Picture;
import kmmotos.desktop.ui.Place;
import kmmotos.desktop.ui.ScanBursts;
import kmmotos.desktop.ui.Shell;
import kmmotos.desktop.ui.ShellModel;
import kmmotos.desktop.ui.Theme;
import kmmotos.model.quotes.Quote;
import kmmotos.model.staff.SampleStaff;

/// The sale screen in a window off any display, with a keyboard and a scanner.
final class SaleWindow implements AutoCloseable {
    private final AtomicLong nanos = new AtomicLong();
    private final CounterFixture at;
    private final Stage stage;
    private final Keyboard keyboard;
    private boolean hasPrinter = true;
    final List<Quote> savedQuotes = new ArrayList<>();

    private record Opened(CounterFixture at, Stage stage) {}

    /// A window at a counter whose shift is open.
    SaleWindow(Path folder) {
        this(folder, CounterFixture::open);
    }

    private SaleWindow(Path folder, UnaryOperator<CounterFixture> prepared) {
        Picture.startToolkit();
        var opened = Picture.onFx(() -> open(folder, prepared));
        at = opened.at();
        stage = opened.stage();
        keyboard = new Keyboard(stage.getScene(), nanos);
        Picture.settle();
    }

    static SaleWindow beforeTheShift(Path folder) {
        return new SaleWindow(
                folder,
                counter -> {
                    counter.signIn(SampleStaff.ANA, "1111");
                    return counter;
                });
    }

    private Opened open(Path folder, UnaryOperator<CounterFixture> prepared) {
        var counter =
                prepared.apply(new CounterFixture(folder, Locale.ENGLISH, Background.direct()));
        var model = new ShellModel();
        model.unlock("Ana Souza");
        var shell = new Shell(model, counter.texts);
        var leads =
                new SaleScreen.Leads(
                        _ -> new Label("receipt"),
                        _ -> hasPrinter,
                        _ -> hasPrinter,
                        _ -> hasPrinter,
                        savedQuotes::add,
                        sale ->
                                new MailText(
                                        Locale.ENGLISH, "Receipt " + sale.receiptNumber(), "TOTAL"),
                        () -> {},
                        () -> {});
        var content = shell.scene(980, 700, new ScanBursts(Duration.ofMillis(45)), nanos::get);
        Theme.LIGHT.dress(content, FontScale.PERCENT_100);
        var window = new Stage();
        window.setScene(content);
        window.show();
        shell.add(Place.SELL, new SaleScreen(counter.models, shell.dialogs(), leads));
        model.goTo(Place.SELL);
        return new Opened(counter, window);
    }

    void unplugPrinter() {
        hasPrinter = false;
    }

    CounterFixture at() {
        return at;
    }

    void press(KeyCode... codes) {
        for (var code : codes) {
            keyboard.press(code);
        }
    }

    void control(KeyCode code) {
        keyboard.control(code);
    }

    void type(String text) {
        keyboard.type(text);
    }

    void burst(String code) {
        keyboard.burst(code);
    }

    void click(String selector) {
        Picture.onFx(() -> {
            stage.getScene()
                    .getRoot()
                    .lookup(selector)
                    .fireEvent(
                            new MouseEvent(
                                    MouseEvent.MOUSE_PRESSED,
                                    1,
                                    1,
                                    1,
                                    1,
                                    MouseButton.PRIMARY,
                                    1,
                                    false,
                                    false,
                                    false,
                                    false,
                                    true,
                                    false,
                                    false,
                                    false,
                                    false,
                                    false,
                                    null));
            return 0;
        });
        Picture.settle();
    }

    Node find(String selector) {
        return Picture.onFx(() -> stage.getScene().getRoot().lookup(selector));
    }

    /// Leaves a picture of the window, if pictures are asked for.
    void picture(String name) {
        Picture.settle();
        if (System.getProperty("pictures") != null) {
            var file = Path.of("target", "pictures", name + ".png");
            Picture.onFx(() -> {
                Picture.writePng(stage.getScene(), file);
                return file;
            });
        }
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
}
