package kmmotos.model.catalog;

import java.text.Normalizer;
import java.util.Locale;

/// A part number as one compares it: letters and digits only, in upper case, without accents.
///
/// `14_00021 / 700102/12`, `1400021-700102-12` and `1400021 70010212` are the same number.
public final class PartNumber {

    private PartNumber() {}

    /// The comparable form of what was typed; empty if it holds no letter or digit.
    public static String normalized(String written) {
        return Normalizer.normalize(written, Normalizer.Form.NFKD)
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()
                .toUpperCase(Locale.ROOT);
    }
}
