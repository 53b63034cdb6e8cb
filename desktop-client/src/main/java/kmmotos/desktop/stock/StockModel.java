package kmmotos.desktop.stock;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import kmmotos.desktop.staff.ApprovalModel;
import kmmotos.desktop.stock.StockBook.Item;
import kmmotos.desktop.stock.StockBook.Movement;
import kmmotos.desktop.ui.OneAtATime;
import kmmotos.desktop.ui.Workplace;
import kmmotos.model.money.Quantity;
import kmmotos.model.staff.Permission;
import kmmotos.model.staff.StaffMember;
import kmmotos.model.stock.StockAdjustment;
import kmmotos.model.stock.StockAdjustment.Reason;

/// Finding items, seeing what moved them, and correcting their figure with a reason.
public final class StockModel {

    public static final int MAX_RESULTS = 100;
    public static final int MAX_MOVEMENTS = 200;
    public static final int MAX_NOTE = 200;

    private static final String FAILED = "stock.failed";

    private record Seen(Optional<Item> item, List<Movement> movements) {}

    /// Long enough for the longest silence a shop is made for, short enough to be thought of again.
    static final Duration SET_ASIDE_FOR = Duration.ofDays(14);

    private final Workplace workplace;
    private final StockBook book;
    private final Corrections corrections;
    private final OneAtATime actions;
    private final ObservableList<Item> found = FXCollections.observableArrayList();
    private final ObservableList<Item> foundShown = FXCollections.unmodifiableObservableList(found);
    private final ObservableList<Movement> movements = FXCollections.observableArrayList();
    private final ObservableList<Movement> movementsShown =
            FXCollections.unmodifiableObservableList(movements);
    private final ReadOnlyObjectWrapper<Optional<Item>> chosen =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private String lastSearch = "";

    /// @param approvals what is asked of a second person
    public StockModel(Workplace workplace, StockBook book, ApprovalModel approvals) {
        this.workplace = workplace;
        this.book = book;
        this.corrections = new Corrections(workplace, book, approvals);
        this.actions = new OneAtATime(workplace);
    }

    /// While somebody types: an answer to an earlier text is thrown away.
    public void search(String words) {
        String wanted = words.strip();
        lastSearch = wanted;
        if (wanted.isEmpty()) {
            found.clear();
            return;
        }
        workplace
                .background()
                .run(
                        () -> book.search(wanted, MAX_RESULTS),
                        items -> {
                            if (wanted.equals(lastSearch)) {
                                found.setAll(items);
                            }
                        },
                        _ -> workplace.messages().problem(workplace.texts().get(FAILED)));
    }

    /// A scanned code shows its item.
    public void scanned(String code) {
        workplace
                .background()
                .run(
                        () -> book.byCode(code),
                        item ->
                                item.ifPresentOrElse(
                                        this::choose, () -> refuse("stock.unknown_code", code)),
                        _ -> workplace.messages().problem(workplace.texts().get(FAILED)));
    }

    public void choose(Item item) {
        workplace
                .background()
                .run(
                        () -> look(item),
                        this::show,
                        _ -> workplace.messages().problem(workplace.texts().get(FAILED)));
    }

    /// @param typed how many; the reason says in which direction, only a wrong entry may go both
    ///   ways
    public void adjust(String typed, Reason reason, String note) {
        Optional<Item> item = chosen.get();
        Optional<Quantity> change = change(typed, reason);
        if (item.isEmpty() || change.isEmpty()) {
            return;
        }
        if (!workplace.may(Permission.ADJUST_STOCK)) {
            refuse("stock.not_allowed");
            return;
        }
        boolean unexplained = reason == Reason.WRONG_ENTRY && note.isBlank();
        if (unexplained || note.length() > MAX_NOTE) {
            refuse("stock.needs_note");
            return;
        }
        Item corrected = item.get();
        corrections.ifAllowed(
                Map.of(corrected.sku(), change.get().abs()),
                by -> write(corrected, change.get(), reason, note, by),
                () -> workplace.messages().problem(workplace.texts().get(FAILED)));
    }

