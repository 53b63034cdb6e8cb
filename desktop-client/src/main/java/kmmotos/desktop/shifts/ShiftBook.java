package kmmotos.desktop.shifts;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kmmotos.model.money.Money;
import kmmotos.model.sales.Sale;
import kmmotos.model.sales.ShiftClosing;
import kmmotos.model.sales.ShiftOpening;
import kmmotos.model.sales.ShiftTerms;
import kmmotos.model.sales.ShiftTotals;
import kmmotos.model.shifts.CashMovement;
import kmmotos.model.shifts.CashPurpose;
import kmmotos.model.staff.StaffMember;
import kmmotos.model.stores.DeviceId;

/// The till's shifts. The till journals what is written here; reads come from its database. Called
/// away from the window's thread.
public interface ShiftBook {

    /// @param openedBy the name of who opened it
    record OpenShift(ShiftOpening opening, String openedBy, ShiftTotals totals) {

        public Money expectedCash() {
            return opening.openingFloat().plus(totals.cashInDrawer());
        }

        /// The foreign cash that should be in the drawer, also of a shift that was carried here.
        public List<Money> expectedForeign() {
            var all = opening.carried().map(before -> before.totals().plus(totals)).orElse(totals);
            return List.copyOf(all.foreignInDrawer().values());
        }
    }

    record ClosedShift(
            ShiftOpening opening, String openedBy, ShiftClosing closing, String closedBy) {}

    /// @param by the name of who moved it
    record Moved(CashMovement movement, String by, Optional<String> approvedBy) {}

    /// Cash to be moved.
    record Move(CashPurpose purpose, Money amount, String note) {}

    /// Everything a difference in the drawer can be looked for in.
    record Contents(OpenShift shift, List<Sale> sales, List<CashMovement> movements) {}

    /// A shift that was left at another till.
    record Elsewhere(LeftShift shift, DeviceId at) {}

    /// What became of taking one up.
    sealed interface TakeUp {
        record Taken(OpenShift shift) implements TakeUp {}

        /// Somebody else has it, or this till's drawers are taken.
        record Gone() implements TakeUp {}

        record NoAnswer() implements TakeUp {}
    }

    /// The shift this member of staff works in.
    Optional<OpenShift> current(StaffMember member);

    /// How a shift can be opened now; empty if every drawer has one.
    Optional<ShiftTerms> termsForNext();

    /// Empty if somebody else has a shift at that drawer.
    Optional<OpenShift> open(Money openingFloat, ShiftTerms terms, StaffMember by);

    /// @throws IllegalStateException if the shift is not open
    Moved move(UUID shiftId, Move what, StaffMember by, Optional<StaffMember> approvedBy);

    /// In order.
    List<Moved> movements(UUID shiftId);

    /// @throws IllegalStateException if the shift is not open
    Contents contents(UUID shiftId);

    /// Seals the totals, whatever the difference.
    ///
    /// @throws IllegalStateException if the shift is not open
    ClosedShift close(UUID shiftId, DrawerCount counted, StaffMember by);

    /// Seals what was done at this till, so that the shift goes on at another of the shop, with its
    /// drawer. Nothing is counted.
    ///
    /// @throws IllegalStateException if the shift is not open
    ClosedShift leave(UUID shiftId, StaffMember by);

    /// The shifts left at the shop's other tills that this member of staff may go on with.
    List<Elsewhere> elsewhere(StaffMember member);

    TakeUp takeUp(Elsewhere left, StaffMember by);

    /// The shifts closed last, newest first.
    List<ClosedShift> closed(int atMost);
}
