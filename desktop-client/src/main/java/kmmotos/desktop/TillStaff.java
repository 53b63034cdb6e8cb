package kmmotos.desktop;

import java.util.List;
import kmmotos.desktop.staff.PinAnswer;
import kmmotos.desktop.staff.StaffBooks;
import kmmotos.model.staff.StaffMember;
import kmmotos.model.stores.StoreId;

/// The staff of a till's shop.
public final class TillStaff implements StaffBooks {
    private final Till till;

    public TillStaff(Till till) {
        this.till = till;
    }

    @Override
    public List<StaffMember> staff() {
        return till.database().read(session -> till.stores().staff().workingAt(session, store()));
    }

    @Override
    public PinAnswer checkPin(StaffMember member, String pin) {
        var now = till.config().clock().instant();
        return till.database()
                .inTransaction(session ->
                        till.stores()
                                .staff()
                                .checkPin(session, member.staffId(), store(), pin, now));
    }

    private StoreId store() {
        return till.identity().store().storeId();
    }
}
