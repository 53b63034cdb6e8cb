package kmmotos.desktop.reports;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/// A report as a workbook: numbers are numbers, so that people can go on calculating.
final class XlsxReport {
    private static final int MAX_SHEET_NAME = 31;
    private static final int FIRST_ROW = 4;

    private XlsxReport() {}

    static void write(TitledReport report, Path file) throws IOException {
        try (OutputStream out = Files.newOutputStream(file);
                Workbook book = new Workbook(out, "KM Motos", "1.0")) {
            Worksheet sheet = book.newWorksheet(sheetName(report.title()));
            sheet.value(0, 0, report.title());
            sheet.style(0, 0).bold().fontSize(14).set();
            sheet.value(1, 0, report.about());
            sheet.value(2, 0, report.made());
            for (int column = 0; column < report.columns().size(); column++) {
                sheet.value(FIRST_ROW - 1, column, report.columns().get(column));
                sheet.style(FIRST_ROW - 1, column)
                        .bold()
                        .horizontalAlignment(report.isWords(column) ? "left" : "right")
                        .set();
                sheet.width(column, report.isWords(column) ? 36 : 14);
            }
            int at = FIRST_ROW;
            for (List<Cell> row : report.allRows().toList()) {
                write(sheet, at++, row);
            }
            if (!report.report().sum().isEmpty()) {
                sheet.range(at - 1, 0, at - 1, report.columns().size() - 1).style().bold().set();
            }
            sheet.freezePane(1, FIRST_ROW);
        }
    }

    private static String sheetName(String title) {
        String name = title.replaceAll("[\\\\/*?:\\[\\]]", " ");
        return name.substring(0, Math.min(MAX_SHEET_NAME, name.length()));
    }

    private static void write(Worksheet sheet, int at, List<Cell> row) {
        for (int column = 0; column < row.size(); column++) {
            switch (row.get(column)) {
                case Cell.Words(String text) -> sheet.value(at, column, text);
                case Cell.Day(LocalDate date) -> {
                    sheet.value(at, column, date);
                    sheet.style(at, column).format("yyyy-mm-dd").set();
                }
                case Cell.Count(long many) -> sheet.value(at, column, many);
                case Cell.Amount amount -> {
                    sheet.value(at, column, amount.number());
                    sheet.style(at, column).format("#,##0.00").set();
                }
                case Cell.Share share -> {
                    sheet.value(at, column, share.number());
                    sheet.style(at, column).format("0.0\"%\"").set();
                }
                case Cell.Pieces pieces -> sheet.value(at, column, pieces.number());
            }
        }
    }
}
