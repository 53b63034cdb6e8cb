package kmmotos.desktop.receipts;

import java.util.ArrayList;
import java.util.List;

/// CODE128 in set B (ISO/IEC 15417), for showing a receipt's barcode on the screen; a printer draws
/// its own.
public final class Code128 {

    private static final int START_B = 104;
    private static final int STOP = 106;

    /// Written as the control character GS, as scanners send it.
    private static final int FNC1 = 102;

    private static final int CHECK_MODULUS = 103;

    /// The widths of bar, space, bar, ... of each symbol.
    private static final List<String> SYMBOLS =
            List.of(
                    ("212222 222122 222221 121223 121322 131222 122213 122312 132212 221213 221312 "
                                    + "231212 112232 122132 122231 113222 123122 123221 223211 "
                                    + "221132 221231 213212 223112 312131 311222 321122 321221 "
                                    + "312212 322112 322211 212123 212321 232121 111323 131123 "
                                    + "131321 112313 132113 132311 211313 231113 231311 112133 "
                                    + "112331 132131 113123 113321 133121 313121 211331 231131 "
                                    + "213113 213311 213131 311123 311321 331121 312113 312311 "
                                    + "332111 314111 221411 431111 111224 111422 121124 121421 "
                                    + "141122 141221 112214 112412 122114 122411 142112 142211 "
                                    + "241211 221114 413111 241112 134111 111242 121142 121241 "
                                    + "114212 124112 124211 411212 421112 421211 212141 214121 "
                                    + "412121 111143 111341 131141 114113 114311 411113 411311 "
                                    + "113141 114131 311141 411131 211412 211214 211232 2331112")
                            .split(" ", -1));

    private Code128() {}

    /// The widths in modules of bar, space, bar, ..., the first and the last a bar.
    ///
    /// @param text printable ASCII, and GS for FNC1
    public static List<Integer> widths(String text) {
        var values = new ArrayList<Integer>();
        values.add(START_B);
        text.chars().forEach(letter -> values.add(value(letter)));
        int check = START_B;
        for (int i = 1; i < values.size(); i++) {
            check += i * values.get(i);
        }
        values.add(check % CHECK_MODULUS);
        values.add(STOP);
        return values.stream()
                .flatMap(value -> SYMBOLS.get(value).chars().mapToObj(width -> width - '0'))
                .toList();
    }

    private static int value(int letter) {
        if (letter == '\u001D') {
            return FNC1;
        }
        if (letter < ' ' || letter > '~') {
            throw new IllegalArgumentException(
                    "a barcode holds printable ASCII, was U+%04X".formatted(letter));
        }
        return letter - ' ';
    }
}
