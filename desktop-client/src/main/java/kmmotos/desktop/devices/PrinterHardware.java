package kmmotos.desktop.devices;

/// The printer and the drawer of a till, as its settings say.
///
/// @param onPaper false if no printer is set up, so that slips are shown on the screen only
public record PrinterHardware(ReceiptPrinter printer, CashDrawer drawer, boolean onPaper) {

    /// Nothing is connected here yet; the first job does that.
    public static PrinterHardware of(PrinterSettings settings) {
        return switch (settings.address()) {
            case DeviceAddress.None() -> screenOnly(new SimulatedPrinter());
            case DeviceAddress.Simulated() -> escPos(new SimulatedPort(), settings);
            case DeviceAddress wired -> escPos(wired.wire().orElseThrow(), settings);
        };
    }

    /// The same printer where people practise: every slip says so, and the drawer stays shut.
    public PrinterHardware practising(String mark) {
        return new PrinterHardware(
                (slip, standstill) -> printer.print(slip.marked(mark), standstill),
                _ -> {},
                onPaper);
    }

    public static PrinterHardware simulated(SimulatedPrinter printer) {
        return new PrinterHardware(printer, printer, true);
    }

    private static PrinterHardware screenOnly(SimulatedPrinter printer) {
        return new PrinterHardware(printer, printer, false);
    }

    private static PrinterHardware escPos(DevicePort port, PrinterSettings settings) {
        var printer = new EscPosPrinter(port, settings);
        return new PrinterHardware(printer, printer, true);
    }
}
