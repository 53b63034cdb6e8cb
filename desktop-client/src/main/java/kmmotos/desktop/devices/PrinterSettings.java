package kmmotos.desktop.devices;

import kmmotos.desktop.devices.escpos.CodePage;
import kmmotos.desktop.devices.escpos.PrinterFamily;
import kmmotos.desktop.receipts.PaperLayout;

/// Which printer a till has and what it can.
///
/// @param family how its make is spoken to
public record PrinterSettings(
        DeviceAddress address, PaperLayout paper, CodePage codePage, PrinterFamily family) {

    public PrinterSettings(DeviceAddress address, PaperLayout paper, CodePage codePage) {
        this(address, paper, codePage, PrinterFamily.EPSON);
    }

    public PrinterSettings withFamily(PrinterFamily other) {
        return new PrinterSettings(address, paper, codePage, other);
    }

    /// Receipts on the screen, 48 columns, until somebody enters a printer.
    public static PrinterSettings screenOnly() {
        return new PrinterSettings(new DeviceAddress.None(), new PaperLayout(48), CodePage.PC858);
    }
}
