package kmmotos.model.sales;

import java.util.UUID;
import kmmotos.model.money.Money;

/// The seal on a closed shift. It names the range of the journal it sums up, so that the server can
/// prove it.
///
/// @param number runs without gaps per till
/// @param incarnation the journal the range lies in
/// @param fromSeq the shift's opening
/// @param toSeq the last entry before the closing
/// @param expectedCash the float and all cash taken
/// @param countedCash what was in the drawer
public record ZReport(
        int number,
        UUID shiftId,
        UUID incarnation,
        long fromSeq,
        long toSeq,
        ShiftTotals totals,
        Money expectedCash,
        Money countedCash) {

    public ZReport {
        if (fromSeq < 1 || toSeq < fromSeq) {
            throw new IllegalArgumentException(
                    "the range must run forward from 1, was %d to %d".formatted(fromSeq, toSeq));
        }
    }

    /// Where a report's range begins. The shift's opening may be gone with a damaged journal, and
    /// its number be one of the journal before; then the range is all that is left.
    public static long rangeStart(long openingSeq, long toSeq) {
        return openingSeq <= toSeq ? openingSeq : 1;
    }

    /// Counted less expected: below 0 something is missing.
    public Money difference() {
        return countedCash.minus(expectedCash);
    }
}
