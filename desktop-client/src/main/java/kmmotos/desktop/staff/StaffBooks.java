package kmmotos.desktop.staff;

import java.util.List;
import kmmotos.model.staff.StaffMember;

/// Who works in this shop, known without the network. Called away from the window's thread:
/// checking a PIN takes a while on purpose.
public interface StaffBooks {
    List<StaffMember> staff();

    /// What came of it is in the journal when this returns.
    PinAnswer checkPin(StaffMember member, String pin, PinUse use);

    /// Somebody left the till, or locked it.
    void locked(StaffMember member);
}
