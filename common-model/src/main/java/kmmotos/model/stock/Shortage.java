package kmmotos.model.stock;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kmmotos.model.catalog.Sku;
import kmmotos.model.money.Quantity;
import kmmotos.model.stores.StoreId;

/// A store has promised more of an item than it has: an oversell case, open from when `on hand`
/// fell below `reserved` until it no longer is.
///
/// @param elsewhere what other stores could give when this was told, the best to ask first
public record Shortage(
        UUID caseId,
        StoreId store,
        Sku sku,
        Instant openedAt,
        Optional<Instant> closedAt,
        List<Elsewhere> elsewhere) {

    public Shortage {
        elsewhere = List.copyOf(elsewhere);
    }

    /// @param available more than 0
    public record Elsewhere(StoreId store, Quantity available) {}
}
