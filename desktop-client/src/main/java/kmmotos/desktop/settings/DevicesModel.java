package kmmotos.desktop.settings;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import kmmotos.desktop.devices.DeviceAddress;
import kmmotos.desktop.devices.DeviceBoard;
import kmmotos.desktop.devices.DeviceBoard.Device;
import kmmotos.desktop.devices.DeviceBoard.Said;
import kmmotos.desktop.devices.DeviceFailed;
import kmmotos.desktop.devices.PrintQueue;
import kmmotos.desktop.receipts.StorePaper;
import kmmotos.desktop.ui.OneAtATime;
import kmmotos.desktop.ui.Texts;
import kmmotos.desktop.ui.Workplace;

/// Every device of this till: where it is, what it said last and what to do about it, and what
/// waits for the printer.
public final class DevicesModel {

    /// What devices are tried with.
    ///
    /// @param onWindow brings what a device's thread has to tell to the window's
    /// @param tests do something that a person can see at the device; the answer is what it said
    public record Tools(
            PrintQueue printer,
            DeviceBoard board,
            Consumer<Runnable> onWindow,
            Map<Device, Callable<String>> tests) {
        public Tools {
            tests = Map.copyOf(tests);
        }
    }

    private static final int ASK_EVERY = 3;

    private final Workplace workplace;
    private final SettingsModel choices;
    private final Tools tools;
    private final Texts texts;
    private final OneAtATime actions;
    private final ReadOnlyIntegerWrapper news = new ReadOnlyIntegerWrapper();
    private final ReadOnlyObjectWrapper<PrintQueue.State> printer;
    private long calls;

    public DevicesModel(Workplace workplace, SettingsModel choices, Tools tools) {
        this.workplace = workplace;
        this.choices = choices;
        this.tools = tools;
        this.texts = workplace.texts();
        this.actions = new OneAtATime(workplace);
        this.printer = new ReadOnlyObjectWrapper<>(PrintQueue.State.UNKNOWN);
        tools.board().onNews(() -> tools.onWindow().accept(this::renew));
        tools.printer().onState(state -> tools.onWindow().accept(() -> printerIs(state)));
    }

    /// Asks what can be asked without a person seeing anything.
    public void look() {
        if (tools.printer().printsOnPaper()) {
            tools.printer().look();
        }
    }

    /// Called every few seconds: a printer that tells how it is, or that was in trouble, is asked
    /// now and then, so that the clerk knows before a sale is printed.
    public void lookAgain() {
        calls++;
        var state = printer.get();
        boolean tells = state.status().isPresent() || state.trouble().isPresent();
        if (tells && calls % ASK_EVERY == 0) {
            look();
        }
    }

    /// The device does something that a person can see; what it says is shown.
    public void test(Device device) {
        switch (device) {
            case RECEIPT_PRINTER -> testPrinter();
            case DRAWER -> openDrawer();
            default -> tryOut(device);
        }
    }

    private void testPrinter() {
        if (hasNone(Device.RECEIPT_PRINTER)) {
            return;
        }
        var paper = choices.settingsProperty().get().printer().paper();
        tools.printer().print(StorePaper.of(workplace.store()).testPrint(paper));
        tools.printer().look();
    }

    private void openDrawer() {
        if (hasNone(Device.RECEIPT_PRINTER)) {
            return;
        }
        tools.printer().openDrawer(1);
        tools.printer().look();
        tools.board().good(Device.DRAWER, "PULSE", "");
    }

    private void tryOut(Device device) {
        Callable<String> test = tools.tests().get(device);
        if (test == null) {
            workplace.messages().note(texts.get("settings.test." + device));
        } else if (!hasNone(device)) {
            actions.run(
                    test,
                    answer -> tools.board().good(device, "ANSWER", answer),
                    failure -> failed(device, failure));
        }
    }

    private boolean hasNone(Device device) {
        boolean none = address(device).filter(DeviceAddress.None.class::isInstance).isPresent();
        if (none) {
            workplace.messages().note(texts.get("settings.device.none"));
        }
        return none;
    }

    private void failed(Device device, Exception failure) {
        if (failure instanceof DeviceFailed broken) {
            tools.board().failed(device, broken);
        } else {
            tools.board().trouble(device, "BROKEN", String.valueOf(failure.getMessage()));
        }
    }

