package kmmotos.desktop.purchasing;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import kmmotos.desktop.purchasing.PurchaseBook.Awaited;
import kmmotos.desktop.purchasing.PurchaseBook.Came;
import kmmotos.desktop.staff.ApprovalModel;
import kmmotos.desktop.stock.DeliveryModel;
import kmmotos.desktop.stock.StockBook;
import kmmotos.desktop.stock.StockBook.Item;
import kmmotos.desktop.ui.OneAtATime;
import kmmotos.desktop.ui.Workplace;
import kmmotos.model.catalog.Sku;
import kmmotos.model.money.Quantity;
import kmmotos.model.purchasing.PurchaseOrder;
import kmmotos.model.staff.Permission;
import kmmotos.model.staff.StaffMember;

/// Taking in what was ordered from a supplier, scan by scan: a part of it, all, more than was
/// ordered, or something else. What was not ordered is refused at its first scan and taken in at
/// the second; more than the order's tolerance needs somebody who may.
public final class GoodsInModel {

    private static final String FAILED = "stock.failed";

    /// One item of the order, or one that was not ordered.
    ///
    /// @param left what is still to come, before this
    /// @param room how much of it comes in without anybody being asked
    /// @param good unpacked now and fit to be sold
    /// @param damaged unpacked now and refused
    public record Line(
            Item item,
            boolean ordered,
            Quantity left,
            Quantity room,
            Quantity good,
            Quantity damaged) {

        /// What would still be to come after this is booked.
        public Quantity still() {
            return left.minus(good);
        }

        public boolean isTooMuch() {
            return good.isPositive() && good.compareTo(room) > 0;
        }

        boolean isTouched() {
            return good.isPositive() || damaged.isPositive();
        }

        Line withGood(Quantity now) {
            return new Line(item, ordered, left, room, now, damaged);
        }

        Line withDamaged(Quantity now) {
            return new Line(item, ordered, left, room, good, now);
        }
    }

    private final Workplace workplace;
    private final StockBook stock;
    private final PurchaseBook book;
    private final ApprovalModel approvals;
    private final BiConsumer<Item, Quantity> tookIn;
    private final OneAtATime actions;
    private final ObservableList<Awaited> awaited = FXCollections.observableArrayList();
    private final ObservableList<Awaited> awaitedShown =
            FXCollections.unmodifiableObservableList(awaited);
    private final ObservableList<Line> lines = FXCollections.observableArrayList();
    private final ObservableList<Line> linesShown = FXCollections.unmodifiableObservableList(lines);
    private final ReadOnlyObjectWrapper<Optional<Awaited>> chosen =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private Optional<Sku> last = Optional.empty();
    private Optional<Sku> refused = Optional.empty();

    /// @param tookIn hears of good pieces that came
    public GoodsInModel(
            Workplace workplace,
            StockBook stock,
            PurchaseBook book,
            ApprovalModel approvals,
            BiConsumer<Item, Quantity> tookIn) {
        this.workplace = workplace;
        this.stock = stock;
        this.book = book;
        this.approvals = approvals;
        this.tookIn = tookIn;
        this.actions = new OneAtATime(workplace);
    }

    /// Reads again what is awaited; what is being unpacked stays as it is.
    public void refresh() {
        workplace.background().run(book::awaited, this::show, _ -> refuse(FAILED));
    }

    private void show(List<Awaited> all) {
        if (!awaited.equals(all)) {
            awaited.setAll(all);
        }
        UUID before = chosen.get().map(Awaited::orderId).orElse(null);
        if (all.stream().noneMatch(order -> order.orderId().equals(before))) {
            putAside();
        }
    }

    public void choose(Awaited order) {
        if (chosen.get().filter(order::equals).isPresent()) {
            return;
        }
        putAside();
        chosen.set(Optional.of(order));
        lines.setAll(
                order.lines().stream()
                        .map(line ->
                                new Line(
                                        line.item(),
                                        true,
                                        line.left(),
                                        line.room(),
                                        Quantity.ZERO,
                                        Quantity.ZERO))
                        .toList());
    }

    /// One good piece of the scanned item came. Without a chosen order the first one that awaits it
    /// is taken.
    public void scanned(String code) {
        workplace
                .background()
                .run(
                        () -> stock.scanned(code),
                        scan ->
                                scan.ifPresentOrElse(
                                        this::came, () -> refuse("stock.unknown_code", code)),
                        _ -> refuse(FAILED));
    }

    private void came(StockBook.Scan scan) {
        Item item = scan.item();
        if (chosen.get().isEmpty()) {
            awaited.stream()
                    .filter(order ->
                            order.line(item.sku())
                                    .filter(line -> line.left().isPositive())
                                    .isPresent())
                    .findFirst()
                    .ifPresent(this::choose);
        }
        if (chosen.get().isEmpty()) {
            refuse("purchasing.nobody_awaits", item.description());
        } else if (line(item.sku()).isPresent() || refused.equals(Optional.of(item.sku()))) {
            touch(item, line -> line.withGood(line.good().plus(scan.pieces())));
        } else {
            refused = Optional.of(item.sku());
            refuse(
                    "purchasing.not_ordered",
                    item.description(),
                    chosen.get().orElseThrow().number());
        }
    }

