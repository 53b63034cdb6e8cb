package kmmotos.model.fitment;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/// A vehicle identification number (ISO 3779): 17 letters and digits without I, O and Q.
public record Vin(@JsonValue String value) {

    public static final int LENGTH = 17;

    private static final int CHECK_DIGIT = 8;
    private static final int YEAR = 9;
    private static final int CYCLE = 30;
    private static final int FIRST_YEAR = 1980;
    private static final String YEARS = "ABCDEFGHJKLMNPRSTVWXY123456789";
    private static final String LETTERS = "ABCDEFGH.JKLMN.P.R.STUVWXYZ";
    private static final int[] WEIGHTS = {8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2};

    @JsonCreator
    public Vin {
        if (!value.matches("[A-HJ-NPR-Z0-9]{17}")) {
            throw new IllegalArgumentException(
                    "a VIN has 17 letters and digits without I, O and Q, was \"" + value + "\"");
        }
    }

    /// The VIN that was typed, also in small letters and with blanks or hyphens.
    public static Optional<Vin> find(String typed) {
        String letters = typed.toUpperCase(Locale.ROOT).replaceAll("[\\s-]", "");
        boolean is = letters.matches("[A-HJ-NPR-Z0-9]{17}") && letters.matches(".*\\d.*");
        return is ? Optional.of(new Vin(letters)) : Optional.empty();
    }

    /// The maker's code, 3 letters; of a maker of few vehicles, whose third one is a 9, with the 3
    /// letters that tell it from the others (ISO 3780).
    public String maker() {
        String three = value.substring(0, 3);
        return three.charAt(2) == '9' ? three + value.substring(11, 14) : three;
    }

    /// Whether the ninth place holds the check digit that 49 CFR 565 asks for in North America.
    /// Makers for other markets may put anything there.
    public boolean hasCheckDigit() {
        int sum = IntStream.range(0, LENGTH).map(i -> WEIGHTS[i] * number(value.charAt(i))).sum();
        return value.charAt(CHECK_DIGIT) == "0123456789X".charAt(sum % 11);
    }

    private static int number(char letter) {
        if (letter <= '9') {
            return letter - '0';
        }
        int at = LETTERS.indexOf(letter);
        return at < 9 ? at + 1 : at < 18 ? at - 8 : at - 17;
    }

    /// The model years that the tenth place may mean, the latest first: its letters come again
    /// after 30 years. Empty if it says none.
    ///
    /// @param latest no model of a later year is built yet
    public List<Integer> years(int latest) {
        int code = YEARS.indexOf(value.charAt(YEAR));
        if (code < 0) {
            return List.of();
        }
        int first = FIRST_YEAR + code;
        return IntStream.rangeClosed(0, Math.floorDiv(latest - first, CYCLE))
                .map(n -> first + CYCLE * n)
                .boxed()
                .toList()
                .reversed();
    }

    @Override
    public String toString() {
        return value;
    }
}
