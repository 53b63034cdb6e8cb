package kmmotos.desktop.staff;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import kmmotos.desktop.storage.JsonText;
import kmmotos.model.staff.StaffMember;

@Entity
@Table(name = "staff_member")
class StaffRow {
    @Id UUID staffId;
    String name;
    String body;

    @SuppressWarnings("NullAway.Init") // filled by Hibernate
    StaffRow() {}

    StaffRow(StaffMember member) {
        staffId = member.staffId();
        name = member.name();
        body = JsonText.write(member);
    }

    StaffMember toStaffMember() {
        return JsonText.read(body, StaffMember.class);
    }
}
