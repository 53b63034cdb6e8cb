package kmmotos.desktop.staff;

import java.util.List;
import kmmotos.model.staff.StaffMember;

/// Who works in this shop, known without the network. Called away from the window's thread:
/// checking a PIN takes a while on purpose.
public interface StaffBooks {
    List<StaffMember> staff();

    PinAnswer checkPin(StaffMember member, String pin);
}
