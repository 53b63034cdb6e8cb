package kmmotos.desktop.money;

import java.math.BigDecimal;
import java.text.DecimalFormatSymbols;
import java.util.Currency;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import kmmotos.model.money.Money;
import kmmotos.model.money.Quantity;

/// Reads what people type: `1.234,50`, `1234.5`, `R$ 12`. A comma or a point may both mark the
/// decimals; in doubt the language decides.
public record TypedNumbers(Locale locale) {

    /// A longer entry is a slip of the finger or a barcode in the wrong field.
    public static final int MAX_LENGTH = 18;

    private static final Pattern DECIMAL = Pattern.compile("-?(\\d+\\.?\\d*|\\.\\d+)");

    /// Empty when the text is no amount of this currency.
    public Optional<Money> money(String text, Currency currency) {
        return decimal(text)
                .filter(number -> decimals(number) <= currency.getDefaultFractionDigits())
                .map(number -> Money.parse(number.toPlainString(), currency));
    }

    /// Empty when the text is no quantity, or one finer than a thousandth.
    public Optional<Quantity> quantity(String text) {
        return decimal(text).filter(number -> decimals(number) <= 3).map(Quantity::of);
    }

    public Optional<BigDecimal> decimal(String text) {
        String digits = text.replaceAll("[^0-9.,-]", "");
        if (digits.length() > MAX_LENGTH || text.strip().length() > MAX_LENGTH + 4) {
            return Optional.empty();
        }
        String plain = withDecimalPoint(digits);
        return DECIMAL.matcher(plain).matches()
                ? Optional.of(new BigDecimal(plain))
                : Optional.empty();
    }

    private String withDecimalPoint(String digits) {
        var symbols = DecimalFormatSymbols.getInstance(locale);
        char decimal = symbols.getDecimalSeparator() == ',' ? ',' : '.';
        char grouping = decimal == ',' ? '.' : ',';
        boolean foreign =
                digits.indexOf(decimal) < 0
                        && digits.indexOf(grouping) >= 0
                        && digits.indexOf(grouping) == digits.lastIndexOf(grouping)
                        && digits.length() - digits.indexOf(grouping) != 4;
        char point = foreign ? grouping : decimal;
        char noise = foreign ? decimal : grouping;
        return digits.replace(String.valueOf(noise), "").replace(point, '.');
    }

    private static int decimals(BigDecimal number) {
        return Math.max(0, number.stripTrailingZeros().scale());
    }
}
