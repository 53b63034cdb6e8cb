package kmmotos.desktop.sales;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import kmmotos.model.catalog.SerialNumber;
import kmmotos.model.catalog.Sku;
import kmmotos.model.money.Quantity;
import kmmotos.model.pricing.PricedLine;
import kmmotos.model.sales.SaleLine;
import kmmotos.model.serials.SerialHistory;
import kmmotos.model.serials.SerialStep;

/// Asks for the serial number of each piece that has one: right after its scan, when the next scan
/// or number that names nothing else is it, and again at Total. Whoever can't read it goes on
/// without.
public final class SerialModel {
    private final SaleDesk desk;
    private final ReadOnlyObjectWrapper<Optional<Wanted>> wanted =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Wanted>> asked =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<SerialHistory>> history =
            new ReadOnlyObjectWrapper<>(Optional.empty());

    /// Whether pieces of what came with its price, as from a quote, have numbers.
    private final Map<Sku, Boolean> looked = new HashMap<>();

    /// A piece whose number is to be told.
    ///
    /// @param number of it among the line's pieces, from 1
    /// @param isBack whether it comes back without a receipt
    public record Wanted(
            int lineId, Sku sku, String name, int number, int pieces, boolean isBack) {}

    private record Piece(int lineId, Sku sku, String name, Quantity quantity) {}

    SerialModel(SaleDesk desk) {
        this.desk = desk;
        desk.sale().saleProperty().subscribe(this::look);
        desk.sale().chosenProperty().subscribe(_ -> wanted.set(next()));
    }

    /// How many numbers of a priced line's pieces are still to be told.
    static int missing(OpenSale sale, PricedLine line) {
        return sale.article(line.sku()).variant().hasSerials()
                ? missing(sale, line.lineId(), line.quantity())
                : 0;
    }

    private static int missing(OpenSale sale, int lineId, Quantity quantity) {
        if (sale.parts().unnumbered().contains(lineId)) {
            return 0;
        }
        int pieces = Math.toIntExact(quantity.abs().thousandths() / 1_000);
        return Math.max(0, pieces - sale.serials(lineId).size());
    }

    private void look(OpenSale sale) {
        var unknown =
                sale.fixed().stream()
                        .filter(SerialModel::mayHaveSerials)
                        .map(SaleLine::sku)
                        .distinct()
                        .filter(sku -> !looked.containsKey(sku))
                        .toList();
        if (!unknown.isEmpty()) {
            desk.counter()
                    .background()
                    .run(
                            () -> withSerials(unknown),
                            found -> {
                                looked.putAll(found);
                                wanted.set(next());
                            },
                            desk.failed("sales.lookup.failed"));
        }
        wanted.set(next());
    }

    private Map<Sku, Boolean> withSerials(List<Sku> skus) {
        var found = new HashMap<Sku, Boolean>();
        var books = desk.counter().books();
        skus.forEach(sku ->
                found.put(
                        sku,
                        books.article(sku).filter(it -> it.variant().hasSerials()).isPresent()));
        return found;
    }

    /// Goods that come back by their receipt are named there.
    private static boolean mayHaveSerials(SaleLine line) {
        return line.kind() == SaleLine.Kind.SALE
                || (line.kind() == SaleLine.Kind.RETURN && line.returnOf().isEmpty());
    }

    /// Of the chosen line first, else of the first that lacks one.
    private Optional<Wanted> next() {
        var all = missing();
        int chosen = desk.sale().chosenProperty().get();
        return all.stream()
                .filter(piece -> piece.lineId() == chosen)
                .findFirst()
                .or(() -> all.stream().findFirst());
    }

    private List<Wanted> missing() {
        var sale = desk.sale().sale();
        return pieces(sale)
                .filter(piece -> missing(sale, piece.lineId(), piece.quantity()) > 0)
                .map(piece ->
                        new Wanted(
                                piece.lineId(),
                                piece.sku(),
                                piece.name(),
                                sale.serials(piece.lineId()).size() + 1,
                                Math.toIntExact(piece.quantity().abs().thousandths() / 1_000),
                                piece.quantity().isNegative()))
                .toList();
    }

    private Stream<Piece> pieces(OpenSale sale) {
        var locale = desk.sale().locale();
        var rungUp =
                sale.goods().stream()
                        .filter(it -> sale.article(it.sku()).variant().hasSerials())
                        .map(it ->
                                new Piece(
                                        it.lineId(),
                                        it.sku(),
                                        sale.article(it.sku()).name(locale),
                                        it.quantity()));
        var fixed =
                sale.fixed().stream()
                        .filter(SerialModel::mayHaveSerials)
                        .filter(line -> looked.getOrDefault(line.sku(), false))
                        .map(line ->
                                new Piece(
                                        line.lineId(),
                                        line.sku(),
                                        line.description(),
                                        line.quantity()));
        return Stream.concat(rungUp, fixed);
    }

