package kmmotos.desktop.reports;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kmmotos.desktop.reports.Report.Column;
import kmmotos.model.catalog.Sku;
import kmmotos.model.money.Money;
import kmmotos.model.money.Quantity;

/// What lies on the shelves, and what of it nobody buys.
record ShelfReports(ReportSource source, Period period) {

    /// What lies on the shelf and nobody bought, the dearest first.
    Report slowItems() {
        Set<Sku> sold = new HashSet<>();
        source.sales(period, sale -> sale.lines().forEach(line -> sold.add(line.sku())));
        List<ReportBook.Standing> slow = new ArrayList<>();
        source.book()
                .stock(standing -> {
                    if (standing.onHand().isPositive() && !sold.contains(standing.sku())) {
                        slow.add(standing);
                    }
                });
        List<List<Cell>> rows =
                slow.stream()
                        .sorted(
                                Comparator.<ReportBook.Standing, Money>comparing(this::value)
                                        .reversed())
                        .limit(ReportSource.MAX_ROWS)
                        .map(this::slow)
                        .toList();
        return new Report(
                ReportKind.SLOW_ITEMS,
                period,
                source.currency(),
                List.of(Column.NAME, Column.SKU, Column.PIECES, Column.PRICE, Column.VALUE),
                4,
                rows,
                List.of());
    }

    private List<Cell> slow(ReportBook.Standing standing) {
        return List.of(
                new Cell.Words(standing.article().name()),
                new Cell.Words(standing.sku().value()),
                new Cell.Pieces(standing.onHand()),
                standing.price()
                        .<Cell>map(price -> new Cell.Amount(price.times(Quantity.ONE)))
                        .orElse(new Cell.Words("")),
                new Cell.Amount(value(standing)));
    }

    private Money value(ReportBook.Standing standing) {
        return standing.value().orElse(Money.zero(source.currency()));
    }

    private record Shelf(long items, Quantity pieces, Money value, long belowZero) {
        Shelf plus(Shelf other) {
            return new Shelf(
                    items + other.items,
                    pieces.plus(other.pieces),
                    value.plus(other.value),
                    belowZero + other.belowZero);
        }

        List<Cell> row(String name, Money whole) {
            return List.of(
                    new Cell.Words(name),
                    new Cell.Count(items),
                    new Cell.Pieces(pieces),
                    new Cell.Amount(value),
                    Cell.Share.of(value.decimal(), whole.decimal()),
                    new Cell.Count(belowZero));
        }
    }

    Report value() {
        Map<String, Shelf> byCategory = new HashMap<>();
        source.book()
                .stock(standing ->
                        byCategory.merge(
                                standing.article().category(),
                                new Shelf(
                                        1,
                                        standing.onHand(),
                                        value(standing),
                                        standing.onHand().isNegative() ? 1 : 0),
                                Shelf::plus));
        Shelf sum =
                byCategory.values().stream()
                        .reduce(
                                new Shelf(0, Quantity.ZERO, Money.zero(source.currency()), 0),
                                Shelf::plus);
        List<List<Cell>> rows =
                byCategory.entrySet().stream()
                        .sorted(
                                Map.Entry.comparingByValue(
                                        Comparator.comparing(Shelf::value).reversed()))
                        .map(entry -> entry.getValue().row(entry.getKey(), sum.value()))
                        .toList();
        return new Report(
                ReportKind.STOCK,
                period,
                source.currency(),
                List.of(
                        Column.NAME,
                        Column.ITEMS,
                        Column.PIECES,
                        Column.VALUE,
                        Column.SHARE,
                        Column.BELOW_ZERO),
                3,
                rows,
                sum.row(source.allOf(), sum.value()));
    }
}
