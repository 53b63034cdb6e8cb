package kmmotos.desktop.shifts;

import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import kmmotos.desktop.shifts.ShiftBook.ClosedShift;
import kmmotos.desktop.shifts.ShiftBook.Contents;
import kmmotos.desktop.shifts.ShiftBook.OpenShift;
import kmmotos.desktop.ui.OneAtATime;
import kmmotos.model.money.Money;
import kmmotos.model.shifts.ForeignCount;
import kmmotos.model.staff.Permission;

/// The end of a shift: the drawer is counted without seeing what should be in it, then the
/// difference is shown with what may be behind it, then the shift is sealed. Works offline; a
/// difference never keeps it from ending, and a sealed shift is never opened again.
public final class ClosingModel {

    /// How far it has come.
    public sealed interface Step {
        record NotBegun() implements Step {}

        record Counting() implements Step {}

        /// The shift is to go on at another till.
        record Leaving() implements Step {}

        /// @param difference counted less expected
        record Counted(
                DrawerCount count, Money expected, Money difference, List<Explanation> explanations)
                implements Step {

            public Counted {
                explanations = List.copyOf(explanations);
            }
        }
    }

    private final ShiftDesk desk;
    private final ShiftModel shift;
    private final CashCount count;
    private final ReadOnlyObjectWrapper<List<CashCount>> foreign =
            new ReadOnlyObjectWrapper<>(List.of());
    private final OneAtATime actions;
    private final ReadOnlyObjectWrapper<Step> step =
            new ReadOnlyObjectWrapper<>(new Step.NotBegun());

    /// Whose difference was shown: another count of them is no blind one.
    private final Set<UUID> shown = new HashSet<>();

    ClosingModel(ShiftDesk desk, ShiftModel shift) {
        this.desk = desk;
        this.shift = shift;
        this.count = new CashCount(desk.workplace().store().currency());
        this.actions = new OneAtATime(desk.workplace());
    }

    /// Begins to count. Money that was taken for a sale that is not finished would be neither in
    /// the report nor in the sale, so that comes first.
    public void begin() {
        if (!isPartPaid()) {
            shift.shiftProperty().get().ifPresent(this::begin);
        }
    }

    private boolean isPartPaid() {
        Optional<Money> partPaid = desk.partPaid().get();
        partPaid.ifPresent(
                paid -> desk.refuse("shifts.part_paid", desk.workplace().formats().money(paid)));
        return partPaid.isPresent();
    }

    /// Asks whether the shift is to go on at another till.
    public void beginLeaving() {
        if (!isPartPaid() && shift.shiftProperty().get().isPresent()) {
            step.set(new Step.Leaving());
        }
    }

    /// The shift ends here and goes on, uncounted, where its drawer is taken.
    public void leave() {
        Optional<OpenShift> open = shift.shiftProperty().get();
        if (open.isEmpty() || !(step.get() instanceof Step.Leaving)) {
            return;
        }
        var operator = desk.workplace().operator().get();
        actions.run(
                ShiftDesk.FAILED,
                () -> desk.book().leave(open.get().opening().shiftId(), operator),
                left -> {
                    step.set(new Step.NotBegun());
                    shift.print(shift.zReport(left));
                    desk.workplace().messages().done(desk.texts().get("shifts.left"));
                    shift.refresh();
                });
    }

    private void begin(OpenShift open) {
        if (desk.refused(Permission.CLOSE_SHIFT)) {
            return;
        }
        if (shown.contains(open.opening().shiftId()) && !desk.seesExpected()) {
            desk.approvals()
                    .ask(
                            desk.texts().get("shifts.count_again"),
                            member -> member.role().may(Permission.SEE_EXPECTED_CASH),
                            _ -> startCounting(open));
        } else {
            startCounting(open);
        }
    }

    /// The foreign cash that the shift took is counted beside the shop's money.
    private void startCounting(OpenShift open) {
        UUID shiftId = open.opening().shiftId();
        actions.run(
                ShiftDesk.FAILED,
                () -> desk.book().contents(shiftId).shift().expectedForeign(),
                taken -> {
                    countForeign(taken.stream().map(Money::currency).toList());
                    step.set(new Step.Counting());
                });
    }

    private void countForeign(List<Currency> taken) {
        if (!taken.equals(foreign.get().stream().map(CashCount::currency).toList())) {
            foreign.set(taken.stream().map(CashCount::new).toList());
        }
    }

