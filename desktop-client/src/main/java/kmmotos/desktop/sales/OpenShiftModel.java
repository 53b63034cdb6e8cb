package kmmotos.desktop.sales;

import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import kmmotos.desktop.money.TypedNumbers;
import kmmotos.model.money.Money;
import kmmotos.model.sales.ShiftOpening;
import kmmotos.model.sales.ShiftTerms;
import kmmotos.model.staff.Permission;
import kmmotos.model.staff.StaffMember;
import kmmotos.model.sync.Event;

/// Whether a shift is open, and opening one with the cash that is in the drawer.
public final class OpenShiftModel {
    private final SaleDesk desk;
    private final TypedNumbers numbers;
    private final ReadOnlyObjectWrapper<Optional<ShiftOpening>> shift =
            new ReadOnlyObjectWrapper<>(Optional.empty());

    public OpenShiftModel(SaleDesk desk) {
        this.desk = desk;
        this.numbers = new TypedNumbers(desk.texts().locale());
    }

    /// Looks anew: another screen may have closed the shift.
    public void refresh() {
        Optional<StaffMember> operator = desk.signIn().operator();
        desk.counter()
                .background()
                .run(
                        () ->
                                operator.flatMap(
                                        staff -> desk.counter().books().openShift(staff.staffId())),
                        this::show,
                        desk.failed("sales.lookup.failed"));
    }

    /// @param typedFloat the counted cash; nothing is 0
    public void open(String typedFloat) {
        var currency = desk.sale().store().currency();
        var opening =
                typedFloat.isBlank()
                        ? Optional.of(Money.zero(currency))
                        : numbers.money(typedFloat, currency).filter(cash -> !cash.isNegative());
        if (opening.isEmpty()) {
            desk.refuse("sales.entry.number", typedFloat);
        } else if (!desk.signIn().may(Permission.OPEN_SHIFT)) {
            desk.refuse("sales.not_allowed");
        } else {
            desk.signIn().operator().ifPresent(staff -> write(opening.get(), staff));
        }
    }

    public ReadOnlyObjectProperty<Optional<ShiftOpening>> shiftProperty() {
        return shift.getReadOnlyProperty();
    }

    /// Beside another's shift it becomes one of their own, at the drawer that is free.
    private void write(Money openingFloat, StaffMember staff) {
        desk.counter()
                .background()
                .run(
                        () -> {
                            var books = desk.counter().books();
                            var terms = books.termsForNextShift();
                            terms.ifPresent(it -> record(openingFloat, staff, it));
                            return books.openShift(staff.staffId());
                        },
                        opened -> {
                            show(opened);
                            if (opened.isEmpty()) {
                                desk.refuse("sales.shift.no_drawer");
                            }
                        },
                        desk.failed("sales.journal.failed"));
    }

    private void record(Money openingFloat, StaffMember staff, ShiftTerms terms) {
        var now = desk.counter().clock().get();
        var store = desk.sale().store();
        var opening =
                new ShiftOpening(
                        desk.counter().ids().get(),
                        store.storeId(),
                        desk.counter().device(),
                        store.dayAt(now),
                        now,
                        staff.staffId(),
                        openingFloat,
                        Optional.of(terms));
        desk.counter().journal().record(new Event.ShiftOpened(opening));
        desk.counter().journal().project();
    }

    private void show(Optional<ShiftOpening> open) {
        shift.set(open);
        desk.sale().useShift(open);
    }
}
