package kmmotos.desktop.staff;

import java.util.Optional;
import java.util.UUID;

/// What somebody types their PIN for; the audit log says so.
public sealed interface PinUse {
    record SignIn() implements PinUse {}

    /// @param asker who may not do it alone
    /// @param what in plain words
    record Approval(Optional<UUID> asker, String what) implements PinUse {}
}