    /// So many good pieces came of what was scanned last.
    public void typed(String typed) {
        count(typed, Line::withGood);
    }

    /// So many pieces of what was scanned last are damaged. A scan before counted one of them as
    /// good, so they come off the good ones.
    public void damaged(String typed) {
        count(
                typed,
                (line, damaged) -> {
                    Quantity more = damaged.minus(line.damaged());
                    Quantity good = line.good().minus(more);
                    return line.withDamaged(damaged)
                            .withGood(good.isNegative() ? Quantity.ZERO : good);
                });
    }

    private void count(String typed, BiFunction<Line, Quantity, Line> change) {
        Optional<Quantity> quantity = workplace.typedNumbers().quantity(typed);
        Optional<Line> line = last.flatMap(this::line);
        if (quantity.isEmpty() || quantity.get().isNegative()) {
            refuse("stock.no_quantity", typed.strip());
        } else if (line.isEmpty()) {
            refuse("stock.scan_first");
        } else {
            touch(line.get().item(), one -> change.apply(one, quantity.get()));
        }
    }

    /// Everything that is still to come came.
    public void cameAll() {
        lines.replaceAll(line -> line.left().isPositive() ? line.withGood(line.left()) : line);
    }

    private Optional<Line> line(Sku sku) {
        return lines.stream().filter(line -> line.item().sku().equals(sku)).findFirst();
    }

    private void touch(Item item, UnaryOperator<Line> change) {
        Line before =
                line(item.sku())
                        .orElse(
                                new Line(
                                        item,
                                        false,
                                        Quantity.ZERO,
                                        Quantity.ZERO,
                                        Quantity.ZERO,
                                        Quantity.ZERO));
        Line now = change.apply(before);
        if (now.good().plus(now.damaged()).compareTo(PurchaseOrder.Line.MAX_QUANTITY) > 0) {
            refuse("stock.absurd", workplace.formats().quantity(PurchaseOrder.Line.MAX_QUANTITY));
            return;
        }
        last = Optional.of(item.sku());
        int place = lines.indexOf(before);
        if (place >= 0) {
            lines.set(place, now);
        } else {
            lines.add(now);
        }
    }

    /// @param reference the supplier's delivery note
    public void book(String reference) {
        Optional<Awaited> order = chosen.get();
        List<Line> came = lines.stream().filter(Line::isTouched).toList();
        if (!workplace.may(Permission.RECEIVE_STOCK)) {
            refuse("stock.not_allowed");
        } else if (order.isEmpty() || came.isEmpty()) {
            refuse(order.isEmpty() ? "purchasing.choose" : "purchasing.nothing_came");
        } else if (reference.strip().length() > DeliveryModel.MAX_REFERENCE) {
            refuse("stock.reference_long");
        } else if (came.stream().noneMatch(Line::isTooMuch)) {
            write(order.get(), reference, came, Optional.empty());
        } else if (workplace.may(Permission.OVER_RECEIVE)) {
            write(order.get(), reference, came, Optional.of(workplace.operator().get()));
        } else {
            approvals.ask(
                    question(came),
                    member -> member.role().may(Permission.OVER_RECEIVE),
                    by -> write(order.get(), reference, came, Optional.of(by)));
        }
    }

    private String question(List<Line> came) {
        Line first = came.stream().filter(Line::isTooMuch).findFirst().orElseThrow();
        var formats = workplace.formats();
        return workplace
                .texts()
                .get(
                        "purchasing.too_many",
                        first.item().description(),
                        formats.quantity(first.good()),
                        formats.quantity(first.room()));
    }

    private void write(
            Awaited order, String reference, List<Line> lines, Optional<StaffMember> approvedBy) {
        List<Came> came =
                lines.stream()
                        .map(line -> new Came(line.item().sku(), line.good(), line.damaged()))
                        .toList();
        actions.run(
                FAILED,
                () -> {
                    book.receive(
                            order, reference.strip(), came, workplace.operator().get(), approvedBy);
                    return book.awaited();
                },
                left -> {
                    lines.forEach(line -> tookIn.accept(line.item(), line.good()));
                    putAside();
                    show(left);
                    workplace
                            .messages()
                            .done(workplace.texts().count("stock.received", came.size()));
                });
    }

    private void putAside() {
        chosen.set(Optional.empty());
        lines.clear();
        last = Optional.empty();
        refused = Optional.empty();
    }

    public ObservableList<Awaited> awaited() {
        return awaitedShown;
    }

    public ObservableList<Line> lines() {
        return linesShown;
    }

    public ReadOnlyObjectProperty<Optional<Awaited>> chosenProperty() {
        return chosen.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty busyProperty() {
        return actions.busyProperty();
    }

    /// What is asked of a second person.
    public ApprovalModel approvals() {
        return approvals;
    }

    private void refuse(String key, Object... arguments) {
        workplace.messages().refuse(workplace.texts().get(key, arguments));
    }
}
