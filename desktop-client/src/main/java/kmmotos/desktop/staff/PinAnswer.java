package kmmotos.desktop.staff;

import java.time.Instant;
import kmmotos.model.staff.StaffMember;

/// What became of a PIN that somebody typed.
public sealed interface PinAnswer {
    record Accepted(StaffMember member) implements PinAnswer {}

    record Wrong(int triesLeft) implements PinAnswer {}

    record Locked(Instant until) implements PinAnswer {}

    /// Nobody of this shop, or nobody any more.
    record Unknown() implements PinAnswer {}
}
