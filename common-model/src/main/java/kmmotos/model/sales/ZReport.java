package kmmotos.model.sales;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kmmotos.model.money.Money;
import kmmotos.model.shifts.CountedPieces;
import kmmotos.model.shifts.ForeignCount;

/// The seal on a closed shift. It names the range of the journal it sums up, so that the server can
/// prove it.
///
/// @param number runs without gaps per till
/// @param incarnation the journal the range lies in
/// @param fromSeq the shift's opening; 1 if that journal does not hold it
/// @param toSeq the last entry before the closing; 0 if there is none in that journal
/// @param expectedCash the float and all cash taken
/// @param countedCash what was in the drawer
/// @param pieces the notes and coins that it was; empty if only their sum was told
/// @param foreign the foreign cash that was taken and counted, by currency
/// @param goesOnAs the shift as which it goes on at another register; then nothing is counted
public record ZReport(
        int number,
        UUID shiftId,
        UUID incarnation,
        long fromSeq,
        long toSeq,
        ShiftTotals totals,
        Money expectedCash,
        Money countedCash,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) @JsonSetter(nulls = Nulls.AS_EMPTY)
                List<CountedPieces> pieces,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) Optional<UUID> goesOnAs,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) @JsonSetter(nulls = Nulls.AS_EMPTY)
                List<ForeignCount> foreign) {

    public ZReport {
        pieces = List.copyOf(pieces);
        foreign = List.copyOf(foreign);
        if (fromSeq < 1 || toSeq < fromSeq - 1) {
            throw new IllegalArgumentException(
                    "the range must run forward from 1, was %d to %d".formatted(fromSeq, toSeq));
        }
        Money ofPieces =
                Money.sum(pieces.stream().map(CountedPieces::sum).toList(), countedCash.currency());
        if (!pieces.isEmpty() && !ofPieces.equals(countedCash)) {
            throw new IllegalArgumentException(
                    "pieces of %s must be the counted %s".formatted(ofPieces, countedCash));
        }
    }

    public ZReport(
            int number,
            UUID shiftId,
            UUID incarnation,
            long fromSeq,
            long toSeq,
            ShiftTotals totals,
            Money expectedCash,
            Money countedCash,
            List<CountedPieces> pieces,
            Optional<UUID> goesOnAs) {
        this(
                number,
                shiftId,
                incarnation,
                fromSeq,
                toSeq,
                totals,
                expectedCash,
                countedCash,
                pieces,
                goesOnAs,
                List.of());
    }

    public ZReport(
            int number,
            UUID shiftId,
            UUID incarnation,
            long fromSeq,
            long toSeq,
            ShiftTotals totals,
            Money expectedCash,
            Money countedCash) {
        this(
                number,
                shiftId,
                incarnation,
                fromSeq,
                toSeq,
                totals,
                expectedCash,
                countedCash,
                List.of(),
                Optional.empty());
    }

    /// Whether programs of before there were cash movements can read it.
    public boolean isWithoutCashMovements() {
        return totals.cash().isEmpty() && pieces.isEmpty() && goesOnAs.isEmpty();
    }

    /// Whether programs of before foreign cash can read it.
    public boolean isWithoutForeignCash() {
        return totals.foreign().isEmpty() && foreign.isEmpty();
    }

    /// Counted less expected: below 0 something is missing.
    public Money difference() {
        return countedCash.minus(expectedCash);
    }
}
