package kmmotos.desktop.devices.scale;

import java.util.Optional;
import kmmotos.desktop.devices.DeviceAddress;

/// Weighs what lies on it, or throws [kmmotos.desktop.devices.DeviceFailed]. Takes up to a second.
public interface Scale {

    Reading read();

    /// Empty if there is no scale.
    static Optional<Scale> at(DeviceAddress address) {
        return address instanceof DeviceAddress.Simulated
                ? Optional.of(new SimulatedScale())
                : address.wire().map(port -> new Toledo8217(port, address.toString()));
    }
}
