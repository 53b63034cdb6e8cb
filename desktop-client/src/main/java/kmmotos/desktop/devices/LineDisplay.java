package kmmotos.desktop.devices;

import java.util.Optional;

/// A customer display of two lines of 20 letters.
public interface LineDisplay {

    int COLUMNS = 20;

    /// Replaces what it shows; what is too long is cut off. Throws [DeviceFailed].
    void show(String top, String bottom);

    /// Empty if there is none.
    static Optional<LineDisplay> at(DeviceAddress address) {
        return address instanceof DeviceAddress.Simulated
                ? Optional.of(new SimulatedLineDisplay())
                : address.wire().map(EscPosLineDisplay::new);
    }
}
