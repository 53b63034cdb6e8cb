package kmmotos.installers.sample;

import java.util.Locale;

/// The numbers of the n-th part: SKU, part number and GTIN. Each is unique because n is part of it.
final class SampleNumbers {
    /// GS1 leaves 200 to 299 to each company for its own use, so a sample GTIN is never one of a
    /// product on sale.
    private static final String OWN_USE = "29";

    private SampleNumbers() {}

    /// Real shops took over the SKUs of their suppliers, each written in another way; one brand
    /// keeps to one way.
    static String sku(String brand, PartFamily family, int n) {
        String initials = family.family().substring(0, 2).toUpperCase(Locale.ROOT);
        return switch (Math.floorMod(brand.hashCode(), 6)) {
            case 0 -> "%s-%05d".formatted(initials, n);
            case 1 -> "%02d_%05d / 7%05d/%02d".formatted(n % 31, n, n, n % 20);
            case 2 -> "%06d.%02d".formatted(n, n % 97);
            case 3 -> "KM %05d-%c".formatted(n, 'A' + n % 5);
            case 4 -> "%s%05d%s".formatted(brand.substring(0, 3), n, initials.charAt(0));
            default -> "%08d".formatted(10_000_000 + n * 7);
        };
    }

    static String partNumber(String brand, int n) {
        String digits = "%07d".formatted((n * 7919L) % 10_000_000L);
        return "%s-%s-%s"
                .formatted(
                        brand.substring(0, 2).toUpperCase(Locale.ROOT),
                        digits.substring(0, 3),
                        digits.substring(3));
    }

    static String gtin(int n) {
        String digits = OWN_USE + "%010d".formatted(n);
        return digits + checkDigit(digits);
    }

    /// GS1 General Specifications, 7.9: weights 3 and 1 from the right.
    static int checkDigit(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int weight = (digits.length() - i) % 2 == 1 ? 3 : 1;
            sum += weight * (digits.charAt(i) - '0');
        }
        return (10 - sum % 10) % 10;
    }
}
