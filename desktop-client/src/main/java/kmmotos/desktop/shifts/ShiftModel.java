package kmmotos.desktop.shifts;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import kmmotos.desktop.receipts.ReportLayout;
import kmmotos.desktop.receipts.Slip;
import kmmotos.desktop.shifts.ShiftBook.ClosedShift;
import kmmotos.desktop.shifts.ShiftBook.Elsewhere;
import kmmotos.desktop.shifts.ShiftBook.Moved;
import kmmotos.desktop.shifts.ShiftBook.OpenShift;
import kmmotos.desktop.shifts.ShiftBook.TakeUp;
import kmmotos.desktop.ui.OneAtATime;
import kmmotos.model.money.Money;
import kmmotos.model.sales.ShiftTerms;
import kmmotos.model.staff.Permission;
import kmmotos.model.staff.StaffMember;

/// The shift of whoever stands at the register: opened, shown, and reported on with X and, again,
/// Z. See [CashMoveModel] for what goes in and out of its drawer and [ClosingModel] for its end.
public final class ShiftModel {

    private final ShiftDesk desk;
    private final OneAtATime actions;
    private final ReadOnlyObjectWrapper<Optional<OpenShift>> shift =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<ShiftTerms>> terms =
            new ReadOnlyObjectWrapper<>(Optional.of(ShiftTerms.USUAL));
    private final ReadOnlyObjectWrapper<Optional<Slip>> report =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private Optional<UUID> shownTo = Optional.empty();
    private final ObservableList<Moved> movements = FXCollections.observableArrayList();
    private final ObservableList<Elsewhere> elsewhere = FXCollections.observableArrayList();
    private final ObservableList<Elsewhere> elsewhereShown =
            FXCollections.unmodifiableObservableList(elsewhere);
    private final ObservableList<Moved> movementsShown =
            FXCollections.unmodifiableObservableList(movements);

    /// @param terms how a shift can be opened, if none is
    private record Found(
            Optional<OpenShift> shift,
            List<Moved> movements,
            Optional<ShiftTerms> terms,
            List<Elsewhere> elsewhere) {}

    ShiftModel(ShiftDesk desk) {
        this.desk = desk;
        this.actions = new OneAtATime(desk.workplace());
    }

    boolean isShownTo(StaffMember member) {
        return shownTo.filter(member.staffId()::equals).isPresent();
    }

    /// Begins with nothing of what others saw.
    void showTo(StaffMember member) {
        shownTo = Optional.of(member.staffId());
        report.set(Optional.empty());
        show(new Found(Optional.empty(), List.of(), terms.get(), List.of()));
    }

    /// Reads the shift again, as after a sale.
    public void refresh() {
        StaffMember operator = operator();
        actions.run(ShiftDesk.FAILED, () -> found(operator), this::show);
    }

    private Found found(StaffMember operator) {
        Optional<OpenShift> current = desk.book().current(operator);
        return new Found(
                current,
                current.map(open -> desk.book().movements(open.opening().shiftId()))
                        .orElse(List.of()),
                current.isPresent() ? Optional.empty() : desk.book().termsForNext(),
                current.isPresent() ? List.of() : desk.book().elsewhere(operator));
    }

    /// @param typedFloat the cash in the drawer, as typed
    /// @param shared whether others sell in it too
    public void open(String typedFloat, boolean shared) {
        Optional<Money> openingFloat = desk.amount(typedFloat);
        if (openingFloat.isEmpty() || desk.refused(Permission.OPEN_SHIFT)) {
            return;
        }
        Optional<ShiftTerms> free = terms.get();
        if (free.isEmpty()) {
            desk.refuse("shifts.no_drawer");
            return;
        }
        var wanted = new ShiftTerms(shared, free.get().drawer(), Optional.empty());
        StaffMember operator = operator();
        actions.run(
                ShiftDesk.FAILED,
                () -> {
                    Optional<OpenShift> _ = desk.book().open(openingFloat.get(), wanted, operator);
                    return found(operator);
                },
                this::opened);
    }