    /// The scanner read this.
    public void scanned(String code) {
        tools.board().good(Device.SCANNER, "HEARD", code);
    }

    /// @param typed as [DeviceAddress#parse] reads it
    public void use(Device device, String typed) {
        boolean differs =
                address(device).map(DeviceAddress::toString).filter(typed::equals).isEmpty();
        if (!differs) {
            return;
        }
        switch (device) {
            case RECEIPT_PRINTER -> choices.usePrinter(typed);
            case LABEL_PRINTER -> choices.useLabels(typed);
            case DISPLAY -> choices.useLineDisplay(typed);
            case SCALE -> choices.useScale(typed);
            case DRAWER, CARD_TERMINAL, SCANNER -> {}
        }
        tools.board().forget(device);
    }

    public void useCustomerWindow(boolean shown) {
        choices.useCustomerWindow(shown);
    }

    public boolean showsCustomerWindow() {
        return choices.settingsProperty().get().counter().customerWindow();
    }

    /// Where a device is; empty for those that have no address.
    public Optional<DeviceAddress> address(Device device) {
        var settings = choices.settingsProperty().get();
        return switch (device) {
            case RECEIPT_PRINTER -> Optional.of(settings.printer().address());
            case LABEL_PRINTER -> Optional.of(settings.labels());
            case DISPLAY -> Optional.of(settings.counter().lineDisplay());
            case SCALE -> Optional.of(settings.counter().scale());
            case DRAWER, CARD_TERMINAL, SCANNER -> Optional.empty();
        };
    }

    public Optional<Said> said(Device device) {
        return tools.board().of(device);
    }

    /// What the device said last, and when, in words.
    public String words(Device device) {
        if (address(device).filter(DeviceAddress.None.class::isInstance).isPresent()) {
            return texts.get("settings.said.UNSET");
        }
        return said(device)
                .map(said ->
                        texts.get(
                                "settings.said.at",
                                texts.get("settings.said." + said.word(), said.detail()),
                                workplace.formats().time(said.at())))
                .orElseGet(() -> texts.get("settings.said.UNTRIED"));
    }

    /// Tries at once what waits for the printer.
    public void printNow() {
        tools.printer().printNow();
    }

    public void discardFirst() {
        tools.printer().discardFirst();
    }

    public boolean mayConfigure() {
        return choices.mayConfigure();
    }

    /// Changes whenever a device says something.
    public ReadOnlyIntegerProperty newsProperty() {
        return news.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<PrintQueue.State> printerProperty() {
        return printer.getReadOnlyProperty();
    }

    /// The slips that wait, as the clerk calls them.
    public List<String> waiting() {
        return printer.get().waiting();
    }

    public List<String> unsure() {
        return printer.get().unsure();
    }

    /// For the line at the foot of the window; empty while all is well.
    public String brief() {
        var state = printer.get();
        int slips = state.waiting().size() + state.unsure().size();
        if (state.trouble().isPresent()) {
            String why = texts.get("settings.brief." + state.trouble().get());
            return slips == 0 ? why : texts.count("settings.brief.waiting", slips, why);
        }
        if (slips > 0 && !state.unsure().isEmpty()) {
            return texts.count("settings.brief.unsure", slips);
        }
        return state.status().filter(it -> it.paperLow()).isPresent()
                ? texts.get("settings.brief.LOW")
                : "";
    }

    private void printerIs(PrintQueue.State state) {
        printer.set(state);
        String where = address(Device.RECEIPT_PRINTER).map(DeviceAddress::toString).orElse("");
        state.trouble()
                .ifPresentOrElse(
                        reason ->
                                tools.board().trouble(Device.RECEIPT_PRINTER, reason.name(), where),
                        () -> wellDone(state, where));
    }

    private void wellDone(PrintQueue.State state, String where) {
        boolean isTried = state.status().isPresent() || state.printed() > 0;
        if (!tools.printer().printsOnPaper() || !isTried) {
            return;
        }
        String word =
                state.status().map(status -> status.paperLow() ? "LOW" : "READY").orElse("QUIET");
        tools.board().good(Device.RECEIPT_PRINTER, word, where);
        state.status()
                .ifPresent(status ->
                        tools.board()
                                .good(
                                        Device.DRAWER,
                                        status.drawerOpen() ? "DRAWER_OPEN" : "DRAWER_SHUT",
                                        ""));
    }

    private void renew() {
        news.set(news.get() + 1);
    }
}
