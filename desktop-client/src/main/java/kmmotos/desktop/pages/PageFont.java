package kmmotos.desktop.pages;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/// The letters of PDF pages: Liberation Sans, which comes with the library and has those of all our
/// languages. Sizes and widths are in points.
public final class PageFont {
    private static final String FILE =
            "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";
    private static final char UNKNOWN = '?';
    private static final String CUT = "…";

    private final PDFont font;

    private PageFont(PDFont font) {
        this.font = font;
    }

    public static PageFont in(PDDocument document) throws IOException {
        try (InputStream file =
                Objects.requireNonNull(PDDocument.class.getResourceAsStream(FILE), FILE)) {
            return new PageFont(PDType0Font.load(document, file, true));
        }
    }

    public float width(String words, float size) throws IOException {
        return font.getStringWidth(known(words)) / 1000 * size;
    }

    /// What is too long ends with an ellipsis.
    public String shortened(String words, float width, float size) throws IOException {
        String shown = known(words);
        if (width(shown, size) <= width) {
            return shown;
        }
        while (!shown.isEmpty() && width(shown + CUT, size) > width) {
            shown = shown.substring(0, shown.offsetByCodePoints(shown.length(), -1));
        }
        return shown + CUT;
    }

    public void write(PDPageContentStream page, String words, float x, float y, float size)
            throws IOException {
        page.beginText();
        page.setFont(font, size);
        page.newLineAtOffset(x, y);
        page.showText(known(words));
        page.endText();
    }

    /// A letter that it does not have, as an emoji, must not lose the page.
    private String known(String words) {
        StringBuilder known = new StringBuilder();
        words.replaceAll("[\\s\\u00A0\\u202F]", " ")
                .codePoints()
                .forEach(letter -> known.appendCodePoint(isKnown(letter) ? letter : UNKNOWN));
        return known.toString();
    }

    private boolean isKnown(int letter) {
        try {
            return !Character.isISOControl(letter)
                    && font.encode(Character.toString(letter)).length > 0;
        } catch (IllegalArgumentException | IOException _) {
            return false;
        }
    }
}
