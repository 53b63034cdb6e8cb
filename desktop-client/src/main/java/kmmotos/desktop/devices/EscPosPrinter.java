package kmmotos.desktop.devices;

import kmmotos.desktop.devices.escpos.CodePage;
import kmmotos.desktop.devices.escpos.EscPos;
import kmmotos.desktop.devices.escpos.SlipBytes;
import kmmotos.desktop.receipts.PaperLayout;
import kmmotos.desktop.receipts.Slip;

/// An ESC/POS receipt printer with the cash drawer that hangs on it.
public record EscPosPrinter(PrinterPort port, PaperLayout paper, CodePage codePage)
        implements ReceiptPrinter, CashDrawer {

    @Override
    public void print(Slip slip) {
        port.send(new SlipBytes(paper, codePage).encode(slip));
    }

    @Override
    public void open(int drawer) {
        port.send(new EscPos(codePage).openDrawer(drawer).bytes());
    }
}
