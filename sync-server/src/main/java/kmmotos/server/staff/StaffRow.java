package kmmotos.server.staff;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import kmmotos.model.staff.Role;
import kmmotos.model.staff.StaffMember;
import kmmotos.model.stores.StoreId;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "staff")
@SuppressWarnings("NullAway.Init")
class StaffRow {

    @Id
    @Column(name = "staff_id")
    private UUID staffId;

    private String name;
    private String role;

    @Column(name = "pin_hash")
    private String pinHash;

    @Column(name = "badge_hash")
    private @Nullable String badgeHash;

    private String[] stores;
    private boolean active;

    protected StaffRow() {}

    StaffRow(StaffMember member) {
        staffId = member.staffId();
        name = member.name();
        role = member.role().name();
        pinHash = member.pinHash();
        stores = member.stores().stream().map(StoreId::value).toArray(String[]::new);
        active = member.active();
        badgeHash = member.badgeHash().orElse(null);
    }

    StaffMember toStaffMember() {
        return new StaffMember(
                staffId,
                name,
                Role.valueOf(role),
                pinHash,
                Arrays.stream(stores).map(StoreId::new).collect(Collectors.toSet()),
                active,
                Optional.ofNullable(badgeHash));
    }
}
