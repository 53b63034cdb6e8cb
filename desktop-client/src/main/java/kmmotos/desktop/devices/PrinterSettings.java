package kmmotos.desktop.devices;

import kmmotos.desktop.devices.escpos.CodePage;
import kmmotos.desktop.receipts.PaperLayout;

/// Which printer a till has and what it can.
public record PrinterSettings(DeviceAddress address, PaperLayout paper, CodePage codePage) {

    /// Receipts on the screen, 48 columns, until somebody enters a printer.
    public static PrinterSettings screenOnly() {
        return new PrinterSettings(new DeviceAddress.None(), new PaperLayout(48), CodePage.PC858);
    }
}
