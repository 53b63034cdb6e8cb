package kmmotos.model.shifts;

import kmmotos.model.money.Money;

/// Notes or coins of one worth, counted.
public record CountedPieces(Money worth, int count) {

    /// More notes of one kind don't fit into a drawer.
    public static final int MAX_COUNT = 9_999;

    public CountedPieces {
        if (!worth.isPositive() || count < 0 || count > MAX_COUNT) {
            throw new IllegalArgumentException(
                    "0 to %d pieces of some worth, was %d of %s"
                            .formatted(MAX_COUNT, count, worth));
        }
    }

    public Money sum() {
        return Money.ofMinor(Math.multiplyExact(worth.minor(), count), worth.currency());
    }
}
