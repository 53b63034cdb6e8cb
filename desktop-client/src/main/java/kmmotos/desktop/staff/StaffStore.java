package kmmotos.desktop.staff;

import com.password4j.Argon2Function;
import com.password4j.BadParametersException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kmmotos.desktop.storage.Sql;
import kmmotos.model.staff.StaffMember;
import kmmotos.model.stores.StoreId;
import org.hibernate.StatelessSession;
import org.jspecify.annotations.Nullable;

/// Who works here, with the guard over their PINs. The count of wrong PINs survives a restart.
public final class StaffStore {
    public static final int MAX_WRONG_PINS = 5;
    public static final Duration LOCK = Duration.ofMinutes(5);

    public static List<Class<?>> rows() {
        return List.of(StaffRow.class, PinGuardRow.class);
    }

    public void put(StatelessSession session, StaffMember member) {
        session.upsert(new StaffRow(member));
    }

    /// Also who left, for old sales.
    public Optional<StaffMember> find(StatelessSession session, UUID staffId) {
        return Optional.ofNullable(session.get(StaffRow.class, staffId))
                .map(StaffRow::toStaffMember);
    }

    /// Who may sign in at this shop, by name. Without a PIN nobody signs in at a till.
    public List<StaffMember> workingAt(StatelessSession session, StoreId store) {
        return all(session).stream()
                .filter(member -> member.worksAt(store) && member.hasPin())
                .toList();
    }

    /// Everybody the till was told of, by name.
    public List<StaffMember> all(StatelessSession session) {
        return session.createSelectionQuery("from StaffRow order by name", StaffRow.class)
                .getResultStream()
                .map(StaffRow::toStaffMember)
                .toList();
    }

    /// Whether a PIN is this person's. It is slow on purpose, so never ask it in a transaction:
    /// sales would wait.
    public static boolean matches(StaffMember member, String pin) {
        try {
            return Argon2Function.getInstanceFromHash(member.pinHash())
                    .check(pin, member.pinHash());
        } catch (BadParametersException _) {
            return false;
        }
    }

    /// Answers a PIN that was compared before, if nothing has to be written for it: a right one
    /// after which no count begins anew, and any while the person is locked out. So nobody who
    /// knows the PIN waits for a writer. Empty: ask [#answer].
    ///
    /// @param compared as known when it was compared; a PIN that was changed since is wrong
    public Optional<PinAnswer> answerUnwritten(
            StatelessSession session, StaffMember compared, boolean isRight, Instant now) {
        PinGuardRow guard = session.get(PinGuardRow.class, compared.staffId());
        Instant lockedUntil = guard == null ? null : guard.lockedUntil;
        if (lockedUntil != null && now.isBefore(lockedUntil)) {
            return Optional.of(new PinAnswer.Locked(lockedUntil));
        }
        boolean isClean = guard == null || guard.isClean();
        return isClean && isRight && isStill(session, compared)
                ? Optional.of(new PinAnswer.Accepted(compared))
                : Optional.empty();
    }

    /// Answers a PIN that was compared before, and counts it. After [#MAX_WRONG_PINS] wrong ones in
    /// a row nobody gets in as this person for [#LOCK], not even with the right one.
    ///
    /// @param compared as known when it was compared; a PIN that was changed since is wrong
    public PinAnswer answer(
            StatelessSession session, StaffMember compared, boolean isRight, Instant now) {
        UUID staffId = compared.staffId();
        PinGuardRow guard = session.get(PinGuardRow.class, staffId);
        Instant lockedUntil = guard == null ? null : guard.lockedUntil;
        if (lockedUntil != null && now.isBefore(lockedUntil)) {
            return new PinAnswer.Locked(lockedUntil);
        }
        if (isRight && isStill(session, compared)) {
            session.upsert(new PinGuardRow(staffId, 0, null));
            return new PinAnswer.Accepted(compared);
        }
        int wrong = 1 + (guard == null || lockedUntil != null ? 0 : guard.wrongPins);
        return refused(session, staffId, wrong, now);
    }

    private boolean isStill(StatelessSession session, StaffMember compared) {
        return find(session, compared.staffId()).filter(compared::equals).isPresent();
    }

    private static PinAnswer refused(
            StatelessSession session, UUID staffId, int wrong, Instant now) {
        @Nullable Instant until = wrong >= MAX_WRONG_PINS ? now.plus(LOCK) : null;
        session.upsert(new PinGuardRow(staffId, wrong, until));
        return until == null
                ? new PinAnswer.Wrong(MAX_WRONG_PINS - wrong)
                : new PinAnswer.Locked(until);
    }

    public void clear(StatelessSession session) {
        Sql.run(session, "delete from staff_member");
    }
}
