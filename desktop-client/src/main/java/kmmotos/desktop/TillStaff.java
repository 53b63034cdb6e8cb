package kmmotos.desktop;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import kmmotos.desktop.journal.JournalFailed;
import kmmotos.desktop.staff.PinAnswer;
import kmmotos.desktop.staff.PinUse;
import kmmotos.desktop.staff.StaffBooks;
import kmmotos.desktop.staff.StaffStore;
import kmmotos.model.audit.AuditKind;
import kmmotos.model.audit.AuditNote;
import kmmotos.model.staff.Badge;
import kmmotos.model.staff.StaffMember;
import kmmotos.model.stores.StoreId;
import kmmotos.model.sync.Event;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The staff of a till's shop.
public final class TillStaff implements StaffBooks {
    private static final Logger log = LoggerFactory.getLogger(TillStaff.class);

    private final Till till;
    private final BiPredicate<StaffMember, String> comparison;

    public TillStaff(Till till) {
        this(till, StaffStore::matches);
    }

    TillStaff(Till till, BiPredicate<StaffMember, String> comparison) {
        this.till = till;
        this.comparison = comparison;
    }

    @Override
    public List<StaffMember> staff() {
        return till.database().read(session -> till.stores().staff().workingAt(session, store()));
    }

    @Override
    public PinAnswer checkPin(StaffMember member, String pin, PinUse use) {
        PinAnswer answer = checkPin(member.staffId(), pin);
        note(noteOf(member, use, answer));
        return answer;
    }

    @Override
    public PinAnswer checkBadge(Badge badge, Predicate<StaffMember> among, PinUse use) {
        Optional<StaffMember> holder =
                staff().stream().filter(member -> member.has(badge)).filter(among).findFirst();
        note(
                holder.map(member -> noteOf(member, use, new PinAnswer.Accepted(member)))
                        .orElseGet(() ->
                                new AuditNote(
                                        AuditKind.WRONG_BADGE,
                                        Optional.empty(),
                                        Optional.empty(),
                                        "")));
        return holder.<PinAnswer>map(PinAnswer.Accepted::new).orElseGet(PinAnswer.Unknown::new);
    }

    @Override
    public void locked(StaffMember member) {
        note(AuditNote.of(AuditKind.LOCKED, member.staffId()));
    }

    private static AuditNote noteOf(StaffMember member, PinUse use, PinAnswer answer) {
        if (!(answer instanceof PinAnswer.Accepted)) {
            return AuditNote.of(AuditKind.WRONG_PIN, member.staffId());
        }
        return switch (use) {
            case PinUse.SignIn _ -> AuditNote.of(AuditKind.SIGNED_IN, member.staffId());
            case PinUse.Approval(Optional<UUID> asker, String what) ->
                    new AuditNote(AuditKind.APPROVED, asker, Optional.of(member.staffId()), "")
                            .about(what);
        };
    }

    /// A disk that takes no more facts takes no sale either: whoever comes to repair it must get
    /// in.
    private void note(AuditNote note) {
        try {
            till.recorder().record(new Event.DeskNoted(note));
        } catch (JournalFailed failure) {
            log.warn("The audit log lacks {} of {}", note.kind(), note.staffId(), failure);
        }
    }

    /// Works without the network. The slow comparison is done while nobody waits for the database.
    public PinAnswer checkPin(UUID staffId, String pin) {
        var member =
                till.database()
                        .read(session -> till.stores().staff().find(session, staffId))
                        .filter(found -> found.worksAt(store()));
        return member.map(known -> compared(known, pin)).orElseGet(PinAnswer.Unknown::new);
    }

    private PinAnswer compared(StaffMember member, String pin) {
        boolean isRight = comparison.test(member, pin);
        var now = till.config().clock().instant();
        StaffStore staff = till.stores().staff();
        return till.database()
                .read(session -> staff.answerUnwritten(session, member, isRight, now))
                .orElseGet(() ->
                        till.database()
                                .inTransaction(
                                        session -> staff.answer(session, member, isRight, now)));
    }

    private StoreId store() {
        return till.identity().store().storeId();
    }
}
