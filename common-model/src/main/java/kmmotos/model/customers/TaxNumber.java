package kmmotos.model.customers;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/// Tells slips of the pen in tax numbers by their check digits: CPF and CNPJ (also with letters, as
/// from July 2026), NIF of Portugal and Spain, USt-IdNr., TVA of France and Belgium, partita IVA.
public final class TaxNumber {

    /// What can be said about a number.
    public enum Verdict {
        RIGHT,
        WRONG,
        /// No rule is known for the country.
        UNKNOWN
    }

    private static final String SPANISH_LETTERS = "TRWAGMYFPDXBNJZSQVHLCKE";

    private TaxNumber() {}

    /// @param country ISO 3166 code of where it was written; a number that begins with another
    ///   country's letters is that country's
    public static Verdict check(String written, String country) {
        String number = letters(written);
        for (String prefix : new String[] {"PT", "ES", "DE", "FR", "BE", "IT"}) {
            if (number.startsWith(prefix) && !country.equals("BR")) {
                return judged(number.substring(2), prefix);
            }
        }
        return judged(number, country);
    }

    private static String letters(String written) {
        return written.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
    }

    private static Verdict judged(String number, String country) {
        Optional<Boolean> isRight =
                switch (country) {
                    case "BR" -> Optional.of(isCpf(number) || isCnpj(number));
                    case "PT" -> Optional.of(isPortuguese(number));
                    case "ES" -> Optional.of(isSpanish(number));
                    case "DE" -> Optional.of(isGerman(number));
                    case "FR" -> Optional.of(isFrench(number));
                    case "BE" -> Optional.of(isBelgian(number));
                    case "IT" -> Optional.of(number.matches("\\d{11}") && isLuhn(number));
                    default -> Optional.empty();
                };
        return isRight.map(right -> right ? Verdict.RIGHT : Verdict.WRONG).orElse(Verdict.UNKNOWN);
    }

    private static boolean isCpf(String number) {
        return number.matches("\\d{11}")
                && number.chars().distinct().count() > 1
                && eleven(number, 9, 11) == digit(number, 9)
                && eleven(number, 10, 11) == digit(number, 10);
    }

    /// A letter counts as its ASCII code less 48, as a digit does.
    private static boolean isCnpj(String number) {
        return number.matches("[A-Z0-9]{12}\\d{2}")
                && number.chars().distinct().count() > 1
                && eleven(number, 12, 9) == digit(number, 12)
                && eleven(number, 13, 9) == digit(number, 13);
    }

    /// Weights 2, 3, ... from the right, beginning again after the highest; modulo 11.
    private static int eleven(String number, int length, int highest) {
        int sum =
                IntStream.range(0, length)
                        .map(i -> digit(number, i) * (2 + (length - 1 - i) % (highest - 1)))
                        .sum();
        return sum % 11 < 2 ? 0 : 11 - sum % 11;
    }

    private static boolean isPortuguese(String number) {
        return number.matches("\\d{9}") && eleven(number, 8, 9) == digit(number, 8);
    }

    private static boolean isSpanish(String number) {
        if (number.matches("[0-9XYZ]\\d{7}[A-Z]")) {
            String digits =
                    number.substring(0, 8).replace('X', '0').replace('Y', '1').replace('Z', '2');
            return SPANISH_LETTERS.charAt(Integer.parseInt(digits) % 23) == number.charAt(8);
        }
        return number.matches("[ABCDEFGHJNPQRSUVW]\\d{7}[0-9A-J]") && isSpanishCompany(number);
    }

    private static boolean isSpanishCompany(String number) {
        int sum =
                IntStream.range(1, 8)
                        .map(i -> i % 2 == 0 ? digit(number, i) : doubled(digit(number, i)))
                        .sum();
        int check = (10 - sum % 10) % 10;
        char last = number.charAt(8);
        return last == '0' + check || last == "JABCDEFGHI".charAt(check);
    }

    /// ISO 7064, MOD 11,10.
    private static boolean isGerman(String number) {
        if (!number.matches("[1-9]\\d{8}")) {
            return false;
        }
        int product = 10;
        for (int i = 0; i < 8; i++) {
            int sum = (digit(number, i) + product) % 10;
            product = (sum == 0 ? 10 : sum) * 2 % 11;
        }
        return (11 - product) % 10 == digit(number, 8);
    }

    /// Two digits by modulo 97 before a SIREN; the newer keys with letters are let pass.
    private static boolean isFrench(String number) {
        if (!number.matches("[0-9A-Z]{2}\\d{9}") || !isLuhn(number.substring(2))) {
            return false;
        }
        String key = number.substring(0, 2);
        long siren = Long.parseLong(number.substring(2));
        return !key.matches("\\d{2}") || Integer.parseInt(key) == (12 + 3 * (siren % 97)) % 97;
    }

    private static boolean isBelgian(String number) {
        String ten = number.length() == 9 ? "0" + number : number;
        return ten.matches("[01]\\d{9}")
                && 97 - Integer.parseInt(ten.substring(0, 8)) % 97
                        == Integer.parseInt(ten.substring(8));
    }

    private static boolean isLuhn(String number) {
        int last = number.length() - 1;
        int sum =
                IntStream.rangeClosed(0, last)
                        .map(i ->
                                (last - i) % 2 == 0 ? digit(number, i) : doubled(digit(number, i)))
                        .sum();
        return sum % 10 == 0;
    }

    private static int doubled(int digit) {
        return digit < 5 ? 2 * digit : 2 * digit - 9;
    }

    private static int digit(String number, int at) {
        return number.charAt(at) - '0';
    }
}
