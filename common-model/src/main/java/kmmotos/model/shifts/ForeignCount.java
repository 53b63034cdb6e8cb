package kmmotos.model.shifts;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.List;
import kmmotos.model.money.Money;

/// What there was of one foreign currency when a drawer was counted.
///
/// @param expected what the shift took of it
/// @param pieces the notes and coins that it was; empty if only their sum was told
public record ForeignCount(
        Money expected,
        Money counted,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) @JsonSetter(nulls = Nulls.AS_EMPTY)
                List<CountedPieces> pieces) {

    public ForeignCount {
        pieces = List.copyOf(pieces);
        Money ofPieces =
                Money.sum(pieces.stream().map(CountedPieces::sum).toList(), counted.currency());
        if (!expected.currency().equals(counted.currency())
                || (!pieces.isEmpty() && !ofPieces.equals(counted))) {
            throw new IllegalArgumentException(
                    "pieces of %s must be the counted %s of %s"
                            .formatted(ofPieces, counted, expected));
        }
    }

    /// Counted less expected: below 0 something is missing.
    public Money difference() {
        return counted.minus(expected);
    }
}
