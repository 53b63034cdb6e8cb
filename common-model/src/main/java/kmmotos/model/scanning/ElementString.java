package kmmotos.model.scanning;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import kmmotos.model.catalog.Gtin;
import kmmotos.model.money.Quantity;

/// The elements of a GS1-128, GS1 DataMatrix, GS1 QR or GS1 DataBar symbol by their application
/// identifiers (GS1 General Specifications, section 3).
///
/// Those with a predefined length (figure 7.8.5-2) follow each other; any other ends at a separator
/// or at the end.
record ElementString(Map<String, String> byIdentifier) {

    static final char SEPARATOR = '\u001D';

    private static final int MAX_ELEMENT = 90;
    private static final Pattern BRACKETED = Pattern.compile("(\\(\\d{2,4}\\)[!-'*-~]+)+");

    /// @return empty if the text is no element string with an article's number
    static Optional<ElementString> parse(String text) {
        if (BRACKETED.matcher(text).matches()) {
            return parseElements(unbracketed(text));
        }
        return parseElements(text);
    }

    /// As people read it beneath a symbol: `(01)07891000000014(10)A1`.
    private static String unbracketed(String text) {
        return text.substring(1).replace("(", String.valueOf(SEPARATOR)).replace(")", "");
    }

    private static Optional<ElementString> parseElements(String text) {
        Map<String, String> elements = new TreeMap<>();
        int at = 0;
        while (at < text.length()) {
            if (text.charAt(at) == SEPARATOR) {
                at++;
                continue;
            }
            int identifierEnd = at + identifierLength(text, at);
            int end = elementEnd(text, at, identifierEnd);
            if (identifierEnd == at || end <= identifierEnd || end - identifierEnd > MAX_ELEMENT) {
                return Optional.empty();
            }
            elements.put(text.substring(at, identifierEnd), text.substring(identifierEnd, end));
            at = end;
        }
        return Optional.of(new ElementString(elements)).filter(it -> it.gtin().isPresent());
    }

    /// @return 0 if no identifier begins here
    private static int identifierLength(String text, int at) {
        if (at + 2 > text.length()) {
            return 0;
        }
        int length =
                switch (text.substring(at, at + 2)) {
                    case "00", "01", "02", "03", "04" -> 2;
                    case "10", "11", "12", "13", "15", "16", "17", "20", "21", "22" -> 2;
                    case "30", "37" -> 2;
                    case "90", "91", "92", "93", "94", "95", "96", "97", "98", "99" -> 2;
                    case "23", "24", "25", "40", "41", "42" -> 3;
                    case "31", "32", "33", "34", "35", "36", "39" -> 4;
                    case "43", "70", "71", "72", "80", "81", "82" -> 4;
                    default -> 0;
                };
        boolean isNumber =
                at + length <= text.length()
                        && text.substring(at, at + length)
                                .chars()
                                .allMatch(c -> c >= '0' && c <= '9');
        return isNumber ? length : 0;
    }

    /// @return -1 if the text is too short
    private static int elementEnd(String text, int at, int identifierEnd) {
        if (identifierEnd == at) {
            return -1;
        }
        int fixed =
                switch (text.substring(at, at + 2)) {
                    case "00" -> 18;
                    case "01", "02", "03" -> 14;
                    case "04" -> 16;
                    case "11", "12", "13", "15", "16", "17" -> 6;
                    case "20" -> 2;
                    case "31", "32", "33", "34", "35", "36" -> 6;
                    case "41" -> 13;
                    default -> 0;
                };
        if (fixed > 0) {
            int end = identifierEnd + fixed;
            boolean isWhole = end <= text.length();
            return isWhole && text.substring(identifierEnd, end).indexOf(SEPARATOR) < 0 ? end : -1;
        }
        int separator = text.indexOf(SEPARATOR, identifierEnd);
        return separator < 0 ? text.length() : separator;
    }

    Scanned scanned() {
        return new Scanned(
                gtin().orElseThrow().value(),
                element("21"),
                element("17").flatMap(ElementString::day),
                quantity(),
                decimal("392"));
    }

    /// Of the article, or of those in a carton.
    private Optional<Gtin> gtin() {
        return element("01").or(() -> element("02")).flatMap(Gtin::find);
    }

    private Optional<Quantity> quantity() {
        return element("37")
                .or(() -> element("30"))
                .filter(count -> count.matches("\\d{1,8}"))
                .map(BigDecimal::new)
                .or(() -> decimal("310"))
                .map(number -> Quantity.of(number.setScale(3, RoundingMode.HALF_UP)))
                .filter(Quantity::isPositive);
    }

    private Optional<String> element(String identifier) {
        return Optional.ofNullable(byIdentifier.get(identifier));
    }

    /// The fourth digit of the identifier tells how many decimals the number has.
    private Optional<BigDecimal> decimal(String identifier) {
        return byIdentifier.entrySet().stream()
                .filter(element -> element.getKey().length() == 4)
                .filter(element -> element.getKey().startsWith(identifier))
                .filter(element -> element.getValue().matches("\\d{1,15}"))
                .map(element ->
                        new BigDecimal(element.getValue())
                                .movePointLeft(element.getKey().charAt(3) - '0'))
                .findFirst();
    }

    /// `YYMMDD`; the day 00 is the month's last.
    private static Optional<LocalDate> day(String digits) {
        try {
            YearMonth month =
                    YearMonth.of(
                            2000 + Integer.parseInt(digits.substring(0, 2)),
                            Integer.parseInt(digits.substring(2, 4)));
            int day = Integer.parseInt(digits.substring(4));
            return Optional.of(day == 0 ? month.atEndOfMonth() : month.atDay(day));
        } catch (NumberFormatException | DateTimeException _) {
            return Optional.empty();
        }
    }
}
