package kmmotos.desktop.reports;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kmmotos.desktop.reports.Report.Column;
import kmmotos.model.money.Money;

/// How was paid in a period, and what was let go.
record MoneyReports(ReportSource source, Period period) {

    private record Paid(long receipts, Money amount) {
        Paid plus(Paid other) {
            return new Paid(receipts + other.receipts, amount.plus(other.amount));
        }

        List<Cell> row(String name, Money whole) {
            return List.of(
                    new Cell.Words(name),
                    new Cell.Count(receipts),
                    new Cell.Amount(amount),
                    Cell.Share.of(amount.decimal(), whole.decimal()));
        }
    }

    Report tenders() {
        Map<String, Paid> byKind = new HashMap<>();
        Tally sum =
                source.sales(
                        period,
                        sale ->
                                sale.tenders()
                                        .forEach(tender ->
                                                byKind.merge(
                                                        tender.kind(),
                                                        new Paid(1, tender.amount()),
                                                        Paid::plus)));
        List<List<Cell>> rows =
                byKind.entrySet().stream()
                        .sorted(
                                Map.Entry.comparingByValue(
                                        Comparator.comparing(Paid::amount).reversed()))
                        .map(kind -> kind.getValue().row(name(kind.getKey()), sum.total()))
                        .toList();
        return new Report(
                ReportKind.TENDERS,
                period,
                source.currency(),
                List.of(Column.NAME, Column.RECEIPTS, Column.PAID, Column.SHARE),
                2,
                rows,
                new Paid(sum.receipts(), sum.total()).row(source.allOf(), sum.total()));
    }

    private String name(String tender) {
        return source.workplace().texts().get("reports.tender." + tender);
    }

    Report reductions() {
        Map<UUID, Reductions> byPerson = new HashMap<>();
        source.sales(
                period,
                sale -> byPerson.merge(sale.staffId(), Reductions.of(sale), Reductions::plus));
        source.book()
                .voided(period)
                .forEach(line ->
                        byPerson.merge(line.staffId(), Reductions.of(line), Reductions::plus));
        List<List<Cell>> rows =
                byPerson.entrySet().stream()
                        .sorted(
                                Map.Entry.comparingByValue(
                                        Comparator.comparing(Reductions::byHand).reversed()))
                        .map(entry -> row(source.book().person(entry.getKey()), entry.getValue()))
                        .toList();
        Reductions sum =
                byPerson.values().stream()
                        .reduce(Reductions.none(source.currency()), Reductions::plus);
        return new Report(
                ReportKind.REDUCTIONS,
                period,
                source.currency(),
                List.of(
                        Column.NAME,
                        Column.TAKINGS,
                        Column.BY_HAND,
                        Column.OWN_PRICES,
                        Column.BY_OFFERS,
                        Column.RETURNED,
                        Column.VOIDED,
                        Column.VOIDED_VALUE),
                2,
                rows,
                row(source.allOf(), sum));
    }

    private static List<Cell> row(String name, Reductions of) {
        return List.of(
                new Cell.Words(name),
                new Cell.Amount(of.total()),
                new Cell.Amount(of.byHand()),
                new Cell.Amount(of.ownPrices()),
                new Cell.Amount(of.byOffers()),
                new Cell.Amount(of.returned()),
                new Cell.Count(of.voided()),
                new Cell.Amount(of.voidedValue()));
    }
}
