package kmmotos.desktop.headoffice;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import kmmotos.desktop.ui.Workplace;
import kmmotos.model.catalog.Sku;
import kmmotos.model.money.Money;
import kmmotos.model.money.Quantity;
import kmmotos.model.purchasing.PurchaseOrder;
import kmmotos.model.stores.StoreId;
import org.jspecify.annotations.Nullable;

/// What is typed about a purchase order.
///
/// @param lines on each line a SKU, how many, and what one costs, with blanks between
public record PurchaseForm(
        String number,
        String supplier,
        String store,
        @Nullable LocalDate expected,
        String tolerance,
        String lines) {

    static final PurchaseForm EMPTY = new PurchaseForm("", "", "", null, "0", "");

    static PurchaseForm of(PurchaseOrder order, Workplace workplace) {
        var formats = workplace.formats();
        return new PurchaseForm(
                order.number(),
                order.supplier(),
                order.store().value(),
                order.expected(),
                Integer.toString(order.tolerancePercent()),
                order.lines().stream()
                        .map(line ->
                                String.join(
                                        "  ",
                                        line.sku().value(),
                                        formats.quantity(line.quantity()),
                                        formats.amount(line.cost())))
                        .collect(Collectors.joining("\n")));
    }

    /// What a shop proposed, as one would type it.
    static PurchaseForm of(ReorderView view, Workplace workplace) {
        var formats = workplace.formats();
        return new PurchaseForm(
                "",
                "",
                view.proposal().store().value(),
                null,
                "0",
                view.proposal().lines().stream()
                        .map(line ->
                                String.join(
                                        "  ",
                                        line.sku().value(),
                                        formats.quantity(line.quantity()),
                                        formats.amount(view.cost(line.sku(), workplace))))
                        .collect(Collectors.joining("\n")));
    }

    boolean isNamed() {
        return isText(number, PurchaseOrder.MAX_NUMBER)
                && isText(supplier, PurchaseOrder.MAX_SUPPLIER);
    }

    private static boolean isText(String typed, int most) {
        return !typed.isBlank() && typed.strip().length() <= most;
    }

    Optional<StoreId> shop() {
        try {
            return Optional.of(new StoreId(store.strip().toUpperCase(Locale.ROOT)));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    Optional<Integer> percent() {
        try {
            return Optional.of(Integer.valueOf(tolerance.strip()))
                    .filter(percent -> percent >= 0 && percent <= 100);
        } catch (NumberFormatException _) {
            return Optional.empty();
        }
    }

    /// Empty if one of them can't be read, or an item is there twice.
    List<PurchaseOrder.Line> items(Workplace workplace) {
        List<PurchaseOrder.Line> items = new ArrayList<>();
        var skus = new HashSet<Sku>();
        for (String typed : lines.lines().filter(line -> !line.isBlank()).toList()) {
            var item = item(typed.strip(), workplace).filter(one -> skus.add(one.sku()));
            if (item.isEmpty()) {
                return List.of();
            }
            items.add(item.get());
        }
        return items.size() > PurchaseOrder.MAX_LINES ? List.of() : items;
    }

    /// A SKU may have blanks in it; the last two words are the numbers.
    private static Optional<PurchaseOrder.Line> item(String typed, Workplace workplace) {
        String[] words = typed.split("\\s+", -1);
        if (words.length < 3) {
            return Optional.empty();
        }
        Currency currency = workplace.store().currency();
        String sku = typed.replaceFirst("\\s+\\S+\\s+\\S+$", "");
        Optional<Quantity> quantity = workplace.typedNumbers().quantity(words[words.length - 2]);
        Optional<Money> cost = workplace.typedNumbers().money(words[words.length - 1], currency);
        try {
            return quantity.flatMap(
                    many -> cost.map(one -> new PurchaseOrder.Line(new Sku(sku), many, one)));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
