package kmmotos.desktop.reports;

import kmmotos.desktop.ui.Workplace;

/// Makes reports of what the book tells.
final class Reporter {
    private final Workplace workplace;
    private final ReportBook book;

    Reporter(Workplace workplace, ReportBook book) {
        this.workplace = workplace;
        this.book = book;
    }

    Report report(ReportKind kind, Period period) {
        ReportSource source = new ReportSource(workplace, book);
        return switch (kind) {
            case HOURS -> new SoldReports(source, period).byHour();
            case DAYS -> new SoldReports(source, period).byDay();
            case PEOPLE -> new SoldReports(source, period).byPerson();
            case CATEGORIES -> new SoldReports(source, period).byCategory();
            case ITEMS -> new SoldReports(source, period).byItem();
            case TENDERS -> new MoneyReports(source, period).tenders();
            case REDUCTIONS -> new MoneyReports(source, period).reductions();
            case SLOW_ITEMS -> new ShelfReports(source, period).slowItems();
            case STOCK -> new ShelfReports(source, period).value();
        };
    }

    /// All that was sold in a period.
    Tally tally(Period period) {
        return new ReportSource(workplace, book).sales(period, _ -> {});
    }
}
