package kmmotos.desktop.staff;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.Supplier;
import kmmotos.model.staff.Badge;
import kmmotos.model.staff.SampleStaff;
import kmmotos.model.staff.StaffMember;

/// The sample staff, with PINs 1111 to 4444; locks for five minutes after five wrong ones.
public final class FakeStaffBooks implements StaffBooks {
    private final Supplier<Instant> clock;
    private final Map<UUID, Integer> wrong = new HashMap<>();
    private final List<StaffMember> locked = new ArrayList<>();
    private final List<PinUse> uses = new ArrayList<>();
    private final List<StaffMember> staff =
            new ArrayList<>(
                    List.of(
                            SampleStaff.ANA,
                            SampleStaff.BRUNO,
                            SampleStaff.CARLA,
                            SampleStaff.HELENA));

    public FakeStaffBooks(Supplier<Instant> clock) {
        this.clock = clock;
    }

    @Override
    public List<StaffMember> staff() {
        return staff;
    }

    /// Works here from now on; the PIN goes on as those before.
    public void hire(StaffMember member) {
        staff.add(member);
    }

    /// Of everybody together.
    public int wrongPins() {
        return wrong.values().stream().mapToInt(Integer::intValue).sum();
    }

    /// Who locked the till, in order.
    public List<StaffMember> locked() {
        return List.copyOf(locked);
    }

    /// What the PINs were typed for, in order.
    public List<PinUse> uses() {
        return List.copyOf(uses);
    }

    /// Everybody's badge: their place in the list in 16 bytes.
    public Badge badgeOf(StaffMember member) {
        byte[] secret = new byte[Badge.SECRET_BYTES];
        secret[15] = (byte) staff.indexOf(member);
        return Badge.of(secret);
    }

    @Override
    public PinAnswer checkBadge(Badge badge, Predicate<StaffMember> among, PinUse use) {
        uses.add(use);
        return staff.stream()
                .filter(member -> badgeOf(member).equals(badge))
                .filter(among)
                .findFirst()
                .<PinAnswer>map(PinAnswer.Accepted::new)
                .orElseGet(PinAnswer.Unknown::new);
    }

    @Override
    public void locked(StaffMember member) {
        locked.add(member);
    }

    @Override
    public PinAnswer checkPin(StaffMember member, String pin, PinUse use) {
        uses.add(use);
        int before = wrong.getOrDefault(member.staffId(), 0);
        if (before >= 5) {
            return new PinAnswer.Locked(clock.get().plusSeconds(300));
        }
        if (pin.equals(Integer.toString(staff.indexOf(member) + 1).repeat(4))) {
            wrong.remove(member.staffId());
            return new PinAnswer.Accepted(member);
        }
        wrong.put(member.staffId(), before + 1);
        return before + 1 >= 5
                ? new PinAnswer.Locked(clock.get().plusSeconds(300))
                : new PinAnswer.Wrong(4 - before);
    }
}
