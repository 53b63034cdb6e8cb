package kmmotos.desktop.devices;

/// What stands at a counter beside printers and scanner.
///
/// @param customerWindow whether customers see the sale on a window of their own
/// @param lineDisplay where a display of two lines is
/// @param scale where the scale is
public record CounterDevices(
        boolean customerWindow, DeviceAddress lineDisplay, DeviceAddress scale) {

    public static final CounterDevices NONE =
            new CounterDevices(false, new DeviceAddress.None(), new DeviceAddress.None());

    /// Where people practise: no customer looks on.
    public CounterDevices practising() {
        return new CounterDevices(false, new DeviceAddress.None(), scale);
    }

    public CounterDevices withCustomerWindow(boolean shown) {
        return new CounterDevices(shown, lineDisplay, scale);
    }

    public CounterDevices withLineDisplay(DeviceAddress other) {
        return new CounterDevices(customerWindow, other, scale);
    }

    public CounterDevices withScale(DeviceAddress other) {
        return new CounterDevices(customerWindow, lineDisplay, other);
    }
}
