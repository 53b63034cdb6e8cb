package kmmotos.model.scanning;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import kmmotos.model.catalog.Gtin;

/// How a shop reads what its scanners send: an article's number as EAN, UPC or SKU, a GS1 symbol
/// with more in it, or one of the shop's own labels with a price or a weight.
///
/// @param separator what the scanner sends for FNC1 within a symbol; the control character GS is
///   always understood
/// @param labels the shop's own, the first that fits counts
public record ScanGrammar(String separator, List<LabelPattern> labels) {

    public static final ScanGrammar INITIAL = new ScanGrammar("", List.of());

    /// Longer than any symbol with an article in it. A signed receipt is longer, and no such thing.
    public static final int MAX_LENGTH = 200;

    /// The kind of symbol, as scanners can be told to send it first (ISO/IEC 15424).
    private static final Pattern SYMBOLOGY = Pattern.compile("](?<letter>[A-Za-z])(?<digit>[0-9])");

    private static final List<String> GS1_SYMBOLS = List.of("]C1", "]d2", "]Q3", "]e0", "]J1");
    private static final int SHORTEST_UNMARKED = 16;

    public ScanGrammar {
        labels = List.copyOf(labels);
    }

    /// All that a code may mean, the likeliest first; the first one whose article is known is it.
    /// Never empty.
    public List<Scanned> readings(String typed) {
        if (typed.length() > MAX_LENGTH) {
            return List.of(Scanned.plain(typed));
        }
        String text = withoutBlanks(typed);
        var symbology = SYMBOLOGY.matcher(text);
        boolean isMarked = symbology.lookingAt() && GS1_SYMBOLS.contains(symbology.group());
        String code = symbology.lookingAt() ? text.substring(symbology.end()) : text;
        List<Scanned> readings = new ArrayList<>();
        elements(code, isMarked).map(ElementString::scanned).ifPresent(readings::add);
        readings.add(Scanned.plain(code));
        labels.stream()
                .map(label -> label.read(code))
                .filter(read -> !read.isEmpty())
                .findFirst()
                .ifPresent(readings::addAll);
        shortened(code).map(Gtin::value).map(Scanned::plain).ifPresent(readings::add);
        return List.copyOf(readings);
    }

    /// A separator at the end counts as none, and GS is white space to Java.
    private static String withoutBlanks(String text) {
        return text.replaceAll("^ +| +$", "");
    }

    private Optional<ElementString> elements(String code, boolean isMarked) {
        boolean mayBe =
                isMarked
                        || code.indexOf(ElementString.SEPARATOR) >= 0
                        || code.startsWith("(")
                        || (code.length() >= SHORTEST_UNMARKED && code.matches("0[12]\\d{14}.*"));
        if (!mayBe) {
            return Optional.empty();
        }
        String separated =
                separator.isEmpty()
                        ? code
                        : code.replace(separator, String.valueOf(ElementString.SEPARATOR));
        return ElementString.parse(separated);
    }

    /// A UPC of which the scanner left out zeros: those at the front, or as UPC-E those within.
    private static Optional<Gtin> shortened(String code) {
        if (!code.matches("\\d{6,11}")) {
            return Optional.empty();
        }
        return code.length() == 8
                ? Gtin.find(expanded(code))
                : Gtin.find("0".repeat(12 - code.length()) + code);
    }

    /// UPC-E to UPC-A (GS1 General Specifications, 5.2.2.4.2): number system, six digits, check
    /// digit; the sixth says which zeros were left out.
    private static String expanded(String code) {
        String digits = code.substring(1, 7);
        char last = digits.charAt(5);
        String middle =
                switch (last) {
                    case '0', '1', '2' ->
                            digits.substring(0, 2) + last + "0000" + digits.substring(2, 5);
                    case '3' -> digits.substring(0, 3) + "00000" + digits.substring(3, 5);
                    case '4' -> digits.substring(0, 4) + "00000" + digits.substring(4, 5);
                    default -> digits.substring(0, 5) + "0000" + last;
                };
        return code.charAt(0) + middle + code.charAt(7);
    }
}
