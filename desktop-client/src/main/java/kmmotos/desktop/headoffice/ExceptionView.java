package kmmotos.desktop.headoffice;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kmmotos.model.catalog.Sku;
import kmmotos.model.money.Money;
import kmmotos.model.stores.StoreId;

/// A fact that waits for a person, as the server tells of it.
///
/// @param cause the server's own words
public record ExceptionView(
        UUID exceptionId,
        StoreId store,
        String code,
        String cause,
        Instant raisedAt,
        boolean mayBeTriedAgain,
        Concern concerns) {

    /// @param kind the fact's type
    public record Concern(
            String kind,
            Optional<String> receipt,
            Optional<Money> amount,
            Optional<Integer> zNumber,
            List<Sku> skus) {

        public Concern {
            skus = List.copyOf(skus);
        }
    }

    /// Whether it may be booked on an order that people name.
    public boolean isAboutAnUnknownOrder() {
        return code.equals("unknown_order");
    }
}
