package kmmotos.desktop.shifts;

import java.util.List;
import java.util.Optional;
import kmmotos.model.money.Money;
import kmmotos.model.sales.ShiftClosing;
import kmmotos.model.sales.ShiftOpening;
import kmmotos.model.sales.ShiftTotals;
import kmmotos.model.staff.StaffMember;

/// The till's shifts. The till journals what is written here; reads come from its database.
public interface ShiftBook {

    /// @param openedBy the name of who opened it
    record OpenShift(ShiftOpening opening, String openedBy, ShiftTotals totals) {

        public Money expectedCash() {
            return opening.openingFloat().plus(totals.by("cash"));
        }
    }

    record ClosedShift(
            ShiftOpening opening, String openedBy, ShiftClosing closing, String closedBy) {}

    Optional<OpenShift> current();

    /// @throws IllegalStateException if a shift is open already
    OpenShift open(Money openingFloat, StaffMember by);

    /// Seals the totals, whatever the difference.
    ///
    /// @throws IllegalStateException if no shift is open
    ClosedShift close(Money countedCash, StaffMember by);

    /// The shifts closed last, newest first.
    List<ClosedShift> closed(int atMost);
}
