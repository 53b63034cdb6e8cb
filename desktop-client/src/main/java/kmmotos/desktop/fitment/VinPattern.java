package kmmotos.desktop.fitment;

import java.util.Optional;
import kmmotos.model.fitment.Vin;

/// A row of the VIN table: what the letters from the fourth to the eighth, and after `|` those from
/// the tenth on, say in some years. `*` is any letter, `[A1-3]` one of these, `#` a digit; what is
/// not written does not matter.
///
/// @param yearTo the last year; empty means it still holds
record VinPattern(int yearFrom, Optional<Integer> yearTo, String keys, String model) {

    private static final int FIRST = 3;
    private static final int SECOND = 9;

    static VinPattern parse(String line) {
        String[] parts = line.split("\t", -1);
        return new VinPattern(
                Integer.parseInt(parts[0]),
                parts[1].isEmpty() ? Optional.empty() : Optional.of(Integer.valueOf(parts[1])),
                parts[2],
                parts[3]);
    }

    boolean holdsIn(int year) {
        return yearFrom <= year && year <= yearTo.orElse(Integer.MAX_VALUE);
    }

    /// How many letters it asks for that the VIN has; -1 if one is another.
    int matches(Vin vin) {
        String letters = vin.value();
        int place = FIRST;
        int asked = 0;
        for (int i = 0; i < keys.length(); i++) {
            char key = keys.charAt(i);
            if (key == '|') {
                place = SECOND;
                continue;
            }
            int end = key == '[' ? keys.indexOf(']', i) : i;
            if (place >= Vin.LENGTH || !allows(keys.substring(i, end + 1), letters.charAt(place))) {
                return -1;
            }
            asked += key == '*' ? 0 : 1;
            place++;
            i = end;
        }
        return asked;
    }

    private static boolean allows(String key, char letter) {
        return switch (key.charAt(0)) {
            case '*' -> true;
            case '#' -> Character.isDigit(letter);
            case '[' -> isOneOf(key.substring(1, key.length() - 1), letter);
            default -> key.charAt(0) == letter;
        };
    }

    private static boolean isOneOf(String letters, char letter) {
        for (int i = 0; i < letters.length(); i++) {
            boolean isRange = i + 2 < letters.length() && letters.charAt(i + 1) == '-';
            char last = isRange ? letters.charAt(i + 2) : letters.charAt(i);
            if (letters.charAt(i) <= letter && letter <= last) {
                return true;
            }
            i += isRange ? 2 : 0;
        }
        return false;
    }
}
