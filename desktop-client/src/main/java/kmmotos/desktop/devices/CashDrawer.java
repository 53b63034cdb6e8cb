package kmmotos.desktop.devices;

/// Opens a cash drawer, or throws [DeviceFailed] when it hangs on a printer that can't be reached.
public interface CashDrawer {

    /// @param drawer 1, or 2 for the second one at the same register
    void open(int drawer);
}