    /// What is asked for now; empty if nothing is.
    public ReadOnlyObjectProperty<Optional<Wanted>> wantedProperty() {
        return wanted.getReadOnlyProperty();
    }

    /// What was asked for at Total; a dialog asks until nothing is.
    public ReadOnlyObjectProperty<Optional<Wanted>> askedProperty() {
        return asked.getReadOnlyProperty();
    }

    /// What a clerk wanted to know of a number.
    public ReadOnlyObjectProperty<Optional<SerialHistory>> historyProperty() {
        return history.getReadOnlyProperty();
    }

    /// Before the money: answers whether a number is missing, which is asked for then.
    boolean ask() {
        asked.set(next());
        return asked.get().isPresent();
    }

    /// The clerk goes back to the lines.
    public void stopAsking() {
        asked.set(Optional.empty());
    }

    /// The line's pieces that have no number yet are sold without.
    public void goOnWithout(Wanted piece) {
        var sale = desk.sale();
        sale.change(
                sale.sale().withParts(sale.sale().parts().withoutMoreSerials(piece.lineId())),
                sale.chosenProperty().get());
        askOn();
    }

    /// The number of the piece that is asked for; answers whether it was taken.
    public boolean tell(Wanted piece, String typed) {
        boolean isTaken = attach(piece, typed);
        if (isTaken) {
            askOn();
        }
        return isTaken;
    }

    private void askOn() {
        if (asked.get().isPresent()) {
            asked.set(next());
        }
    }

    /// Whether text that names no article is the number that is asked for.
    boolean isMeantBy(String typed) {
        return wanted.get().isPresent()
                && SerialNumber.find(typed).isPresent()
                && typed.chars().anyMatch(Character::isDigit);
    }

    /// Takes the number of the piece that is asked for.
    void take(String typed) {
        wanted.get().ifPresent(piece -> attach(piece, typed));
    }

    /// A label told the number of the article that was added with it.
    void labelled(Sku sku, String serial) {
        missing().stream()
                .filter(piece -> piece.sku().equals(sku))
                .reduce((_, last) -> last)
                .ifPresent(piece -> attach(piece, serial));
    }

    /// Whether this very piece is in the sale already; says so.
    boolean refuseTwice(Sku sku, String typed) {
        boolean isHere = SerialNumber.find(typed).filter(it -> isInSale(sku, it)).isPresent();
        if (isHere) {
            desk.refuse("sales.serial.twice", typed);
        }
        return isHere;
    }

    private boolean isInSale(Sku sku, String serial) {
        var sale = desk.sale().sale();
        return pieces(sale)
                .filter(piece -> piece.sku().equals(sku))
                .anyMatch(piece -> sale.serials(piece.lineId()).contains(serial));
    }

    private boolean attach(Wanted piece, String typed) {
        var number = SerialNumber.find(typed);
        if (number.isEmpty()) {
            desk.refuse("sales.serial.unreadable", typed.strip(), SerialNumber.MAX_LENGTH);
            return false;
        }
        if (refuseTwice(piece.sku(), number.get())) {
            return false;
        }
        var sale = desk.sale();
        var numbers = new ArrayList<>(sale.sale().serials(piece.lineId()));
        numbers.add(number.get());
        sale.change(
                sale.sale().withParts(sale.sale().parts().withSerials(piece.lineId(), numbers)),
                sale.chosenProperty().get());
        compare(piece, number.get());
        return true;
    }

    /// A piece that is at a customer's can't be sold, and one that comes back was sold to somebody;
    /// both are said and neither stops the sale: another till may have typed it wrong.
    private void compare(Wanted piece, String serial) {
        desk.counter()
                .background()
                .run(
                        () -> desk.counter().books().serial(serial).standingSale(piece.sku()),
                        sold -> say(piece, serial, sold),
                        desk.failed("sales.lookup.failed"));
    }

    private void say(Wanted piece, String serial, Optional<SerialStep> sold) {
        if (sold.isPresent()) {
            var day = desk.formats().date(desk.sale().store().dayAt(sold.get().at()));
            var key = piece.isBack() ? "sales.serial.sold_with" : "sales.serial.sold";
            desk.warn(key, serial, sold.get().reference(), day);
        } else if (piece.isBack()) {
            desk.note("sales.serial.never_sold", serial);
        }
    }

    /// Looks for what is known of a number; without anything, says what else it is not.
    void find(String typed, Runnable unknown) {
        var number = SerialNumber.find(typed);
        if (number.isEmpty()) {
            unknown.run();
            return;
        }
        desk.counter()
                .background()
                .run(
                        () -> desk.counter().books().serial(number.get()),
                        found -> {
                            if (found.steps().isEmpty()) {
                                unknown.run();
                            } else {
                                history.set(Optional.empty());
                                history.set(Optional.of(found));
                            }
                        },
                        desk.failed("sales.lookup.failed"));
    }
}
