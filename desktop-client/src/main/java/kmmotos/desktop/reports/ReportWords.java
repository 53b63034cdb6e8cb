package kmmotos.desktop.reports;

import java.time.Instant;
import java.util.List;
import kmmotos.desktop.money.Formats;
import kmmotos.desktop.ui.Texts;
import kmmotos.desktop.ui.Workplace;
import kmmotos.model.stores.Store;

/// Says a report's names and days in the language of the screens.
record ReportWords(Texts texts, Formats formats, Store store, int till) {

    static ReportWords of(Workplace workplace) {
        return new ReportWords(
                workplace.texts(),
                workplace.formats(),
                workplace.store(),
                workplace.till().number());
    }

    String name(ReportKind kind) {
        return texts.get(kind.textKey());
    }

    String days(Period period) {
        return period.days() == 1
                ? formats.date(period.from())
                : formats.date(period.from()) + " – " + formats.date(period.until());
    }

    /// Without the year.
    String shortDays(Period period) {
        return period.days() == 1
                ? formats.shortDate(period.from())
                : formats.shortDate(period.from()) + " – " + formats.shortDate(period.until());
    }

    /// The name of the first column is what the rows are: hours, people, items.
    List<String> columns(Report report) {
        return report.columns().stream()
                .map(column ->
                        column == Report.Column.NAME
                                ? texts.get(report.kind().textKey() + ".rows")
                                : texts.get(column.textKey()))
                .toList();
    }

    TitledReport titled(Report report, Instant at) {
        String where = texts.get("reports.where", store.name(), till);
        String when = report.kind().isOfNow() ? formats.dateTime(at) : days(report.period());
        return new TitledReport(
                name(report.kind()),
                "%s · %s · %s".formatted(where, when, report.currency().getCurrencyCode()),
                texts.get("reports.made", formats.dateTime(at)),
                columns(report),
                report,
                formats);
    }
}
