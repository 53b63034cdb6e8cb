package kmmotos.desktop.help;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import kmmotos.desktop.pages.PageFont;
import kmmotos.desktop.ui.Place;
import kmmotos.desktop.ui.Texts;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/// All keys on a sheet of A4 that lies beside the till: two columns, a place after the other. The
/// lines stand as close as it takes, and no closer than can be read; what is left goes overleaf.
public final class KeyCard {
    private static final PDRectangle PAPER =
            new PDRectangle(
                    /* width= */ PDRectangle.A4.getHeight(),
                    /* height= */ PDRectangle.A4.getWidth());
    private static final float MARGIN = 32;
    private static final float COLUMN = (PAPER.getWidth() - 3 * MARGIN) / 2;
    private static final float WIDEST_LINE = 13;
    private static final float CLOSEST_LINE = 9;
    private static final float SMALL = 0.65f;
    private static final float TITLE = 0.85f;
    private static final float KEY_WIDTH = 92;

    private final Texts texts;
    private final PDDocument document;
    private final PageFont font;
    private PDPageContentStream page;
    private final float line;
    private float x = MARGIN;
    private float y;

    private KeyCard(Texts texts, PDDocument document, float line) throws IOException {
        this.texts = texts;
        this.document = document;
        this.line = line;
        this.font = PageFont.in(document);
        this.page = begin();
        this.y = top();
    }

    /// @param places those whose keys are on it
    public static void write(List<Place> places, Texts texts, Path file) throws IOException {
        float line = WIDEST_LINE;
        while (!write(places, texts, file, line) && line > CLOSEST_LINE) {
            line -= 0.5f;
        }
    }

    /// @return whether it went on one page
    private static boolean write(List<Place> places, Texts texts, Path file, float line)
            throws IOException {
        try (PDDocument document = new PDDocument()) {
            document.getDocumentInformation().setTitle(texts.get("help.card.title"));
            new KeyCard(texts, document, line).draw(places);
            document.save(file.toFile());
            return document.getNumberOfPages() == 1;
        }
    }

    private float top() {
        return PAPER.getHeight() - MARGIN - TITLE * line;
    }

    private PDPageContentStream begin() throws IOException {
        PDPage sheet = new PDPage(PAPER);
        document.addPage(sheet);
        return new PDPageContentStream(document, sheet);
    }

    private void draw(List<Place> places) throws IOException {
        for (Place place : places) {
            HelpPage help = HelpPage.of(place, texts);
            part(help.title(), help.keys());
            if (!help.typed().isEmpty()) {
                part(texts.get("help.typed"), help.typed());
            }
        }
        part(texts.get("help.everywhere"), HelpPage.everywhere(texts));
        page.close();
    }

    /// A heading never stands alone at the foot of a column.
    private void part(String title, List<HelpPage.Key> keys) throws IOException {
        room(4 * line);
        text(title, TITLE * line, 0, COLUMN);
        y -= 1.25f * line;
        for (HelpPage.Key key : keys) {
            room(line);
            text(key.key(), SMALL * line, 0, KEY_WIDTH);
            text(key.does(), SMALL * line, KEY_WIDTH, COLUMN - KEY_WIDTH);
            y -= line;
        }
        y -= line / 2;
    }

    private void room(float height) throws IOException {
        if (y - height >= MARGIN) {
            return;
        }
        y = top();
        if (x == MARGIN) {
            x += COLUMN + MARGIN;
        } else {
            x = MARGIN;
            page.close();
            page = begin();
        }
    }

    private void text(String words, float size, float from, float width) throws IOException {
        font.write(page, font.shortened(words, width - 4, size), x + from, y, size);
    }
}
