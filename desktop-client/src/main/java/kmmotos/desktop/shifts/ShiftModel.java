package kmmotos.desktop.shifts;

import java.time.Clock;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import kmmotos.desktop.devices.PrintQueue;
import kmmotos.desktop.receipts.ReportLayout;
import kmmotos.desktop.receipts.Slip;
import kmmotos.desktop.receipts.StorePaper;
import kmmotos.desktop.shifts.ShiftBook.ClosedShift;
import kmmotos.desktop.shifts.ShiftBook.OpenShift;
import kmmotos.desktop.ui.OneAtATime;
import kmmotos.desktop.ui.Texts;
import kmmotos.desktop.ui.Workplace;
import kmmotos.model.money.Money;
import kmmotos.model.staff.Permission;

/// Opens, shows and closes the till's shift. Closing only seals what the sales already added up to:
/// it works offline and a difference in the drawer never keeps it from ending.
public final class ShiftModel {

    private static final String FAILED = "shifts.failed";

    private final Workplace workplace;
    private final ShiftBook book;
    private final PrintQueue printer;
    private final Clock clock;
    private final ReportLayout reports;
    private final CashCount count;
    private final OneAtATime actions;
    private final ReadOnlyObjectWrapper<Optional<OpenShift>> shift =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Slip>> report =
            new ReadOnlyObjectWrapper<>(Optional.empty());

    public ShiftModel(Workplace workplace, ShiftBook book, PrintQueue printer, Clock clock) {
        this.workplace = workplace;
        this.book = book;
        this.printer = printer;
        this.clock = clock;
        this.actions = new OneAtATime(workplace);
        this.reports = new ReportLayout(StorePaper.of(workplace.store()));
        this.count = new CashCount(workplace.store().currency());
    }

    /// Reads the shift again, as after a sale.
    public void refresh() {
        actions.run(FAILED, book::current, this::show);
    }

    /// @param typedFloat the cash in the drawer, as typed
    public void open(String typedFloat) {
        Optional<Money> openingFloat = amount(typedFloat);
        if (openingFloat.isEmpty() || refused(Permission.OPEN_SHIFT)) {
            return;
        }
        actions.run(
                FAILED,
                () -> book.open(openingFloat.get(), workplace.operator().get()),
                opened -> {
                    show(Optional.of(opened));
                    report.set(Optional.empty());
                    workplace.messages().done(texts().get("shifts.opened"));
                });
    }

    /// Prints the X report of what there is right now.
    public void printX() {
        if (refused(Permission.READ_SHIFT)) {
            return;
        }
        actions.run(
                FAILED,
                book::current,
                current -> {
                    show(current);
                    current.map(this::xReport).ifPresent(this::print);
                });
    }

    /// @param typedCash what was counted, as typed
    public void close(String typedCash) {
        Optional<Money> counted = amount(typedCash);
        if (counted.isEmpty() || refused(Permission.CLOSE_SHIFT)) {
            return;
        }
        actions.run(
                FAILED,
                () -> book.close(counted.get(), workplace.operator().get()),
                closed -> {
                    show(Optional.empty());
                    count.clear();
                    print(zReport(closed));
                    tellDifference(closed.closing().report().difference());
                });
    }

    /// Shows the last Z report again and prints it as a copy.
    public void reprintZ() {
        actions.run(
                FAILED,
                () -> book.closed(1),
                closed ->
                        closed.stream()
                                .findFirst()
                                .map(this::zReport)
                                .map(StorePaper.of(workplace.store())::copyOf)
                                .ifPresentOrElse(
                                        this::print,
                                        () ->
                                                workplace
                                                        .messages()
                                                        .note(texts().get("shifts.no_z"))));
    }

    /// Counted less expected, if the text is an amount and a shift is open.
    public Optional<Money> difference(String typedCash) {
        return workplace
                .typedNumbers()
                .money(typedCash, workplace.store().currency())
                .flatMap(counted -> shift.get().map(open -> counted.minus(open.expectedCash())));
    }

    public CashCount count() {
        return count;
    }

    public ReadOnlyObjectProperty<Optional<OpenShift>> shiftProperty() {
        return shift.getReadOnlyProperty();
    }

    /// The report that was printed last here.
    public ReadOnlyObjectProperty<Optional<Slip>> reportProperty() {
        return report.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty busyProperty() {
        return actions.busyProperty();
    }

    private Slip xReport(OpenShift open) {
        return reports.x(open.opening(), open.totals(), clock.instant(), names(open.openedBy()));
    }

    private Slip zReport(ClosedShift closed) {
        var names = new ReportLayout.Names(tillName(), closed.openedBy(), closed.closedBy());
        return reports.z(closed.opening(), closed.closing(), names);
    }

    private ReportLayout.Names names(String openedBy) {
        return new ReportLayout.Names(tillName(), openedBy, workplace.operator().get().name());
    }

    private String tillName() {
        return workplace.store().storeId() + "-" + workplace.till().number();
    }

    private void show(Optional<OpenShift> current) {
        shift.set(current);
    }

    private void print(Slip slip) {
        report.set(Optional.of(slip));
        printer.print(slip);
    }

    private void tellDifference(Money difference) {
        if (difference.isZero()) {
            workplace.messages().done(texts().get("shifts.closed_exact"));
            return;
        }
        String key = difference.isNegative() ? "shifts.closed_short" : "shifts.closed_over";
        String amount = workplace.formats().money(difference.abs());
        workplace.messages().warn(texts().get(key, amount));
    }

    private Optional<Money> amount(String typed) {
        Optional<Money> amount =
                workplace
                        .typedNumbers()
                        .money(typed, workplace.store().currency())
                        .filter(money -> !money.isNegative());
        if (amount.isEmpty()) {
            workplace.messages().refuse(texts().get("shifts.no_amount", typed.strip()));
        }
        return amount;
    }

    private boolean refused(Permission permission) {
        if (workplace.may(permission)) {
            return false;
        }
        workplace.messages().refuse(texts().get("shifts.not_allowed"));
        return true;
    }

    private Texts texts() {
        return workplace.texts();
    }
}
