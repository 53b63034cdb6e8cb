package kmmotos.model.sales;

import java.util.UUID;
import kmmotos.model.money.Money;

/// The seal on a closed shift. It names the range of the journal it sums up, so that the server can
/// prove it.
///
/// @param number runs without gaps per till
/// @param incarnation the journal the range lies in
/// @param fromSeq the shift's opening; 1 if that journal does not hold it
/// @param toSeq the last entry before the closing; 0 if there is none in that journal
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
        if (fromSeq < 1 || toSeq < fromSeq - 1) {
            throw new IllegalArgumentException(
                    "the range must run forward from 1, was %d to %d".formatted(fromSeq, toSeq));
        }
    }

    /// Counted less expected: below 0 something is missing.
    public Money difference() {
        return countedCash.minus(expectedCash);
    }
}
