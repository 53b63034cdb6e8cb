package kmmotos.desktop;

import java.util.List;
import java.util.UUID;
import java.util.function.BiPredicate;
import kmmotos.desktop.staff.PinAnswer;
import kmmotos.desktop.staff.StaffBooks;
import kmmotos.desktop.staff.StaffStore;
import kmmotos.model.staff.StaffMember;
import kmmotos.model.stores.StoreId;

/// The staff of a till's shop.
public final class TillStaff implements StaffBooks {
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
    public PinAnswer checkPin(StaffMember member, String pin) {
        return checkPin(member.staffId(), pin);
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
