package kmmotos.desktop.devices;

/// The printer and the drawer of a till, as its settings say.
///
/// @param onPaper false if no printer is set up, so that slips are shown on the screen only
public record PrinterHardware(ReceiptPrinter printer, CashDrawer drawer, boolean onPaper) {

    /// Nothing is connected here yet; the first job does that.
    public static PrinterHardware of(PrinterSettings settings) {
        return switch (settings.address()) {
            case PrinterAddress.Network(String host, int port) ->
                    escPos(new TcpPort(host, port), settings);
            case PrinterAddress.DeviceFile(var path) -> escPos(new FilePort(path), settings);
            case PrinterAddress.ScreenOnly() -> screenOnly(new SimulatedPrinter());
        };
    }

    /// The same printer where people practise: every slip says so, and the drawer stays shut.
    public PrinterHardware practising(String mark) {
        return new PrinterHardware(slip -> printer.print(slip.marked(mark)), _ -> {}, onPaper);
    }

    public static PrinterHardware simulated(SimulatedPrinter printer) {
        return new PrinterHardware(printer, printer, true);
    }

    private static PrinterHardware screenOnly(SimulatedPrinter printer) {
        return new PrinterHardware(printer, printer, false);
    }

    private static PrinterHardware escPos(PrinterPort port, PrinterSettings settings) {
        var printer = new EscPosPrinter(port, settings.paper(), settings.codePage());
        return new PrinterHardware(printer, printer, true);
    }
}
