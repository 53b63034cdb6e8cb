package kmmotos.desktop.devices;

import java.util.Optional;
import kmmotos.desktop.devices.escpos.PrinterStatus;
import kmmotos.desktop.receipts.Slip;

/// Puts a slip on paper, or throws [DeviceFailed]. May take seconds: call it through [PrintQueue].
public interface ReceiptPrinter {

    /// Returns when the slip is on paper, as far as the printer tells.
    void print(Slip slip, Standstill standstill);

    default void print(Slip slip) {
        print(slip, Standstill.GIVE_UP);
    }

    /// How it is now; empty if it doesn't tell, [DeviceFailed] if it isn't there.
    default Optional<PrinterStatus> status() {
        return Optional.empty();
    }
}
