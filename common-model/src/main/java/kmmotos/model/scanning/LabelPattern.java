package kmmotos.model.scanning;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kmmotos.model.catalog.Gtin;
import kmmotos.model.money.Quantity;

/// How a shop's own EAN-13 tells a price or a weight beside the article (GS1 General
/// Specifications, 2.1.12 and 7.9.4), as 13 places: the shop's two digits (02 or 20 to 29), `I` for
/// each digit of the article, `V` for the check digit of the number after it if there is one, four
/// or five `P` for a price or `W` for a weight with a point where it has one, `K` for the check
/// digit of all. E.g. `20IIIIIVPP.PPK`, `21IIIIIWW.WWWK`.
public record LabelPattern(String text) {

    private static final Pattern SHAPE =
            Pattern.compile("(02|2\\d)(I{4,8})(V?)((?:P+\\.?P*)|(?:W+\\.?W*))K");

    /// Products of a digit with the weighting factors of the specification.
    private static final List<Integer> TWO_MINUS = List.of(0, 2, 4, 6, 8, 9, 1, 3, 5, 7);

    private static final List<Integer> THREE = List.of(0, 3, 6, 9, 2, 5, 8, 1, 4, 7);
    private static final List<Integer> FIVE_MINUS = List.of(0, 5, 9, 4, 8, 3, 7, 2, 6, 1);
    private static final List<Integer> FIVE_PLUS = List.of(0, 5, 1, 6, 2, 7, 3, 8, 4, 9);

    public LabelPattern {
        if (!isOne(text)) {
            throw new IllegalArgumentException("no pattern of a label: \"" + text + "\"");
        }
    }

    public static boolean isOne(String text) {
        Matcher shape = SHAPE.matcher(text);
        if (!shape.matches() || text.replace(".", "").length() != 13) {
            return false;
        }
        int digits = shape.group(4).replace(".", "").length();
        return digits == 4 || digits == 5;
    }

    /// @return what such a label says, the article by its number without a value first; empty if
    ///   the code is none of these labels or a check digit is wrong
    public List<Scanned> read(String code) {
        Matcher shape = SHAPE.matcher(text);
        boolean isSuch =
                shape.matches()
                        && code.length() == 13
                        && Gtin.find(code).isPresent()
                        && code.startsWith(shape.group(1));
        if (!isSuch) {
            return List.of();
        }
        int itemEnd = shape.end(2);
        int valueStart = itemEnd + shape.group(3).length();
        String digits = code.substring(valueStart, 12);
        boolean isChecked = valueStart > itemEnd;
        if (isChecked && checkDigit(digits) != code.charAt(itemEnd)) {
            return List.of();
        }
        String item = code.substring(2, itemEnd);
        String withoutValue = code.substring(0, itemEnd) + "0".repeat(12 - itemEnd);
        return List.of(
                scanned(withoutValue + Gtin.checkDigit(withoutValue), digits),
                scanned(item, digits));
    }

    private Scanned scanned(String item, String digits) {
        int point = text.indexOf('.');
        int decimals = point < 0 ? 0 : text.length() - 2 - point;
        BigDecimal value = new BigDecimal(digits).movePointLeft(decimals);
        boolean isPrice = text.indexOf('P') > 0;
        return new Scanned(
                item,
                Optional.empty(),
                Optional.empty(),
                Optional.of(value)
                        .filter(_ -> !isPrice)
                        .map(weight -> Quantity.of(weight.setScale(3, RoundingMode.HALF_UP)))
                        .filter(Quantity::isPositive),
                Optional.of(value).filter(_ -> isPrice));
    }

    /// The check digit of a price or weight of four or five digits.
    static char checkDigit(String digits) {
        return digits.length() == 4 ? ofFour(digits) : ofFive(digits);
    }

    private static char ofFour(String digits) {
        int sum =
                TWO_MINUS.get(digits.charAt(0) - '0')
                        + TWO_MINUS.get(digits.charAt(1) - '0')
                        + THREE.get(digits.charAt(2) - '0')
                        + FIVE_MINUS.get(digits.charAt(3) - '0');
        return (char) ('0' + 3 * sum % 10);
    }

    private static char ofFive(String digits) {
        int sum =
                FIVE_PLUS.get(digits.charAt(0) - '0')
                        + TWO_MINUS.get(digits.charAt(1) - '0')
                        + FIVE_MINUS.get(digits.charAt(2) - '0')
                        + FIVE_PLUS.get(digits.charAt(3) - '0')
                        + TWO_MINUS.get(digits.charAt(4) - '0');
        return (char) ('0' + FIVE_MINUS.indexOf((10 - sum % 10) % 10));
    }
}
