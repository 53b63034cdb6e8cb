package kmmotos.desktop.reports;

import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.DecimalFormatSymbols;
import java.time.LocalDate;
import java.util.List;

/// A report as text for spreadsheets (RFC 4180): as those of its language read it, with a semicolon
/// between cells where the decimals stand after a comma. UTF-8, and says so at its beginning.
final class CsvReport {
    private static final String BYTE_ORDER_MARK = "\ufeff";
    private static final String BEGINS_A_FORMULA = "=+-@\t\r";

    private final char decimalPoint;
    private final String separator;

    private CsvReport(TitledReport report) {
        this.decimalPoint =
                DecimalFormatSymbols.getInstance(report.formats().locale()).getDecimalSeparator();
        this.separator = decimalPoint == ',' ? ";" : ",";
    }

    static void write(TitledReport report, Path file) throws IOException {
        CsvReport csv = new CsvReport(report);
        try (Writer out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            out.write(BYTE_ORDER_MARK);
            out.write(csv.line(report.columns()));
            for (List<Cell> row : report.allRows().toList()) {
                out.write(csv.line(row.stream().map(csv::text).toList()));
            }
        }
    }

    private String line(List<String> cells) {
        return String.join(separator, cells.stream().map(this::quoted).toList()) + "\r\n";
    }

    private String text(Cell cell) {
        return switch (cell) {
            case Cell.Words(String text) -> harmless(text);
            case Cell.Day(LocalDate date) -> date.toString();
            default -> plain(cell.number());
        };
    }

    private String plain(BigDecimal number) {
        return number.toPlainString().replace('.', decimalPoint);
    }

    /// What an item is called must not run as a formula in whoever's spreadsheet.
    private static String harmless(String text) {
        return !text.isEmpty() && BEGINS_A_FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    private String quoted(String text) {
        return text.chars().anyMatch(letter -> (separator + "\"\r\n").indexOf(letter) >= 0)
                ? '"' + text.replace("\"", "\"\"") + '"'
                : text;
    }
}
