package kmmotos.desktop.stock;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import kmmotos.desktop.stock.StockBook.Item;
import kmmotos.desktop.stock.TransferBook.Incoming;
import kmmotos.desktop.ui.OneAtATime;
import kmmotos.desktop.ui.Workplace;
import kmmotos.model.catalog.Sku;
import kmmotos.model.money.Quantity;
import kmmotos.model.staff.Permission;
import kmmotos.model.stock.Transfer;

/// Goods that come from other stores: what is on its way, and what of it is being unpacked. What
/// arrives may be less than was sent, more, or something else; each part is booked as one fact.
public final class ArrivalModel {

    /// @param open what is still on its way; below 0 if more came than was sent
    /// @param arrived what was unpacked now
    public record Line(Item item, Quantity open, Quantity arrived) {

        /// What would be on its way after this is booked.
        public Quantity left() {
            return open.minus(arrived);
        }
    }

    private final Workplace workplace;
    private final StockBook book;
    private final TransferBook transfers;
    private final OneAtATime actions;
    private final ObservableList<Incoming> incoming = FXCollections.observableArrayList();
    private final ObservableList<Incoming> incomingShown =
            FXCollections.unmodifiableObservableList(incoming);
    private final ObservableList<Line> lines = FXCollections.observableArrayList();
    private final ObservableList<Line> linesShown = FXCollections.unmodifiableObservableList(lines);
    private final ReadOnlyObjectWrapper<Optional<Incoming>> chosen =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private Optional<Sku> last = Optional.empty();

    public ArrivalModel(Workplace workplace, StockBook book, TransferBook transfers) {
        this.workplace = workplace;
        this.book = book;
        this.transfers = transfers;
        this.actions = new OneAtATime(workplace);
    }

    /// Reads again what is on its way; what is being unpacked stays as it is.
    public void refresh() {
        workplace.background().run(transfers::incoming, this::show, _ -> problem("stock.failed"));
    }

    private void show(List<Incoming> all) {
        if (!incoming.equals(all)) {
            incoming.setAll(all);
        }
        UUID before = chosen.get().map(Incoming::transferId).orElse(null);
        if (all.stream().noneMatch(transfer -> transfer.transferId().equals(before))) {
            putAside();
        }
    }

    public void choose(Incoming transfer) {
        if (chosen.get().filter(transfer::equals).isPresent()) {
            return;
        }
        chosen.set(Optional.of(transfer));
        last = Optional.empty();
        lines.setAll(
                transfer.lines().stream()
                        .map(line -> new Line(line.item(), line.open(), Quantity.ZERO))
                        .toList());
    }

    /// One piece of the scanned item came, or as many as its label says. Without a chosen transfer
    /// the first one that waits for it is taken.
    public void scanned(String code) {
        workplace
                .background()
                .run(
                        () -> book.scanned(code),
                        scan ->
                                scan.ifPresentOrElse(
                                        this::came, () -> problem("stock.unknown_code", code)),
                        _ -> problem("stock.failed"));
    }

    private void came(StockBook.Scan scan) {
        Item item = scan.item();
        if (chosen.get().isEmpty()) {
            incoming.stream()
                    .filter(transfer ->
                            transfer.lines().stream()
                                    .filter(line -> line.open().isPositive())
                                    .anyMatch(line -> line.item().sku().equals(item.sku())))
                    .findFirst()
                    .ifPresent(this::choose);
        }
        if (chosen.get().isEmpty()) {
            problem("stock.arrival_choose");
            return;
        }
        Quantity before = line(item.sku()).map(Line::arrived).orElse(Quantity.ZERO);
        came(item, before.plus(scan.pieces()));
    }

    /// So many came of what was scanned last.
    public void typed(String typed) {
        Optional<Quantity> quantity = workplace.typedNumbers().quantity(typed);
        if (quantity.isEmpty() || quantity.get().isNegative()) {
            problem("stock.no_quantity", typed.strip());
        } else if (last.isEmpty()) {
            problem("stock.scan_first");
        } else {
            last.flatMap(this::line).ifPresent(line -> came(line.item(), quantity.get()));
        }
    }

    /// Everything that was on its way came.
    public void cameAll() {
        lines.replaceAll(line ->
                line.open().isPositive() ? new Line(line.item(), line.open(), line.open()) : line);
    }

    private Optional<Line> line(Sku sku) {
        return lines.stream().filter(line -> line.item().sku().equals(sku)).findFirst();
    }

    private void came(Item item, Quantity quantity) {
        if (quantity.compareTo(Transfer.Line.MAX_QUANTITY) > 0) {
            problem("stock.absurd", workplace.formats().quantity(Transfer.Line.MAX_QUANTITY));
            return;
        }
        last = Optional.of(item.sku());
        Optional<Line> known = line(item.sku());
        if (known.isEmpty()) {
            lines.add(new Line(item, Quantity.ZERO, quantity));
        } else {
            lines.set(
                    lines.indexOf(known.get()),
                    new Line(known.get().item(), known.get().open(), quantity));
        }
    }

    public void book() {
        List<Transfer.Line> came =
                lines.stream()
                        .filter(line -> line.arrived().isPositive())
                        .map(line -> new Transfer.Line(line.item().sku(), line.arrived()))
                        .toList();
        Optional<Incoming> transfer = chosen.get();
        if (!workplace.may(Permission.RECEIVE_STOCK)) {
            problem("stock.not_allowed");
            return;
        }
        if (transfer.isEmpty() || came.isEmpty()) {
            problem(transfer.isEmpty() ? "stock.arrival_choose" : "stock.arrival_empty");
            return;
        }
        actions.run(
                "stock.failed",
                () -> {
                    transfers.arrive(transfer.get(), came, workplace.operator().get());
                    return transfers.incoming();
                },
                left -> {
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
    }

    public ObservableList<Incoming> incoming() {
        return incomingShown;
    }

    public ObservableList<Line> lines() {
        return linesShown;
    }

    public ReadOnlyObjectProperty<Optional<Incoming>> chosenProperty() {
        return chosen.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty busyProperty() {
        return actions.busyProperty();
    }

    private void problem(String key, Object... arguments) {
        workplace.messages().problem(workplace.texts().get(key, arguments));
    }
}
