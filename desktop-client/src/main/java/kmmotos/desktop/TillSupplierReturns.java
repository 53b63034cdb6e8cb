package kmmotos.desktop;

import java.time.Instant;
import java.util.List;
import kmmotos.desktop.purchasing.ReturnBook;
import kmmotos.model.purchasing.SupplierReturn;
import kmmotos.model.purchasing.SupplierReturn.Reason;
import kmmotos.model.staff.StaffMember;
import kmmotos.model.stores.Store;
import kmmotos.model.sync.Event;
import kmmotos.model.sync.UuidV7;

/// What goes back from a till's shop to suppliers: journal for what happens.
public final class TillSupplierReturns implements ReturnBook {

    private final Till till;

    public TillSupplierReturns(Till till) {
        this.till = till;
    }

    @Override
    public List<String> suppliers() {
        return till.database().read(till.stores().purchases()::suppliers);
    }

    @Override
    public SupplierReturn giveBack(
            String supplier,
            Reason reason,
            String reference,
            List<SupplierReturn.Line> lines,
            StaffMember by) {
        Instant now = till.config().clock().instant();
        Store store = till.store();
        SupplierReturn goods =
                new SupplierReturn(
                        UuidV7.of(now, till.config().random()),
                        store.storeId(),
                        supplier,
                        reason,
                        reference,
                        store.dayAt(now),
                        now,
                        by.staffId(),
                        lines);
        till.recorder().record(new Event.SupplierReturned(goods));
        till.recorder().project();
        return goods;
    }
}