    /// Back to the shift, which stays open.
    public void cancel() {
        desk.approvals().cancel();
        step.set(new Step.NotBegun());
    }

    /// With nothing counted.
    void startAnew() {
        cancel();
        clear();
    }

    /// The drawer is counted: shows the difference.
    ///
    /// @param typedCash the sum of what was counted, as typed
    public void counted(String typedCash) {
        Optional<OpenShift> open = shift.shiftProperty().get();
        Optional<Money> cash = desk.amount(typedCash);
        if (open.isEmpty() || cash.isEmpty()) {
            return;
        }
        List<DrawerCount> others = foreign.get().stream().flatMap(this::counted).toList();
        if (others.size() < foreign.get().size()) {
            return;
        }
        boolean ofPieces = cash.get().equals(count.totalProperty().get());
        var found = new DrawerCount(cash.get(), ofPieces ? count.counted() : List.of());
        UUID shiftId = open.get().opening().shiftId();
        actions.run(
                ShiftDesk.FAILED,
                () -> compared(found, others, desk.book().contents(shiftId)),
                compared -> {
                    shown.add(shiftId);
                    step.set(compared);
                });
    }

    /// What was counted of a foreign currency, nothing if nothing was typed; empty if that is no
    /// amount, which is said.
    private Stream<DrawerCount> counted(CashCount of) {
        String typed = of.typedProperty().get();
        Optional<Money> sum =
                typed.isBlank()
                        ? Optional.of(Money.zero(of.currency()))
                        : desk.workplace().typedNumbers().money(typed, of.currency());
        if (sum.filter(money -> !money.isNegative()).isEmpty()) {
            desk.refuse("shifts.foreign_amount", of.currency().getCurrencyCode(), typed);
            return Stream.empty();
        }
        boolean ofPieces = sum.get().equals(of.totalProperty().get());
        return Stream.of(new DrawerCount(sum.get(), ofPieces ? of.counted() : List.of()));
    }

    private static ForeignCount foreign(Money expected, List<DrawerCount> counted) {
        DrawerCount found =
                counted.stream()
                        .filter(it -> it.cash().currency().equals(expected.currency()))
                        .findFirst()
                        .orElseGet(() -> DrawerCount.of(Money.zero(expected.currency())));
        return new ForeignCount(expected, found.cash(), found.pieces());
    }

    private void clear() {
        count.clear();
        foreign.set(List.of());
    }

    private static Step.Counted compared(
            DrawerCount found, List<DrawerCount> others, Contents contents) {
        Money expected = contents.shift().expectedCash();
        Money difference = found.cash().minus(expected);
        List<ForeignCount> foreign =
                contents.shift().expectedForeign().stream()
                        .map(taken -> foreign(taken, others))
                        .toList();
        return new Step.Counted(
                new DrawerCount(found.cash(), found.pieces(), foreign),
                expected,
                difference,
                Explanations.of(
                        difference,
                        contents.shift().opening().openingFloat(),
                        contents.sales(),
                        contents.movements()));
    }

    /// Seals the shift with what was counted.
    public void close() {
        Optional<OpenShift> open = shift.shiftProperty().get();
        if (open.isEmpty() || !(step.get() instanceof Step.Counted counted)) {
            return;
        }
        var operator = desk.workplace().operator().get();
        actions.run(
                ShiftDesk.FAILED,
                () -> desk.book().close(open.get().opening().shiftId(), counted.count(), operator),
                this::closed);
    }

    private void closed(ClosedShift closed) {
        clear();
        step.set(new Step.NotBegun());
        shift.print(shift.zReport(closed));
        tell(closed.closing().report().difference());
        shift.refresh();
    }

    private void tell(Money difference) {
        if (difference.isZero()) {
            desk.workplace().messages().done(desk.texts().get("shifts.closed_exact"));
            return;
        }
        String key = difference.isNegative() ? "shifts.closed_short" : "shifts.closed_over";
        String amount = desk.workplace().formats().money(difference.abs());
        desk.workplace().messages().warn(desk.texts().get(key, amount));
    }

    public CashCount count() {
        return count;
    }

    /// The counts of foreign cash, by currency; empty if the shift took none.
    public ReadOnlyObjectProperty<List<CashCount>> foreignProperty() {
        return foreign.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Step> stepProperty() {
        return step.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty busyProperty() {
        return actions.busyProperty();
    }
}
