package kmmotos.model.scanning;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import kmmotos.model.money.Quantity;

/// One way to read a scanned code: what the article is looked up by, and what the label says of
/// these very goods.
///
/// @param code a GTIN, a SKU or a part number
/// @param serial of this piece
/// @param expires the last day
/// @param quantity how many or how much there is in it, above 0
/// @param price of what was weighed or packed, in the shop's money
public record Scanned(
        String code,
        Optional<String> serial,
        Optional<LocalDate> expires,
        Optional<Quantity> quantity,
        Optional<BigDecimal> price) {

    /// A code that says nothing but which article it is.
    public static Scanned plain(String code) {
        return new Scanned(
                code, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }
}
