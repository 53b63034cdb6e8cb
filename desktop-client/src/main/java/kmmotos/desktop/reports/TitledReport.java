package kmmotos.desktop.reports;

import java.util.List;
import java.util.stream.Stream;
import kmmotos.desktop.money.Formats;

/// A report with all that a file of it says.
///
/// @param about where it is from, which days, the currency
/// @param made when it was made
record TitledReport(
        String title,
        String about,
        String made,
        List<String> columns,
        Report report,
        Formats formats) {

    /// The rows, and what they come to below them.
    Stream<List<Cell>> allRows() {
        return report.sum().isEmpty()
                ? report.rows().stream()
                : Stream.concat(report.rows().stream(), Stream.of(report.sum()));
    }

    boolean isWords(int column) {
        Report.Column what = report.columns().get(column);
        return what == Report.Column.NAME || what == Report.Column.SKU;
    }
}