    /// Goes on with the first of the shifts left at other tills.
    public void takeUp() {
        Optional<Elsewhere> left = elsewhere.stream().findFirst();
        if (left.isEmpty() || desk.refused(Permission.OPEN_SHIFT)) {
            return;
        }
        StaffMember operator = operator();
        actions.run(
                ShiftDesk.FAILED,
                () -> {
                    TakeUp answer = desk.book().takeUp(left.get(), operator);
                    return new TakenUp(answer, found(operator));
                },
                this::takenUp);
    }

    private record TakenUp(TakeUp answer, Found found) {}

    private void takenUp(TakenUp taken) {
        show(taken.found());
        switch (taken.answer()) {
            case TakeUp.Taken _ ->
                    desk.workplace().messages().done(desk.texts().get("shifts.taken_up"));
            case TakeUp.Gone _ -> desk.refuse("shifts.gone");
            case TakeUp.NoAnswer _ -> desk.refuse("shifts.no_answer");
        }
    }

    private void opened(Found found) {
        show(found);
        report.set(Optional.empty());
        if (found.shift().isPresent()) {
            desk.workplace().messages().done(desk.texts().get("shifts.opened"));
        } else {
            desk.refuse("shifts.no_drawer");
        }
    }

    /// Prints the X report of what there is right now; without the cash for who counts blind.
    public void printX() {
        if (desk.refused(Permission.READ_SHIFT)) {
            return;
        }
        StaffMember operator = operator();
        actions.run(
                ShiftDesk.FAILED,
                () -> found(operator),
                found -> {
                    show(found);
                    found.shift().map(this::xReport).ifPresent(this::print);
                });
    }

    private Slip xReport(OpenShift open) {
        var names = new ReportLayout.Names(desk.tillName(), open.openedBy(), operator().name());
        return desk.seesExpected()
                ? desk.reports().x(open.opening(), open.totals(), desk.clock().instant(), names)
                : desk.reports()
                        .blindX(open.opening(), open.totals(), desk.clock().instant(), names);
    }

    /// Shows the last Z report again and prints it as a copy.
    public void reprintZ() {
        actions.run(
                ShiftDesk.FAILED,
                () -> desk.book().closed(1),
                closed ->
                        closed.stream()
                                .findFirst()
                                .map(this::zReport)
                                .map(desk.paper()::copyOf)
                                .ifPresentOrElse(this::print, this::tellNoZ));
    }

    private void tellNoZ() {
        desk.workplace().messages().note(desk.texts().get("shifts.no_z"));
    }

    /// What a shift's end looks like on paper; uncounted for one that goes on elsewhere.
    Slip zReport(ClosedShift closed) {
        var names = new ReportLayout.Names(desk.tillName(), closed.openedBy(), closed.closedBy());
        return closed.closing().report().goesOnAs().isPresent()
                ? desk.reports().left(closed.opening(), closed.closing(), names)
                : desk.reports().z(closed.opening(), closed.closing(), names);
    }

    /// Shows a slip and prints it.
    void print(Slip slip) {
        report.set(Optional.of(slip));
        desk.printer().print(slip);
    }

    public ReadOnlyObjectProperty<Optional<OpenShift>> shiftProperty() {
        return shift.getReadOnlyProperty();
    }

    /// How a shift can be opened while this member of staff has none; empty if every drawer is
    /// another's.
    public ReadOnlyObjectProperty<Optional<ShiftTerms>> termsProperty() {
        return terms.getReadOnlyProperty();
    }

    /// What was put into the drawer and taken out of it without a sale.
    public ObservableList<Moved> movements() {
        return movementsShown;
    }

    /// Shifts left at other tills that can be gone on with here.
    public ObservableList<Elsewhere> elsewhere() {
        return elsewhereShown;
    }

    /// The report or slip that was printed last here.
    public ReadOnlyObjectProperty<Optional<Slip>> reportProperty() {
        return report.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty busyProperty() {
        return actions.busyProperty();
    }

    private StaffMember operator() {
        return desk.workplace().operator().get();
    }

    private void show(Found found) {
        movements.setAll(found.movements());
        elsewhere.setAll(found.elsewhere());
        terms.set(found.terms());
        shift.set(found.shift());
    }
}
