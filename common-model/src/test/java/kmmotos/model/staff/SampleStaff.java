package kmmotos.model.staff;

import java.util.Set;
import java.util.UUID;
import kmmotos.model.stores.SampleStores;

/// One person for each role; the PIN of each is 4 times the same digit: 1111, 2222, 3333, 4444.
public final class SampleStaff {

    public static final StaffMember ANA = member(1, "Ana Souza", Role.CASHIER);
    public static final StaffMember BRUNO = member(2, "Bruno Lima", Role.SUPERVISOR);
    public static final StaffMember CARLA = member(3, "Carla Dias", Role.MANAGER);
    public static final StaffMember HELENA = member(4, "Helena Reis", Role.HEAD_OFFICE);

    private SampleStaff() {}

    /// @param pinHash in place of the fixture's, which opens with no PIN
    public static StaffMember withPinHash(StaffMember member, String pinHash) {
        return new StaffMember(
                member.staffId(), member.name(), member.role(), pinHash, member.stores(), true);
    }

    private static StaffMember member(int n, String name, Role role) {
        return new StaffMember(
                new UUID(0x01890000_0000_7000L, 0x8000_0000_0000_0100L + n),
                name,
                role,
                "$none$",
                Set.of(SampleStores.SAO_PAULO.storeId()),
                true);
    }
}
