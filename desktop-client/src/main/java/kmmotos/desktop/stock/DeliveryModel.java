package kmmotos.desktop.stock;

import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import kmmotos.desktop.stock.StockBook.Item;
import kmmotos.desktop.ui.OneAtATime;
import kmmotos.desktop.ui.Workplace;
import kmmotos.model.catalog.SerialNumber;
import kmmotos.model.money.Quantity;
import kmmotos.model.staff.Permission;
import kmmotos.model.stock.StockReceipt;

/// A delivery that is being taken in: collected by scans, booked as one fact.
public final class DeliveryModel {

    /// More of one item in one delivery is a slip of the finger, or a barcode in the wrong field.
    public static final Quantity MAX_QUANTITY = Quantity.of(99_999);

    public static final int MAX_LINES = 500;
    public static final int MAX_REFERENCE = 60;

    private static final String FAILED = "stock.failed";

    /// @param quantity how many of the item are in the delivery
    /// @param serials that their labels told
    public record Line(Item item, Quantity quantity, List<String> serials) {}

    private final Workplace workplace;
    private final StockBook book;
    private final BiConsumer<Item, Quantity> tookIn;
    private final OneAtATime actions;
    private final ObservableList<Line> lines = FXCollections.observableArrayList();
    private final ObservableList<Line> linesShown = FXCollections.unmodifiableObservableList(lines);

    /// @param tookIn hears of goods that came
    public DeliveryModel(Workplace workplace, StockBook book, BiConsumer<Item, Quantity> tookIn) {
        this.workplace = workplace;
        this.book = book;
        this.tookIn = tookIn;
        this.actions = new OneAtATime(workplace);
    }

    /// One piece more of the scanned item.
    public void scanned(String code) {
        workplace
                .background()
                .run(
                        () -> book.scanned(code),
                        scan ->
                                scan.ifPresentOrElse(
                                        this::add, () -> refuse("stock.unknown_code", code)),
                        _ -> workplace.messages().problem(workplace.texts().get(FAILED)));
    }

    /// @param typed how many came
    public void add(Item item, String typed) {
        Optional<Quantity> quantity = workplace.typedNumbers().quantity(typed);
        if (quantity.isEmpty() || !quantity.get().isPositive()) {
            refuse("stock.no_quantity", typed.strip());
            return;
        }
        add(item, quantity.get(), List.of());
    }

    /// A piece whose label tells its serial number is there once.
    private void add(StockBook.Scan scan) {
        var serial = scan.read().serial().flatMap(SerialNumber::find);
        boolean isThere =
                lines.stream()
                        .filter(line -> line.item().sku().equals(scan.item().sku()))
                        .anyMatch(line -> serial.filter(line.serials()::contains).isPresent());
        if (isThere) {
            refuse("stock.serial_twice", serial.orElse(""));
        } else {
            add(scan.item(), scan.pieces(), serial.stream().toList());
        }
    }

    public void remove(Line line) {
        lines.remove(line);
    }

    /// Books the delivery.
    ///
    /// @param reference the supplier's delivery note
    public void receive(String reference) {
        if (!workplace.may(Permission.RECEIVE_STOCK)) {
            refuse("stock.not_allowed");
            return;
        }
        if (lines.isEmpty() || reference.strip().length() > MAX_REFERENCE) {
            refuse(lines.isEmpty() ? "stock.delivery_empty" : "stock.reference_long");
            return;
        }
        List<StockReceipt.Line> received =
                lines.stream()
                        .map(line ->
                                new StockReceipt.Line(
                                        line.item().sku(), line.quantity(), line.serials()))
                        .toList();
        actions.run(
                FAILED,
                () -> {
                    book.receive(reference.strip(), received, workplace.operator().get());
                    return received.size();
                },
                size -> {
                    lines.forEach(line -> tookIn.accept(line.item(), line.quantity()));
                    lines.clear();
                    workplace.messages().done(workplace.texts().count("stock.received", size));
                });
    }

    public ObservableList<Line> lines() {
        return linesShown;
    }

    public ReadOnlyBooleanProperty busyProperty() {
        return actions.busyProperty();
    }

    private void add(Item item, Quantity more, List<String> serials) {
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            if (line.item().sku().equals(item.sku())) {
                Quantity sum = line.quantity().plus(more);
                if (isPlausible(sum)) {
                    lines.set(i, new Line(item, sum, joined(line.serials(), serials)));
                }
                return;
            }
        }
        if (isPlausible(more) && lines.size() < MAX_LINES) {
            lines.add(new Line(item, more, serials));
        }
    }

    private static List<String> joined(List<String> before, List<String> more) {
        return Stream.concat(before.stream(), more.stream()).toList();
    }

    private boolean isPlausible(Quantity quantity) {
        boolean plausible = quantity.compareTo(MAX_QUANTITY) <= 0;
        if (!plausible) {
            refuse("stock.absurd", workplace.formats().quantity(MAX_QUANTITY));
        }
        return plausible;
    }

    private void refuse(String key, Object... arguments) {
        workplace.messages().refuse(workplace.texts().get(key, arguments));
    }
}
