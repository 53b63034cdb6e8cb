package kmmotos.desktop.settings;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import kmmotos.desktop.devices.DeviceAddress;
import kmmotos.desktop.devices.DeviceFailed;
import kmmotos.desktop.devices.PrinterHardware;
import kmmotos.desktop.devices.PrinterSettings;
import kmmotos.desktop.devices.ScannerSettings;
import kmmotos.desktop.devices.escpos.CodePage;
import kmmotos.desktop.devices.escpos.PrinterFamily;
import kmmotos.desktop.neighbours.NeighbourSettings;
import kmmotos.desktop.receipts.PaperLayout;
import kmmotos.desktop.receipts.Slip;
import kmmotos.desktop.receipts.StorePaper;
import kmmotos.desktop.ui.OneAtATime;
import kmmotos.desktop.ui.Workplace;
import kmmotos.model.staff.Permission;

/// What a person sets at this till. Everybody may choose how the screens look; the printer and the
/// shop's network take the permission to configure the till.
public final class SettingsModel {

    private final Workplace workplace;
    private final SettingsStore store;
    private final Consumer<Settings> apply;
    private final OneAtATime actions;
    private final ReadOnlyObjectWrapper<Settings> settings;

    /// @param apply makes new settings felt: theme, font scale, language, printer
    public SettingsModel(
            Workplace workplace, SettingsStore store, Settings current, Consumer<Settings> apply) {
        this.workplace = workplace;
        this.store = store;
        this.apply = apply;
        this.actions = new OneAtATime(workplace);
        this.settings = new ReadOnlyObjectWrapper<>(current);
    }

    public void useLanguage(Locale language) {
        keep(settings.get().withLanguage(language));
    }

    public void useDark(boolean dark) {
        keep(settings.get().withDark(dark));
    }

    public void useFontScale(int percent) {
        keep(settings.get().withFontScalePercent(percent));
    }

    /// @param typedAddress as [DeviceAddress#parse] reads it
    public void usePrinter(String typedAddress, int columns, CodePage codePage) {
        if (refused()) {
            return;
        }
        printer(typedAddress, columns, codePage)
                .ifPresent(printer -> {
                    keep(settings.get().withPrinter(printer));
                    workplace.messages().done(workplace.texts().get("settings.saved"));
                });
    }

    /// @param typedAddress as [DeviceAddress#parse] reads it; empty for none
    public void useLabels(String typedAddress) {
        use(typedAddress, address -> settings.get().withLabels(address));
    }

    /// @param typedAddress as [DeviceAddress#parse] reads it; empty for none
    public void useScale(String typedAddress) {
        use(
                typedAddress,
                address -> settings.get().withCounter(settings.get().counter().withScale(address)));
    }

    /// @param typedAddress of a display of two lines, as [DeviceAddress#parse] reads it
    public void useLineDisplay(String typedAddress) {
        use(
                typedAddress,
                address ->
                        settings.get()
                                .withCounter(settings.get().counter().withLineDisplay(address)));
    }

    /// Whether customers see the sale on a window of their own.
    public void useCustomerWindow(boolean shown) {
        if (!refused()) {
            keep(settings.get().withCounter(settings.get().counter().withCustomerWindow(shown)));
        }
    }

    /// Where the receipt printer is; what it can stays.
    public void usePrinter(String typedAddress) {
        use(
                typedAddress,
                address -> {
                    var now = settings.get().printer();
                    return settings.get()
                            .withPrinter(
                                    new PrinterSettings(
                                            address, now.paper(), now.codePage(), now.family()));
                });
    }

    /// How the make of the receipt printer is spoken to.
    public void useFamily(PrinterFamily family) {
        if (!refused()) {
            keep(settings.get().withPrinter(settings.get().printer().withFamily(family)));
        }
    }

    private void use(String typedAddress, Function<DeviceAddress, Settings> changed) {
        if (refused()) {
            return;
        }
        address(typedAddress)
                .ifPresent(address -> {
                    keep(changed.apply(address));
                    workplace.messages().done(workplace.texts().get("settings.saved"));
                });
    }

