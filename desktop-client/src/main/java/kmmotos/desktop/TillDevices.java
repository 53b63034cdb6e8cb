package kmmotos.desktop;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import javafx.application.Platform;
import kmmotos.desktop.devices.DeviceBoard;
import kmmotos.desktop.devices.DeviceBoard.Device;
import kmmotos.desktop.devices.DeviceFailed;
import kmmotos.desktop.devices.LineDisplay;
import kmmotos.desktop.devices.scale.Reading;
import kmmotos.desktop.devices.scale.Scale;
import kmmotos.desktop.display.CustomerDisplayModel;
import kmmotos.desktop.display.CustomerWindow;
import kmmotos.desktop.labels.Barcode;
import kmmotos.desktop.labels.Label;
import kmmotos.desktop.labels.LabelPrinter;
import kmmotos.desktop.settings.DevicesModel;
import kmmotos.desktop.settings.Settings;
import kmmotos.desktop.settings.SettingsModel;
import kmmotos.desktop.ui.BackgroundThread;
import kmmotos.desktop.ui.Workplace;

/// What hangs on a till besides its printer queue: the board of what devices say, the customer's
/// display and the scale, as the settings say.
final class TillDevices implements AutoCloseable {

    private static final String DIGITS = "12345678901234567890";

    private final TillDesk desk;
    private final Workplace workplace;
    private final DeviceBoard board;
    private final BackgroundThread work = new BackgroundThread("till-devices");
    private final CustomerDisplayModel customer;
    private final CustomerWindow window;
    private final DevicesModel model;
    private final AtomicReference<Settings> settings;
    private final AtomicReference<Optional<LineDisplay>> lineDisplay =
            new AtomicReference<>(Optional.empty());
    private final AtomicReference<Optional<Scale>> scale = new AtomicReference<>(Optional.empty());

    /// What the display is to show; older words are not shown late.
    private final AtomicReference<Optional<List<String>>> words =
            new AtomicReference<>(Optional.empty());

    TillDevices(TillDesk desk, Workplace workplace, SettingsModel choices) {
        this.desk = desk;
        this.workplace = workplace.with(work);
        this.settings = new AtomicReference<>(choices.settingsProperty().get());
        this.board = new DeviceBoard(desk.till().config().clock()::instant);
        this.customer = new CustomerDisplayModel(desk.sales(), desk.till().store());
        this.window = new CustomerWindow(customer);
        this.model =
                new DevicesModel(
                        this.workplace,
                        choices,
                        new DevicesModel.Tools(
                                desk.printer(), board, TillDevices::onWindow, tests()));
        customer.viewProperty().subscribe(_ -> showLines());
        use(settings.get());
        model.look();
    }

    DevicesModel model() {
        return model;
    }

    void use(Settings changed) {
        var before = settings.getAndSet(changed).counter();
        var now = changed.counter();
        if (scale.get().isEmpty() || !before.scale().equals(now.scale())) {
            scale.set(Scale.at(now.scale()));
            desk.sales().weighing().use(scale.get());
        }
        if (lineDisplay.get().isEmpty() || !before.lineDisplay().equals(now.lineDisplay())) {
            lineDisplay.set(LineDisplay.at(now.lineDisplay()));
            showLines();
        }
        window.show(now.customerWindow());
    }

    @Override
    public void close() {
        window.close();
        work.close();
    }

    private static void onWindow(Runnable news) {
        if (Platform.isFxApplicationThread()) {
            news.run();
        } else {
            Platform.runLater(news);
        }
    }

    private void showLines() {
        boolean isUnderWay = words.getAndSet(Optional.of(customer.twoLines())).isPresent();
        if (lineDisplay.get().isPresent() && !isUnderWay) {
            work.run(this::showNewest, _ -> {}, this::displayFailed);
        } else if (lineDisplay.get().isEmpty()) {
            words.set(Optional.empty());
        }
    }

    private boolean showNewest() {
        Optional<List<String>> newest = words.getAndSet(Optional.empty());
        newest.ifPresent(two ->
                lineDisplay.get().ifPresent(display -> display.show(two.get(0), two.get(1))));
        return newest.isPresent();
    }

    private void displayFailed(Exception failure) {
        if (failure instanceof DeviceFailed broken) {
            board.failed(Device.DISPLAY, broken);
        }
    }

    private Map<Device, Callable<String>> tests() {
        return Map.of(
                Device.LABEL_PRINTER, this::testLabel,
                Device.DISPLAY, this::testDisplay,
                Device.SCALE, this::testScale);
    }

    private String testLabel() {
        var address = settings.get().labels();
        var label =
                new Label(desk.till().store().name(), "", "TEST", "", new Barcode.OfSku("TEST-1"));
        StockPlace.labelPrinter(address)
                .ifPresent(printer -> printer.print(List.of(new LabelPrinter.Job(label, 1))));
        return address.toString();
    }

    private String testDisplay() {
        String top = desk.till().store().name();
        lineDisplay.get().ifPresent(display -> display.show(top, DIGITS));
        return top + " / " + DIGITS;
    }

    private String testScale() {
        return scale.get().map(it -> words(it.read())).orElse("");
    }

    private String words(Reading reading) {
        var texts = desk.texts();
        return switch (reading) {
            case Reading.Weight(var kilograms) -> workplace.formats().quantity(kilograms) + " kg";
            case Reading.Moving() -> texts.get("sales.scale.moving");
            case Reading.Empty() -> texts.get("sales.scale.empty");
            case Reading.BelowZero() -> texts.get("sales.scale.below_zero");
            case Reading.TooHeavy() -> texts.get("sales.scale.too_heavy");
        };
    }
}
