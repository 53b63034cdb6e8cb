package kmmotos.desktop.staff;

import java.util.List;
import java.util.function.Predicate;
import kmmotos.model.staff.Badge;
import kmmotos.model.staff.StaffMember;

/// Who works in this shop, known without the network. Called away from the window's thread:
/// checking a PIN takes a while on purpose.
public interface StaffBooks {
    List<StaffMember> staff();

    /// What came of it is in the journal when this returns.
    PinAnswer checkPin(StaffMember member, String pin, PinUse use);

    /// Whose badge it is; nobody's but theirs is accepted.
    ///
    /// @param among who could do it
    PinAnswer checkBadge(Badge badge, Predicate<StaffMember> among, PinUse use);

    /// Somebody left the till, or locked it.
    void locked(StaffMember member);
}
