package kmmotos.desktop.headoffice;

import java.time.Instant;
import java.util.Optional;
import kmmotos.model.money.Money;
import kmmotos.model.purchasing.SupplierReturn;

/// Goods that a shop gave back to a supplier, as the server keeps it.
///
/// @param state `sent`, or `credited`
/// @param value what they cost on average, if that is known
public record SupplierReturnView(
        SupplierReturn goods,
        String state,
        Optional<Money> value,
        Optional<Instant> creditedAt,
        String note) {

    boolean isOpen() {
        return state.equals("sent");
    }
}
