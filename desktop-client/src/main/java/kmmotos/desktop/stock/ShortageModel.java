package kmmotos.desktop.stock;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import kmmotos.desktop.money.TypedNumbers;
import kmmotos.desktop.staff.ApprovalModel;
import kmmotos.desktop.stock.ShortageBook.Missing;
import kmmotos.desktop.stock.ShortageBook.Wish;
import kmmotos.desktop.stock.StockBook.Counted;
import kmmotos.desktop.stock.TransferBook.Shop;
import kmmotos.desktop.ui.OneAtATime;
import kmmotos.desktop.ui.Workplace;
import kmmotos.model.money.Quantity;
import kmmotos.model.staff.Permission;
import kmmotos.model.staff.StaffMember;

/// What the shop promised too often, what can be done about it here, and what others ask for.
public final class ShortageModel {

    private record Open(List<Missing> shortages, List<Wish> wishes) {}

    private final Workplace workplace;
    private final StockBook stock;
    private final ShortageBook book;
    private final Corrections corrections;
    private final OneAtATime actions;
    private final ObservableList<Missing> shortages = FXCollections.observableArrayList();
    private final ObservableList<Wish> wishes = FXCollections.observableArrayList();

    /// @param approvals what is asked of a second person
    public ShortageModel(
            Workplace workplace, StockBook stock, ShortageBook book, ApprovalModel approvals) {
        this.workplace = workplace;
        this.stock = stock;
        this.corrections = new Corrections(workplace, stock, approvals);
        this.book = book;
        this.actions = new OneAtATime(workplace);
    }

    public void refresh() {
        workplace
                .background()
                .run(
                        () -> new Open(book.shortages(), book.wishes()),
                        open -> {
                            replace(shortages, open.shortages());
                            replace(wishes, open.wishes());
                        },
                        _ -> problem("stock.failed"));
    }

    /// Asks another shop for all that is missing.
    public void ask(Missing of, Shop other) {
        if (!workplace.may(Permission.SEND_STOCK)) {
            problem("stock.not_allowed");
            return;
        }
        Quantity missing = of.missing().isZero() ? Quantity.ONE : of.missing();
        act(
                () -> book.ask(of, other, missing, workplace.operator().get()),
                "stock.asked",
                other.name());
    }

    /// Somebody looked again: so many are on the shelf.
    public void found(Missing of, String typed) {
        TypedNumbers numbers = workplace.typedNumbers();
        var counted = numbers.quantity(typed).filter(quantity -> !quantity.isNegative());
        if (!mayCount() || counted.isEmpty()) {
            problem(mayCount() ? "stock.count_typed" : "stock.not_allowed");
            return;
        }
        var line = new Counted(of.item().sku(), counted.get(), of.item().onHand());
        corrections.ifAllowed(
                Map.of(line.sku(), line.difference().abs()),
                by -> write(line, by),
                () -> problem("stock.failed"));
    }

    private void write(Counted line, Optional<StaffMember> approvedBy) {
        act(
                () -> stock.count(List.of(line), workplace.operator().get(), approvedBy),
                "stock.found_booked",
                workplace.formats().quantity(line.counted()));
    }

    public ApprovalModel approvals() {
        return corrections.approvals();
    }

    /// @param why what the customer reads
    public void cancel(UUID orderId, String number, String why) {
        if (why.isBlank()) {
            problem("stock.why_needed");
            return;
        }
        act(() -> book.cancel(orderId, why.strip()), "stock.order_cancelled", number);
    }

    /// Sends what another shop asked for, all of it.
    public void send(Wish wish) {
        if (!workplace.may(Permission.SEND_STOCK)) {
            problem("stock.not_allowed");
            return;
        }
        act(() -> book.send(wish, workplace.operator().get()), "stock.sent", wish.by().name());
    }

    public boolean mayCount() {
        return workplace.may(Permission.COUNT_STOCK);
    }

    public ObservableList<Missing> shortages() {
        return shortages;
    }

    public ObservableList<Wish> wishes() {
        return wishes;
    }

    public ReadOnlyBooleanProperty busyProperty() {
        return actions.busyProperty();
    }

    private void act(Runnable work, String doneKey, String what) {
        actions.run(
                "stock.failed",
                () -> {
                    work.run();
                    return what;
                },
                said -> {
                    workplace.messages().done(workplace.texts().get(doneKey, said));
                    refresh();
                });
    }

    private static <T> void replace(ObservableList<T> shown, List<T> now) {
        if (!shown.equals(now)) {
            shown.setAll(now);
        }
    }

    private void problem(String key) {
        workplace.messages().problem(workplace.texts().get(key));
    }
}
