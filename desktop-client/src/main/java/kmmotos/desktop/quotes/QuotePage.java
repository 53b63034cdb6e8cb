package kmmotos.desktop.quotes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import kmmotos.desktop.money.Formats;
import kmmotos.desktop.pages.PageFont;
import kmmotos.desktop.receipts.StorePaper;
import kmmotos.desktop.ui.Texts;
import kmmotos.model.money.Money;
import kmmotos.model.quotes.Quote;
import kmmotos.model.sales.SaleLine;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/// A quote as pages of A4, for the customer to keep or to be sent.
public final class QuotePage {
    private static final float LEFT = 56;
    private static final float RIGHT = PDRectangle.A4.getWidth() - 56;
    private static final float TOP = PDRectangle.A4.getHeight() - 64;
    private static final float BOTTOM = 72;
    private static final float SMALL = 9;
    private static final float NORMAL = 10;
    private static final float LARGE = 18;
    private static final float QUANTITY = 350;
    private static final float UNIT = 430;

    private final StorePaper paper;
    private final Texts texts;
    private final Formats formats;

    public QuotePage(StorePaper paper) {
        this.paper = paper;
        this.texts = paper.texts();
        this.formats = paper.formats();
    }

    /// @throws UncheckedIOException if the file can't be written
    public void write(Quote quote, Path file) {
        try (PDDocument document = new PDDocument()) {
            PageFont font = PageFont.in(document);
            try (Sheets sheets = new Sheets(document, font)) {
                head(sheets, quote);
                columns(sheets);
                for (SaleLine line : quote.lines()) {
                    line(sheets, line);
                }
                foot(sheets, quote);
            }
            document.getDocumentInformation().setTitle(quote.number());
            document.save(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException("the quote can't be written to " + file, e);
        }
    }

    private void head(Sheets sheets, Quote quote) throws IOException {
        var store = paper.store();
        sheets.left(store.name(), LEFT, LARGE).down(LARGE + 6);
        for (String line : store.address()) {
            sheets.left(line, LEFT, SMALL).down(SMALL + 3);
        }
        if (!store.taxNumber().isBlank()) {
            sheets.left(texts.get("receipts.tax_number", store.taxNumber()), LEFT, SMALL);
            sheets.down(SMALL + 3);
        }
        sheets.down(24);
        sheets.left(texts.get("receipts.quote.title"), LEFT, LARGE);
        sheets.right(quote.number(), RIGHT, NORMAL + 2).down(LARGE + 4);
        sheets.left(
                texts.get("receipts.quote.until", formats.date(quote.validUntil())), LEFT, NORMAL);
        sheets.right(formats.date(quote.day()), RIGHT, NORMAL).down(NORMAL + 6);
        if (!quote.customerName().isBlank()) {
            sheets.left(texts.get("receipts.customer", quote.customerName()), LEFT, NORMAL);
            sheets.down(NORMAL + 6);
        }
        sheets.down(12);
    }

    private void columns(Sheets sheets) throws IOException {
        sheets.left(texts.get("receipts.quote.article"), LEFT, SMALL);
        sheets.right(texts.get("receipts.quote.quantity"), QUANTITY, SMALL);
        sheets.right(texts.get("receipts.quote.unit"), UNIT, SMALL);
        sheets.right(texts.get("receipts.quote.amount"), RIGHT, SMALL).down(6).rule().down(16);
    }

    private void line(Sheets sheets, SaleLine line) throws IOException {
        List<String> words = sheets.wrapped(line.description(), QUANTITY - LEFT - 70, NORMAL);
        sheets.room((words.size() + 1) * (NORMAL + 4));
        sheets.right(formats.quantity(line.quantity()), QUANTITY, NORMAL);
        sheets.right(formats.amount(line.unit()), UNIT, NORMAL);
        sheets.right(formats.amount(line.total()), RIGHT, NORMAL);
        for (String part : words) {
            sheets.left(part, LEFT, NORMAL).down(NORMAL + 3);
        }
        sheets.left(line.sku().value() + discount(line), LEFT, SMALL).down(SMALL + 9);
    }

    private String discount(SaleLine line) {
        Money off =
                Money.sum(
                        line.adjustments().stream().map(one -> one.amount()).toList(),
                        line.total().currency());
        return off.isZero()
                ? ""
                : "   " + texts.get("receipts.quote.discount", formats.amount(off));
    }

    private void foot(Sheets sheets, Quote quote) throws IOException {
        sheets.room(90);
        sheets.rule().down(22);
        sheets.left(texts.get("receipts.total"), UNIT - 100, NORMAL + 4);
        sheets.right(formats.money(quote.total()), RIGHT, NORMAL + 4).down(NORMAL + 10);
        sheets.left(
                texts.get(
                        paper.store().pricesIncludeTax()
                                ? "receipts.tax_included"
                                : "receipts.tax_added"),
                UNIT - 100,
                SMALL);
        sheets.right(formats.amount(quote.tax()), RIGHT, SMALL).down(30);
        for (String part : sheets.wrapped(quote.note(), RIGHT - LEFT, NORMAL)) {
            sheets.room(NORMAL + 4);
            sheets.left(part, LEFT, NORMAL).down(NORMAL + 4);
        }
    }

    /// Writes from top to bottom and begins a page when one is full.
    private static final class Sheets implements AutoCloseable {
        private final PDDocument document;
        private final PageFont font;
        private PDPageContentStream page;
        private float y;

        Sheets(PDDocument document, PageFont font) throws IOException {
            this.document = document;
            this.font = font;
            this.page = begin();
        }

        private PDPageContentStream begin() throws IOException {
            PDPage sheet = new PDPage(PDRectangle.A4);
            document.addPage(sheet);
            y = TOP;
            return new PDPageContentStream(document, sheet);
        }

        void room(float height) throws IOException {
            if (y - height < BOTTOM) {
                page.close();
                page = begin();
            }
        }

        Sheets left(String text, float x, float size) throws IOException {
            font.write(page, text, x, y, size);
            return this;
        }

        Sheets right(String text, float x, float size) throws IOException {
            return left(text, x - width(text, size), size);
        }

        Sheets down(float by) {
            y -= by;
            return this;
        }

        Sheets rule() throws IOException {
            page.setLineWidth(0.6f);
            page.moveTo(LEFT, y);
            page.lineTo(RIGHT, y);
            page.stroke();
            return this;
        }

        List<String> wrapped(String text, float width, float size) throws IOException {
            List<String> lines = new ArrayList<>();
            StringBuilder line = new StringBuilder();
            for (String word : text.strip().split("\\s+", -1)) {
                if (!line.isEmpty() && width(line + " " + word, size) > width) {
                    lines.add(line.toString());
                    line = new StringBuilder();
                }
                line.append(line.isEmpty() ? "" : " ").append(word);
            }
            lines.add(line.toString());
            return lines;
        }

        private float width(String text, float size) throws IOException {
            return font.width(text, size);
        }

        @Override
        public void close() throws IOException {
            page.close();
        }
    }
}
