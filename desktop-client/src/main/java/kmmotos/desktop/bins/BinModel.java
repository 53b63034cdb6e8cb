package kmmotos.desktop.bins;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import kmmotos.desktop.receipts.Slip;
import kmmotos.desktop.receipts.StorePaper;
import kmmotos.desktop.stock.StockBook;
import kmmotos.desktop.stock.StockBook.Item;
import kmmotos.desktop.ui.OneAtATime;
import kmmotos.desktop.ui.Workplace;
import kmmotos.model.catalog.Sku;
import kmmotos.model.staff.Permission;
import kmmotos.model.stock.Bins;

/// A bin in front, and what lies in it. Scanning a bin opens it; scanning an item puts the item
/// there, as the place it is picked from, or as one place more.
public final class BinModel {

    static final int MOST = 500;

    private static final String FAILED = "bins.failed";

    private final Workplace workplace;
    private final StockBook stock;
    private final BinBook book;
    private final Consumer<Slip> printer;
    private final OneAtATime actions;
    private final ReadOnlyObjectWrapper<Optional<String>> open =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final BooleanProperty oneMore = new SimpleBooleanProperty();
    private final ObservableList<Item> items = FXCollections.observableArrayList();
    private final ObservableList<Item> itemsShown = FXCollections.unmodifiableObservableList(items);

    public BinModel(Workplace workplace, StockBook stock, BinBook book, Consumer<Slip> printer) {
        this.workplace = workplace;
        this.stock = stock;
        this.book = book;
        this.printer = printer;
        this.actions = new OneAtATime(workplace);
    }

    /// A bin's barcode opens it, anything else is an item that goes into the open one.
    public void scanned(String code) {
        if (Bins.isCode(code)) {
            open(code);
            return;
        }
        workplace
                .background()
                .run(
                        () -> stock.byCode(code),
                        found ->
                                found.ifPresentOrElse(
                                        this::put, () -> refuse("stock.unknown_code", code)),
                        _ -> problem());
    }

    /// Opens a bin by its name or its barcode; it need not hold anything yet.
    public void open(String typed) {
        Bins.bin(typed).ifPresentOrElse(this::show, () -> refuse("bins.no_name", typed.strip()));
    }

    private void show(String bin) {
        open.set(Optional.of(bin));
        refresh();
    }

    public void refresh() {
        open.get()
                .ifPresent(bin ->
                        workplace
                                .background()
                                .run(() -> book.in(bin, MOST), items::setAll, _ -> problem()));
    }

    /// An item goes into the open bin.
    public void put(Item item) {
        if (open.get().isEmpty()) {
            refuse("bins.open_first");
            return;
        }
        String bin = open.get().get();
        List<String> places = new ArrayList<>(item.bins());
        if (places.contains(bin) && (oneMore.get() || places.getFirst().equals(bin))) {
            workplace
                    .messages()
                    .note(workplace.texts().get("bins.there_already", item.description(), bin));
            return;
        }
        places.remove(bin);
        if (oneMore.get()) {
            places.add(bin);
        } else if (places.isEmpty()) {
            places.add(bin);
        } else {
            places.set(0, bin);
        }
        keep(item.sku(), places, "bins.put", item.description(), bin);
    }

    /// An item does not lie in the open bin any more.
    public void takeOut(Item item) {
        open.get()
                .ifPresent(bin -> {
                    List<String> places = new ArrayList<>(item.bins());
                    places.remove(bin);
                    keep(item.sku(), places, "bins.taken_out", item.description(), bin);
                });
    }

    private void keep(Sku sku, List<String> places, String said, Object... arguments) {
        if (!mayPut()) {
            refuse("stock.not_allowed");
            return;
        }
        if (places.size() > Bins.MAX_BINS) {
            refuse("bins.too_many", Bins.MAX_BINS);
            return;
        }
        actions.run(
                FAILED,
                () -> {
                    book.put(sku, places, workplace.operator().get());
                    return places;
                },
                _ -> {
                    workplace.messages().done(workplace.texts().get(said, arguments));
                    refresh();
                });
    }

    /// A label for the open bin, on the receipt printer.
    public void print() {
        open.get()
                .ifPresentOrElse(
                        bin -> printer.accept(StorePaper.of(workplace.store()).bin(bin)),
                        () -> refuse("bins.open_first"));
    }

    boolean mayPut() {
        return workplace.may(Permission.RECEIVE_STOCK);
    }

    public ReadOnlyObjectProperty<Optional<String>> openProperty() {
        return open.getReadOnlyProperty();
    }

    /// Whether what is scanned stays where it is, too.
    public BooleanProperty oneMoreProperty() {
        return oneMore;
    }

    public ObservableList<Item> items() {
        return itemsShown;
    }

    public ReadOnlyBooleanProperty busyProperty() {
        return actions.busyProperty();
    }

    private void refuse(String key, Object... arguments) {
        workplace.messages().refuse(workplace.texts().get(key, arguments));
    }

    private void problem() {
        workplace.messages().problem(workplace.texts().get(FAILED));
    }
}
