package kmmotos.desktop.labels;

import java.util.ArrayList;
import java.util.List;
import kmmotos.desktop.receipts.Code128;
import kmmotos.model.catalog.Gtin;
import kmmotos.model.catalog.Variant;

/// A barcode that a scanner at the counter reads: EAN-13 where the item has a number for it, else
/// CODE128 of its SKU.
public sealed interface Barcode {

    /// What is read.
    String text();

    /// The widths in modules of bar, space, bar, ..., the first and the last a bar.
    List<Integer> widths();

    /// EAN-13 (ISO/IEC 15420).
    ///
    /// @param text 13 digits, the last one the check digit
    record Ean13(String text) implements Barcode {

        private static final int DIGITS = 13;
        private static final List<String> ODD =
                List.of(
                        "3211", "2221", "2122", "1411", "1132", "1231", "1114", "1312", "1213",
                        "3112");

        /// Which of the digits 2 to 7 are written in reverse, by the first digit.
        private static final List<String> EVEN_AT =
                List.of(
                        "000000", "001011", "001101", "001110", "010011", "011001", "011100",
                        "010101", "010110", "011010");

        public Ean13 {
            if (text.length() != DIGITS || Gtin.find(text).isEmpty()) {
                throw new IllegalArgumentException("an EAN-13 has 13 digits, was " + text);
            }
        }

        @Override
        public List<Integer> widths() {
            List<Integer> widths = new ArrayList<>(List.of(1, 1, 1));
            String even = EVEN_AT.get(digit(0));
            for (int i = 1; i < DIGITS; i++) {
                if (i == 7) {
                    widths.addAll(List.of(1, 1, 1, 1, 1));
                }
                String odd = ODD.get(digit(i));
                boolean reversed = i < 7 && even.charAt(i - 1) == '1';
                (reversed ? new StringBuilder(odd).reverse() : odd)
                        .chars()
                        .forEach(width -> widths.add(width - '0'));
            }
            widths.addAll(List.of(1, 1, 1));
            return List.copyOf(widths);
        }

        private int digit(int at) {
            return text.charAt(at) - '0';
        }
    }

    /// @param text printable ASCII
    record OfSku(String text) implements Barcode {

        @Override
        public List<Integer> widths() {
            return Code128.widths(text);
        }
    }

    static Barcode of(Variant variant) {
        return variant.gtins().stream()
                .map(Gtin::value)
                .filter(digits -> digits.length() <= Ean13.DIGITS)
                .findFirst()
                .<Barcode>map(
                        digits -> new Ean13("0".repeat(Ean13.DIGITS - digits.length()) + digits))
                .orElseGet(() -> new OfSku(variant.sku().value().replaceAll("[^ -~]", "?")));
    }
}
