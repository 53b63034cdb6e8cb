package kmmotos.server.shortages;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import kmmotos.model.catalog.Sku;
import kmmotos.model.money.Quantity;
import kmmotos.model.stores.StoreId;
import kmmotos.server.stock.LineName;

/// An oversell case with the store's figures of now.
record ShortageCase(
        UUID caseId,
        StoreId store,
        Sku sku,
        Optional<LineName> name,
        Instant openedAt,
        Optional<Instant> closedAt,
        Quantity onHand,
        Quantity reserved) {

    boolean isOpen() {
        return closedAt.isEmpty();
    }

    /// How many are missing; 0 if there are enough again.
    Quantity missing() {
        Quantity missing = reserved.minus(onHand);
        return missing.isNegative() ? Quantity.ZERO : missing;
    }
}