    private void write(
            Item item,
            Quantity change,
            Reason reason,
            String note,
            Optional<StaffMember> approvedBy) {
        actions.run(
                FAILED,
                () -> {
                    book.adjust(
                            item.sku(),
                            change,
                            reason,
                            note.strip(),
                            workplace.operator().get(),
                            approvedBy);
                    return look(item);
                },
                seen -> {
                    show(seen);
                    search(lastSearch);
                    workplace.messages().done(workplace.texts().get("stock.adjusted"));
                });
    }

    /// Keeps so many of the chosen item for the online shop; 0 keeps none.
    public void setAside(String typed) {
        Optional<Item> item = chosen.get();
        Optional<Quantity> quantity = workplace.typedNumbers().quantity(typed);
        if (item.isEmpty()) {
            return;
        }
        if (!maySetAside()) {
            refuse("stock.not_allowed");
            return;
        }
        if (quantity.isEmpty() || quantity.get().isNegative()) {
            refuse("stock.no_quantity", typed.strip());
            return;
        }
        if (quantity.get().compareTo(item.get().onHand().minus(item.get().reserved())) > 0) {
            refuse(
                    "stock.set_aside_too_many",
                    workplace.formats().quantity(item.get().onHand()),
                    workplace.formats().quantity(item.get().reserved()));
            return;
        }
        actions.run(
                FAILED,
                () -> {
                    book.setAside(
                            item.get().sku(),
                            quantity.get(),
                            SET_ASIDE_FOR,
                            workplace.operator().get());
                    return look(item.get());
                },
                seen -> {
                    show(seen);
                    search(lastSearch);
                    workplace
                            .messages()
                            .done(
                                    workplace
                                            .texts()
                                            .get(
                                                    quantity.get().isZero()
                                                            ? "stock.set_aside_none"
                                                            : "stock.set_aside_done",
                                                    workplace.formats().quantity(quantity.get()),
                                                    SET_ASIDE_FOR.toDays()));
                });
    }

    public boolean maySetAside() {
        return workplace.may(Permission.SET_ASIDE_STOCK);
    }

    /// Reads the chosen item and the list again.
    public void refresh() {
        search(lastSearch);
        chosen.get().ifPresent(this::choose);
    }

    public boolean mayAdjust() {
        return workplace.may(Permission.ADJUST_STOCK);
    }

    public ApprovalModel approvals() {
        return corrections.approvals();
    }

    public ObservableList<Item> found() {
        return foundShown;
    }

    public ObservableList<Movement> movements() {
        return movementsShown;
    }

    public ReadOnlyObjectProperty<Optional<Item>> chosenProperty() {
        return chosen.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty busyProperty() {
        return actions.busyProperty();
    }

    private Optional<Quantity> change(String typed, Reason reason) {
        Optional<Quantity> quantity = workplace.typedNumbers().quantity(typed);
        if (quantity.isEmpty() || quantity.get().isZero()) {
            refuse("stock.no_quantity", typed.strip());
            return Optional.empty();
        }
        if (quantity.get().abs().compareTo(StockAdjustment.MAX_CHANGE) > 0) {
            refuse("stock.absurd", workplace.formats().quantity(StockAdjustment.MAX_CHANGE));
            return Optional.empty();
        }
        if (quantity.get().isNegative() && reason != Reason.WRONG_ENTRY) {
            refuse("stock.no_sign");
            return Optional.empty();
        }
        return switch (reason) {
            case FOUND, WRONG_ENTRY -> quantity;
            case MISSING, DAMAGED, STORE_USE -> quantity.map(Quantity::negated);
        };
    }

    private Seen look(Item item) {
        return new Seen(book.item(item.sku()), book.movements(item.sku(), MAX_MOVEMENTS));
    }

    private void show(Seen seen) {
        movements.setAll(seen.movements());
        chosen.set(seen.item());
    }

    private void refuse(String key, Object... arguments) {
        workplace.messages().refuse(workplace.texts().get(key, arguments));
    }
}
