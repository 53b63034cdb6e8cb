package kmmotos.model.catalog;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;

/// A Global Trade Item Number of 8, 12, 13 or 14 digits with a valid check digit (GS1 General
/// Specifications, 7.9).
///
/// Two GTINs are the same item when they are equal after padding to 14 digits: a UPC read as EAN-13
/// gets a leading 0. The digits are therefore kept without leading zeros beyond the shortest valid
/// length.
public record Gtin(@JsonValue String value) implements Comparable<Gtin> {

    @JsonCreator
    public Gtin {
        if (!isWellFormed(value)) {
            throw new IllegalArgumentException(
                    "a GTIN has 8, 12, 13 or 14 digits, was \"" + value + "\"");
        }
        char expected = checkDigit(value.substring(0, value.length() - 1));
        if (value.charAt(value.length() - 1) != expected) {
            throw new IllegalArgumentException(
                    "the check digit of " + value + " must be " + expected);
        }
        value = shortest(value);
    }

    /// Whether the text has the length and digits of a GTIN, whatever its check digit says.
    public static boolean isWellFormed(String text) {
        return switch (text.length()) {
            case 8, 12, 13, 14 -> text.chars().allMatch(c -> c >= '0' && c <= '9');
            default -> false;
        };
    }

    /// The GTIN that was scanned or typed, if it is one and its check digit is right.
    public static Optional<Gtin> find(String text) {
        String digits = text.strip();
        boolean valid =
                isWellFormed(digits)
                        && checkDigit(digits.substring(0, digits.length() - 1))
                                == digits.charAt(digits.length() - 1);
        return valid ? Optional.of(new Gtin(digits)) : Optional.empty();
    }

    /// The check digit for the digits before it: weights 3, 1, 3, ... from the right, modulo 10.
    public static char checkDigit(String digitsBefore) {
        int sum = 0;
        for (int i = 0; i < digitsBefore.length(); i++) {
            int digit = digitsBefore.charAt(digitsBefore.length() - 1 - i) - '0';
            sum += i % 2 == 0 ? 3 * digit : digit;
        }
        return (char) ('0' + (10 - sum % 10) % 10);
    }

    private static String shortest(String digits) {
        String padded = "0".repeat(14 - digits.length()) + digits;
        for (int length : new int[] {8, 12, 13}) {
            if (padded.substring(0, 14 - length).chars().allMatch(c -> c == '0')) {
                return padded.substring(14 - length);
            }
        }
        return padded;
    }

    @Override
    public int compareTo(Gtin other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
