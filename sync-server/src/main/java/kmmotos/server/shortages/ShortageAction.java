package kmmotos.server.shortages;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import kmmotos.model.catalog.Sku;
import kmmotos.model.money.Quantity;
import kmmotos.model.stores.StoreId;

/// Something that somebody did about a case. It is never changed.
///
/// @param store the other store, if one takes part
/// @param sku the substitute, if there is one
/// @param note what the customer or the other store is told; may be empty
record ShortageAction(
        UUID actionId,
        Kind kind,
        Optional<UUID> orderId,
        Optional<StoreId> store,
        Optional<Sku> sku,
        Optional<Quantity> quantity,
        String note,
        UUID staffId,
        Instant at) {

    enum Kind {
        ASK_STORE,
        MOVE_ORDER,
        SUBSTITUTE,
        CANCEL_ORDER;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Kind parse(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }
}
