package kmmotos.desktop.devices;

import java.util.OptionalInt;

/// What is to be done while a printer holds a slip half printed, as without paper. It goes on by
/// itself with what it holds, so the slip must not be sent again.
public interface Standstill {

    Standstill GIVE_UP =
            new Standstill() {
                @Override
                public boolean waits(DeviceFailed failure) {
                    return false;
                }

                @Override
                public OptionalInt drawer() {
                    return OptionalInt.empty();
                }
            };

    /// Asked again and again; takes a moment. False gives the slip up.
    boolean waits(DeviceFailed failure);

    /// A drawer that is to be opened meanwhile.
    OptionalInt drawer();
}
