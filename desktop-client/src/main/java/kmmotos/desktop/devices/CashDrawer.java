package kmmotos.desktop.devices;

/// Opens the cash drawer, or throws [PrinterFailed] when it hangs on a printer that can't be
/// reached.
public interface CashDrawer {

    void open();
}
