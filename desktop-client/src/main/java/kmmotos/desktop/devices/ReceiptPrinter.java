package kmmotos.desktop.devices;

import kmmotos.desktop.receipts.Slip;

/// Puts a slip on paper, or throws [PrinterFailed]. May take seconds: call it through [PrintQueue].
public interface ReceiptPrinter {

    void print(Slip slip);
}
