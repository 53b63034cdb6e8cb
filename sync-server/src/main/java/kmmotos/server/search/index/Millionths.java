package kmmotos.server.search.index;

import java.math.BigDecimal;
import java.math.RoundingMode;

/// Prices as whole numbers, which the index can compare.
public final class Millionths {

    private static final int DIGITS = 6;

    /// More than any price has, and in millionths still a `long`.
    static final BigDecimal MAX = new BigDecimal("1000000000000");

    private Millionths() {}

    public static long of(BigDecimal amount) {
        return amount.min(MAX)
                .setScale(DIGITS, RoundingMode.HALF_UP)
                .movePointRight(DIGITS)
                .longValueExact();
    }
}
