package kmmotos.desktop.reports;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import kmmotos.desktop.pages.PageFont;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/// A report on A4 pages, with a bar under each row for the column that is drawn.
final class PdfReport {
    private static final float MARGIN = 42;
    private static final float ROW = 19;
    private static final float SMALL = 9;
    private static final float NUMBER_WIDTH = 61;
    private static final PDRectangle PAPER = PDRectangle.A4;

    private final TitledReport report;
    private final PDDocument document;
    private final PageFont font;
    private final BigDecimal most;

    private PdfReport(TitledReport report, PDDocument document) throws IOException {
        this.report = report;
        this.document = document;
        this.font = PageFont.in(document);
        this.most =
                report.report().rows().stream()
                        .map(row -> row.get(report.report().drawn()).number())
                        .max(BigDecimal::compareTo)
                        .orElse(BigDecimal.ZERO);
    }

    static void write(TitledReport report, Path file) throws IOException {
        try (PDDocument document = new PDDocument()) {
            document.getDocumentInformation().setTitle(report.title());
            new PdfReport(report, document).draw();
            document.save(file.toFile());
        }
    }

    private void draw() throws IOException {
        List<List<Cell>> rows = report.allRows().toList();
        int perPage = (int) ((PAPER.getHeight() - 2 * MARGIN - 5 * ROW) / ROW);
        int pages = Math.max(1, (rows.size() + perPage - 1) / perPage);
        for (int page = 0; page < pages; page++) {
            int until = Math.min(rows.size(), (page + 1) * perPage);
            draw(rows.subList(page * perPage, until), page + 1, pages);
        }
    }

    private void draw(List<List<Cell>> rows, int number, int pages) throws IOException {
        PDPage page = new PDPage(PAPER);
        document.addPage(page);
        try (PDPageContentStream out = new PDPageContentStream(document, page)) {
            float y = PAPER.getHeight() - MARGIN - 16;
            text(out, 16, MARGIN, y, report.title());
            text(out, SMALL, MARGIN, y - ROW, report.about());
            y -= 2.6f * ROW;
            titles(out, y);
            for (List<Cell> row : rows) {
                y -= ROW;
                row(out, y, row);
            }
            String foot = "%s · %d/%d".formatted(report.made(), number, pages);
            text(out, SMALL, MARGIN, MARGIN - 12, foot);
        }
    }

    private void titles(PDPageContentStream out, float y) throws IOException {
        for (int column = 0; column < report.columns().size(); column++) {
            cell(out, y, column, report.columns().get(column));
        }
        out.setLineWidth(0.8f);
        line(out, y - 5);
    }

    private void row(PDPageContentStream out, float y, List<Cell> row) throws IOException {
        boolean isSum = row.equals(report.report().sum());
        if (isSum) {
            line(out, y + 12);
        } else {
            bar(out, y, row.get(report.report().drawn()).number());
        }
        for (int column = 0; column < row.size(); column++) {
            cell(out, y, column, row.get(column).text(report.formats()));
        }
    }

    private void bar(PDPageContentStream out, float y, BigDecimal number) throws IOException {
        if (most.signum() <= 0 || number.signum() <= 0) {
            return;
        }
        float width = nameWidth() * number.floatValue() / most.floatValue();
        out.setNonStrokingColor(0.76f, 0.86f, 0.96f);
        out.addRect(MARGIN, y - 4.5f, width, 2.2f);
        out.fill();
        out.setNonStrokingColor(0f, 0f, 0f);
    }

    private static void line(PDPageContentStream out, float y) throws IOException {
        out.setStrokingColor(0.4f, 0.45f, 0.5f);
        out.moveTo(MARGIN, y);
        out.lineTo(PAPER.getWidth() - MARGIN, y);
        out.stroke();
    }

    private float nameWidth() {
        return PAPER.getWidth() - 2 * MARGIN - NUMBER_WIDTH * (report.columns().size() - 1);
    }

    /// Names begin at the left, numbers end at the right of their column.
    private void cell(PDPageContentStream out, float y, int column, String words)
            throws IOException {
        float right = MARGIN + nameWidth() + NUMBER_WIDTH * column;
        if (column == 0) {
            text(out, SMALL, MARGIN, y, font.shortened(words, nameWidth() - 6, SMALL));
        } else {
            String shown = font.shortened(words, NUMBER_WIDTH - 6, SMALL);
            text(out, SMALL, right - font.width(shown, SMALL), y, shown);
        }
    }

    private void text(PDPageContentStream out, float size, float x, float y, String words)
            throws IOException {
        font.write(out, words, x, y, size);
    }
}
