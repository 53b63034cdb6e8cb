package kmmotos.desktop.stock;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.collections.ObservableList;
import kmmotos.desktop.staff.ApprovalModel;
import kmmotos.desktop.stock.StockBook.Counted;
import kmmotos.desktop.stock.StockBook.Item;
import kmmotos.desktop.ui.OneAtATime;
import kmmotos.desktop.ui.Workplace;
import kmmotos.model.money.Quantity;
import kmmotos.model.staff.Permission;
import kmmotos.model.staff.StaffMember;
import kmmotos.model.stock.StockCount;

/// Goods that are being counted: collected by scans and typed quantities, booked once as one fact.
/// Selling goes on meanwhile: each line keeps the figure of the moment at which it was counted.
public final class CountModel {

    private final Workplace workplace;
    private final StockBook book;
    private final Corrections corrections;
    private final OneAtATime actions;
    private final Consumer<List<Counted>> booked;
    private final ScannedLines lines;

    /// @param approvals what is asked of a second person
    public CountModel(Workplace workplace, StockBook book, ApprovalModel approvals) {
        this(workplace, book, approvals, _ -> {});
    }

    /// @param booked hears of what was booked
    CountModel(
            Workplace workplace,
            StockBook book,
            ApprovalModel approvals,
            Consumer<List<Counted>> booked) {
        this.workplace = workplace;
        this.book = book;
        this.booked = booked;
        this.corrections = new Corrections(workplace, book, approvals);
        this.actions = new OneAtATime(workplace);
        this.lines = new ScannedLines(workplace, book, StockCount.MAX_QUANTITY);
    }

    /// One piece more of the scanned item.
    public void scanned(String code) {
        takeBackTheQuestion();
        lines.scanned(code);
    }

    /// So many of what was scanned last; 0 if there are none.
    public void typed(String typed) {
        takeBackTheQuestion();
        lines.typed(typed);
    }

    /// So many of a chosen item.
    public void set(Item item, String typed) {
        takeBackTheQuestion();
        lines.set(item, typed);
    }

    void remove(ScannedLines.Line line) {
        takeBackTheQuestion();
        lines.remove(line);
    }

    /// What was asked was asked of another list.
    private void takeBackTheQuestion() {
        corrections.approvals().cancel();
    }

    /// What was counted is more than was known, or less.
    static Quantity difference(ScannedLines.Line line) {
        return line.quantity().minus(line.item().onHand());
    }

    public void book() {
        if (!mayCount()) {
            problem("stock.not_allowed");
            return;
        }
        if (lines.lines().isEmpty()) {
            problem("stock.count_empty");
            return;
        }
        List<Counted> counted =
                lines.lines().stream()
                        .map(line ->
                                new Counted(
                                        line.item().sku(), line.quantity(), line.item().onHand()))
                        .toList();
        corrections.ifAllowed(
                counted.stream()
                        .collect(Collectors.toMap(Counted::sku, it -> it.difference().abs())),
                by -> write(counted, by),
                () -> problem("stock.failed"));
    }

    private void write(List<Counted> counted, Optional<StaffMember> approvedBy) {
        actions.run(
                "stock.failed",
                () -> {
                    book.count(counted, workplace.operator().get(), approvedBy);
                    return counted.size();
                },
                size -> {
                    lines.clear();
                    workplace.messages().done(workplace.texts().count("stock.counted", size));
                    booked.accept(counted);
                });
    }

    public ApprovalModel approvals() {
        return corrections.approvals();
    }

    public boolean mayCount() {
        return workplace.may(Permission.COUNT_STOCK);
    }

    ObservableList<ScannedLines.Line> lines() {
        return lines.lines();
    }

    public ReadOnlyBooleanProperty busyProperty() {
        return actions.busyProperty();
    }

    private void problem(String key) {
        workplace.messages().problem(workplace.texts().get(key));
    }
}
