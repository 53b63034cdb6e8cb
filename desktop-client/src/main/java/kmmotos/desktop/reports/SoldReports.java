package kmmotos.desktop.reports;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import kmmotos.desktop.reports.Report.Column;
import kmmotos.desktop.ui.Workplace;
import kmmotos.model.catalog.Sku;
import kmmotos.model.money.Money;
import kmmotos.model.sales.Sale;
import kmmotos.model.sales.SaleLine;

/// What was sold in a period: by when, by whom, of what.
record SoldReports(ReportSource source, Period period) {

    private static final List<Column> COLUMNS =
            List.of(
                    Column.NAME,
                    Column.RECEIPTS,
                    Column.PIECES,
                    Column.TAKINGS,
                    Column.PER_RECEIPT,
                    Column.SHARE);

    private Workplace workplace() {
        return source.workplace();
    }

    Report byHour() {
        TreeMap<Integer, Tally> hours = new TreeMap<>();
        Tally sum =
                bySale(hours, sale -> sale.at().atZone(workplace().store().timeZone()).getHour());
        fillGaps(hours, hour -> hour + 1);
        return report(
                ReportKind.HOURS,
                sum,
                List.copyOf(hours.entrySet()),
                hour -> new Cell.Words("%02d:00".formatted(hour)));
    }

    Report byDay() {
        TreeMap<LocalDate, Tally> days = new TreeMap<>();
        Tally sum = bySale(days, Sale::businessDay);
        fillGaps(days, day -> day.plusDays(1));
        return report(ReportKind.DAYS, sum, List.copyOf(days.entrySet()), Cell.Day::new);
    }

    Report byPerson() {
        Map<UUID, Tally> people = new HashMap<>();
        Tally sum = bySale(people, Sale::staffId);
        return report(
                ReportKind.PEOPLE,
                sum,
                mostFirst(people),
                id -> new Cell.Words(source.book().person(id)));
    }

    Report byCategory() {
        Map<String, Tally> categories = new HashMap<>();
        Tally sum = byLine(categories, line -> source.article(line).category());
        return report(ReportKind.CATEGORIES, sum, mostFirst(categories), Cell.Words::new);
    }

    Report byItem() {
        Map<Sku, String> names = new HashMap<>();
        Map<Sku, Tally> items = new HashMap<>();
        Tally sum =
                byLine(
                        items,
                        line -> {
                            names.computeIfAbsent(line.sku(), _ -> source.article(line).name());
                            return line.sku();
                        });
        return report(
                ReportKind.ITEMS,
                sum,
                mostFirst(items),
                sku -> new Cell.Words(names.get(sku) + " · " + sku.value()));
    }

    private <K> Tally bySale(Map<K, Tally> tallies, Function<Sale, K> key) {
        return source.sales(
                period, sale -> tallies.merge(key.apply(sale), Tally.of(sale), Tally::plus));
    }

    /// A receipt counts once for each key that it has something of.
    private <K> Tally byLine(Map<K, Tally> tallies, Function<SaleLine, K> key) {
        Consumer<Sale> add =
                sale -> {
                    Set<K> onThisReceipt = new HashSet<>();
                    for (SaleLine line : sale.lines()) {
                        K of = key.apply(line);
                        tallies.merge(of, Tally.of(line), Tally::plus);
                        onThisReceipt.add(of);
                    }
                    onThisReceipt.forEach(
                            of -> tallies.computeIfPresent(of, (_, sum) -> sum.onOneMore()));
                };
        return source.sales(period, add);
    }

    /// A chart that leaves out the hours and days without a sale lies.
    private <K> void fillGaps(TreeMap<K, Tally> tallies, UnaryOperator<K> next) {
        if (!tallies.isEmpty()) {
            K last = tallies.lastKey();
            for (K at = tallies.firstKey(); !at.equals(last); at = next.apply(at)) {
                tallies.putIfAbsent(at, Tally.none(source.currency()));
            }
        }
    }

    private static <K> List<Map.Entry<K, Tally>> mostFirst(Map<K, Tally> tallies) {
        return tallies.entrySet().stream()
                .sorted(
                        Comparator.<Map.Entry<K, Tally>, Money>comparing(
                                        entry -> entry.getValue().total())
                                .reversed()
                                .thenComparing(entry -> String.valueOf(entry.getKey())))
                .toList();
    }

    private <K> Report report(
            ReportKind kind, Tally sum, List<Map.Entry<K, Tally>> tallies, Function<K, Cell> name) {
        List<List<Cell>> rows =
                tallies.stream()
                        .limit(ReportSource.MAX_ROWS)
                        .map(entry ->
                                row(name.apply(entry.getKey()), entry.getValue(), sum.total()))
                        .toList();
        return new Report(
                kind,
                period,
                source.currency(),
                COLUMNS,
                COLUMNS.indexOf(Column.TAKINGS),
                rows,
                row(new Cell.Words(source.allOf()), sum, sum.total()));
    }

    private static List<Cell> row(Cell name, Tally tally, Money whole) {
        return List.of(
                name,
                new Cell.Count(tally.receipts()),
                new Cell.Pieces(tally.pieces()),
                new Cell.Amount(tally.total()),
                new Cell.Amount(tally.perReceipt()),
                Cell.Share.of(tally.total().decimal(), whole.decimal()));
    }
}
