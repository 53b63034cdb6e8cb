package kmmotos.desktop.labels;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import kmmotos.desktop.pages.PageFont;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/// Labels on sheets of A4, as a PDF. Each label has, from above: its name on up to two lines, price
/// and bin on one, the barcode, and the part number below it.
public final class LabelPdf {

    private static final double POINTS = 72 / 25.4;

    /// Of a label's edge that stays empty, for sheets never lie quite straight in a printer.
    private static final double MARGIN = 2.5;

    private final LabelSheet sheet;
    private final int skip;

    /// @param skip how many labels of the first sheet are used up already
    public LabelPdf(LabelSheet sheet, int skip) {
        if (skip < 0 || skip >= sheet.labels()) {
            throw new IllegalArgumentException(
                    "used up are 0 to %d labels, was %d".formatted(sheet.labels() - 1, skip));
        }
        this.sheet = sheet;
        this.skip = skip;
    }

    public byte[] write(List<Label> labels) {
        try (PDDocument document = new PDDocument()) {
            PageFont letters = PageFont.in(document);
            int perPage = sheet.labels();
            for (int from = -skip; from < labels.size(); from += perPage) {
                page(document, letters, labels, from);
            }
            var bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("the labels can't be written", e);
        }
    }

    /// @param from the label at the sheet's first place; below 0 where that stays empty
    private void page(PDDocument document, PageFont letters, List<Label> labels, int from)
            throws IOException {
        PDPage page = new PDPage(PDRectangle.A4);
        document.addPage(page);
        try (var content = new PDPageContentStream(document, page)) {
            for (int place = 0; place < sheet.labels(); place++) {
                int n = from + place;
                if (n >= 0 && n < labels.size()) {
                    new Drawn(content, letters, place).draw(labels.get(n));
                }
            }
        }
    }

    /// One label being drawn, in millimetres from its upper left corner.
    private final class Drawn {
        private final PDPageContentStream content;
        private final PageFont letters;
        private final int place;
        private final double inner = sheet.width() - 2 * MARGIN;

        Drawn(PDPageContentStream content, PageFont letters, int place) {
            this.content = content;
            this.letters = letters;
            this.place = place;
        }

        void draw(Label label) throws IOException {
            double unit = sheet.height() / 37;
            double name = Math.max(3.2 * unit, 1.9);
            double price = 5.4 * unit;
            double small = Math.max(2.8 * unit, 1.7);
            double y = MARGIN * Math.min(1, unit + 0.2) + name * 0.8;
            for (String line : lines(label.name(), name)) {
                text(line, name, MARGIN, y);
                y += name * 1.1;
            }
            y += price - name * 0.9;
            text(fitting(label.price(), price, inner), price, MARGIN, y);
            right(label.bin(), small, y);
            double top = y + 1.2 * unit;
            double bottom = sheet.height() - MARGIN * Math.min(1, unit + 0.2);
            bars(label.barcode(), top, bottom - small - 0.4);
            text(fitting(label.barcode().text(), small, inner * 0.5), small, MARGIN, bottom);
            right(fitting(label.partNumber(), small, inner * 0.48), small, bottom);
        }

        /// At most two lines of whole words; what is left is cut.
        private List<String> lines(String text, double size) throws IOException {
            String plain = text.strip();
            if (width(plain, size) <= inner) {
                return List.of(plain);
            }
            int end = plain.length();
            while (end > 0 && width(plain.substring(0, end), size) > inner) {
                int blank = plain.lastIndexOf(' ', end - 1);
                end = blank > 0 ? blank : end - 1;
            }
            return List.of(
                    plain.substring(0, end), fitting(plain.substring(end).strip(), size, inner));
        }

        /// What is too long is cut without a mark: there is no room for one.
        private String fitting(String text, double size, double most) throws IOException {
            String shown = text;
            while (!shown.isEmpty() && width(shown, size) > most) {
                shown = shown.substring(0, shown.offsetByCodePoints(shown.length(), -1));
            }
            return shown;
        }

        private void bars(Barcode barcode, double top, double bottom) throws IOException {
            List<Integer> widths = barcode.widths();
            int modules = widths.stream().mapToInt(Integer::intValue).sum();
            double module = Math.min(0.33, inner / modules);
            double x = (sheet.width() - module * modules) / 2;
            for (int i = 0; i < widths.size(); i++) {
                double width = widths.get(i) * module;
                if (i % 2 == 0) {
                    content.addRect(
                            (float) ((sheet.x(place) + x) * POINTS),
                            up(bottom),
                            (float) (width * POINTS),
                            (float) ((bottom - top) * POINTS));
                }
                x += width;
            }
            content.fill();
        }

        private void right(String text, double size, double y) throws IOException {
            text(text, size, sheet.width() - MARGIN - width(text, size), y);
        }

        private void text(String text, double size, double x, double y) throws IOException {
            letters.write(
                    content,
                    text,
                    (float) ((sheet.x(place) + x) * POINTS),
                    up(y),
                    (float) (size * POINTS));
        }

        private double width(String text, double size) throws IOException {
            return letters.width(text, (float) size);
        }

        private float up(double y) {
            return (float) (PDRectangle.A4.getHeight() - (sheet.y(place) + y) * POINTS);
        }
    }
}
