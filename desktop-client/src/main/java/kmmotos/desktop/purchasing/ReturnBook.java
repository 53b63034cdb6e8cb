package kmmotos.desktop.purchasing;

import java.util.List;
import kmmotos.model.purchasing.SupplierReturn;
import kmmotos.model.purchasing.SupplierReturn.Reason;
import kmmotos.model.staff.StaffMember;

/// Goods that go back to suppliers. What is written here is journaled and works offline.
public interface ReturnBook {

    /// Who goods came from lately, as far as this till knows.
    List<String> suppliers();

    /// @param reference a delivery note, order or claim; may be empty
    SupplierReturn giveBack(
            String supplier,
            Reason reason,
            String reference,
            List<SupplierReturn.Line> lines,
            StaffMember by);
}
