package kmmotos.desktop.purchasing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import kmmotos.desktop.receipts.SampleSlips;
import kmmotos.model.purchasing.SupplierReturn;
import kmmotos.model.purchasing.SupplierReturn.Reason;
import kmmotos.model.staff.StaffMember;

/// What goes back, in memory.
public final class SampleReturnBook implements ReturnBook {

    private final List<SupplierReturn> given = new ArrayList<>();

    @Override
    public List<String> suppliers() {
        return List.of("Torque Peças Ltda");
    }

    @Override
    public SupplierReturn giveBack(
            String supplier,
            Reason reason,
            String reference,
            List<SupplierReturn.Line> lines,
            StaffMember by) {
        given.add(
                new SupplierReturn(
                        new UUID(0, given.size() + 1L),
                        SampleSlips.STORE,
                        supplier,
                        reason,
                        reference,
                        LocalDate.of(2026, 11, 21),
                        SampleSlips.NOON,
                        by.staffId(),
                        lines));
        return given.getLast();
    }

    public List<SupplierReturn> given() {
        return List.copyOf(given);
    }
}