    private Optional<DeviceAddress> address(String typed) {
        Optional<DeviceAddress> address = DeviceAddress.parse(typed);
        if (address.isEmpty()) {
            workplace.messages().refuse(workplace.texts().get("settings.no_address", typed));
        }
        return address;
    }

    /// What a person typed of the scanner, or what a calibration learned of it.
    public void useScanner(Optional<ScannerSettings> wanted) {
        if (refused()) {
            return;
        }
        wanted.ifPresentOrElse(
                scanner -> {
                    keep(settings.get().withScanner(scanner));
                    workplace.messages().done(workplace.texts().get("settings.scanner.saved"));
                },
                () -> workplace.messages().refuse(workplace.texts().get("settings.scanner.wrong")));
    }

    /// Something else was scanned, or typed, where a scanner is taught.
    void notTheBarcode() {
        workplace.messages().refuse(workplace.texts().get("settings.scanner.not_it"));
    }

    /// The barcode that teaches the till its scanner, on the printer in use.
    public void printCalibration() {
        print(settings.get().printer(), Calibration.slip(workplace.store()));
    }

    /// How this till looks for the others of its shop, from its next start on.
    public void useNeighbours(boolean on, String port, String addresses) {
        if (refused()) {
            return;
        }
        NeighbourSettings.parse(on, port, addresses)
                .ifPresentOrElse(
                        wanted -> {
                            keep(settings.get().withNeighbours(wanted));
                            workplace
                                    .messages()
                                    .done(workplace.texts().get("settings.neighbours.saved"));
                        },
                        () ->
                                workplace
                                        .messages()
                                        .refuse(
                                                workplace
                                                        .texts()
                                                        .get("settings.neighbours.wrong")));
    }

    /// Prints on the printer as typed, whether or not it is saved.
    public void testPrint(String typedAddress, int columns, CodePage codePage) {
        Optional<PrinterSettings> wanted = printer(typedAddress, columns, codePage);
        if (refused() || wanted.isEmpty()) {
            return;
        }
        PrinterSettings printer = wanted.get();
        print(printer, StorePaper.of(workplace.store()).testPrint(printer.paper()));
    }

    private void print(PrinterSettings printer, Slip slip) {
        if (printer.address() instanceof DeviceAddress.None) {
            workplace.messages().note(workplace.texts().get("settings.no_printer"));
            return;
        }
        actions.run(
                () -> {
                    PrinterHardware.of(printer).printer().print(slip);
                    return printer.address();
                },
                address ->
                        workplace
                                .messages()
                                .done(workplace.texts().get("settings.printed", address)),
                this::tell);
    }

    public boolean mayConfigure() {
        return workplace.may(Permission.CONFIGURE_TILL);
    }

    public ReadOnlyObjectProperty<Settings> settingsProperty() {
        return settings.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty busyProperty() {
        return actions.busyProperty();
    }

    private Optional<PrinterSettings> printer(String typed, int columns, CodePage codePage) {
        return address(typed)
                .map(at ->
                        new PrinterSettings(
                                at,
                                new PaperLayout(columns),
                                codePage,
                                settings.get().printer().family()));
    }

    private boolean refused() {
        if (mayConfigure()) {
            return false;
        }
        workplace.messages().refuse(workplace.texts().get("settings.not_allowed"));
        return true;
    }

    /// What is chosen is felt at once; writing it down is slow work.
    private void keep(Settings changed) {
        settings.set(changed);
        apply.accept(changed);
        workplace
                .background()
                .run(
                        () -> {
                            store.write(changed);
                            return changed;
                        },
                        _ -> {},
                        _ ->
                                workplace
                                        .messages()
                                        .problem(workplace.texts().get("settings.not_saved")));
    }

    private void tell(Exception failure) {
        var texts = workplace.texts();
        workplace
                .messages()
                .problem(
                        failure instanceof DeviceFailed printer
                                ? texts.get("settings.said." + printer.reason(), printer.where())
                                        + ". "
                                        + texts.get("settings.advice." + printer.reason())
                                : texts.get("settings.not_saved"));
    }
}
