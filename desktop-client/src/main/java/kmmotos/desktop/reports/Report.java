package kmmotos.desktop.reports;

import java.util.Currency;
import java.util.List;
import java.util.Locale;

/// A table: what its columns are and its rows, the first cell of each its name. One column is drawn
/// too.
///
/// @param drawn the place of the column that a chart shows
/// @param rows as they are shown
/// @param sum of all rows; empty where adding up makes no sense
public record Report(
        ReportKind kind,
        Period period,
        Currency currency,
        List<Column> columns,
        int drawn,
        List<List<Cell>> rows,
        List<Cell> sum) {

    public enum Column {
        NAME,
        SKU,
        RECEIPTS,
        PIECES,
        TAKINGS,
        PER_RECEIPT,
        SHARE,
        PAID,
        BY_HAND,
        BY_OFFERS,
        OWN_PRICES,
        RETURNED,
        VOIDED,
        VOIDED_VALUE,
        ITEMS,
        PRICE,
        VALUE,
        BELOW_ZERO;

        String textKey() {
            return "reports.column." + name().toLowerCase(Locale.ROOT);
        }
    }

    public Report {
        columns = List.copyOf(columns);
        rows = rows.stream().map(List::copyOf).toList();
        sum = List.copyOf(sum);
    }
}
