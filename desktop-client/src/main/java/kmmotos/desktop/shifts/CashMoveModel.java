package kmmotos.desktop.shifts;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import kmmotos.desktop.receipts.CashSlipLayout;
import kmmotos.desktop.shifts.ShiftBook.Move;
import kmmotos.desktop.shifts.ShiftBook.Moved;
import kmmotos.desktop.shifts.ShiftBook.OpenShift;
import kmmotos.desktop.ui.OneAtATime;
import kmmotos.model.money.Money;
import kmmotos.model.shifts.CashMovement;
import kmmotos.model.shifts.CashPurpose;
import kmmotos.model.shifts.CashPurpose.Kind;
import kmmotos.model.staff.Permission;
import kmmotos.model.staff.StaffMember;

/// Money into the drawer and out of it without a sale, and opening it for nothing. Journaled first,
/// then the drawer opens and the slip prints.
public final class CashMoveModel {

    private final ShiftDesk desk;
    private final ShiftModel shift;
    private final OneAtATime actions;
    private final ReadOnlyObjectWrapper<Optional<Kind>> asked =
            new ReadOnlyObjectWrapper<>(Optional.empty());

    CashMoveModel(ShiftDesk desk, ShiftModel shift) {
        this.desk = desk;
        this.shift = shift;
        this.actions = new OneAtATime(desk.workplace());
    }

    /// Asks what for and how much.
    public void ask(Kind kind) {
        if (shift.shiftProperty().get().isEmpty()) {
            desk.refuse("shifts.open_first");
        } else {
            asked.set(Optional.of(kind));
        }
    }

    public void cancel() {
        desk.approvals().cancel();
        asked.set(Optional.empty());
    }

    /// The purposes there are for what is asked.
    public static List<CashPurpose> purposes(Kind kind) {
        return Arrays.stream(CashPurpose.values())
                .filter(purpose -> purpose.kind() == kind)
                .toList();
    }

    /// @param typedAmount as typed; not looked at if no money moves
    public void move(CashPurpose purpose, String typedAmount, String note) {
        Optional<OpenShift> open = shift.shiftProperty().get();
        Optional<Money> amount = amount(purpose, typedAmount);
        if (open.isEmpty() || amount.isEmpty() || isNoteMissing(purpose, note)) {
            return;
        }
        var move = new Move(purpose, amount.get(), shortened(note));
        StaffMember operator = desk.workplace().operator().get();
        if (mayAlone(operator, move)) {
            write(open.get(), move, operator, Optional.empty());
        } else {
            desk.approvals()
                    .ask(
                            question(move),
                            member -> mayAlone(member, move),
                            by -> write(open.get(), move, operator, Optional.of(by)));
        }
    }

    private Optional<Money> amount(CashPurpose purpose, String typed) {
        if (!purpose.kind().movesMoney()) {
            return Optional.of(Money.zero(desk.workplace().store().currency()));
        }
        Optional<Money> amount = desk.amount(typed);
        if (amount.filter(Money::isZero).isPresent()) {
            desk.refuse("shifts.no_amount", typed.strip());
        }
        return amount.filter(Money::isPositive);
    }

    private boolean isNoteMissing(CashPurpose purpose, String note) {
        boolean isMissing = purpose.needsNote() && note.isBlank();
        if (isMissing) {
            desk.refuse("shifts.note_needed");
        }
        return isMissing;
    }

    private static String shortened(String note) {
        String stripped = note.strip();
        return stripped.substring(0, Math.min(stripped.length(), CashMovement.MAX_NOTE));
    }

    private static boolean mayAlone(StaffMember member, Move move) {
        var role = member.role();
        return switch (move.purpose().kind()) {
            case PAID_IN -> role.may(Permission.PAY_IN);
            case PAID_OUT ->
                    role.may(Permission.PAY_OUT)
                            && move.amount().compareTo(role.payOutLimit(move.amount().currency()))
                                    <= 0;
            case SAFE_DROP -> role.may(Permission.DROP_CASH);
            case NO_SALE -> role.may(Permission.OPEN_DRAWER);
        };
    }

    private String question(Move move) {
        String kind = desk.texts().get("shifts.kind." + move.purpose().kind());
        return move.amount().isZero()
                ? kind
                : kind + ": " + desk.workplace().formats().money(move.amount());
    }

    private void write(
            OpenShift open, Move move, StaffMember operator, Optional<StaffMember> approvedBy) {
        actions.run(
                ShiftDesk.FAILED,
                () -> desk.book().move(open.opening().shiftId(), move, operator, approvedBy),
                moved -> written(open, moved));
    }

    private void written(OpenShift open, Moved moved) {
        desk.printer().openDrawer(open.opening().drawer());
        if (moved.movement().kind().movesMoney()) {
            shift.print(new CashSlipLayout(desk.paper()).slip(moved.movement(), names(moved)));
        }
        asked.set(Optional.empty());
        desk.workplace()
                .messages()
                .done(desk.texts().get("shifts.moved." + moved.movement().kind()));
        shift.refresh();
    }

    private CashSlipLayout.Names names(Moved moved) {
        return new CashSlipLayout.Names(desk.tillName(), moved.by(), moved.approvedBy());
    }

    /// What is being asked for; empty while nothing is.
    public ReadOnlyObjectProperty<Optional<Kind>> askedProperty() {
        return asked.getReadOnlyProperty();
    }
}
