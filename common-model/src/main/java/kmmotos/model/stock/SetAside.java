package kmmotos.model.stock;

import java.time.Instant;
import java.util.Comparator;
import java.util.UUID;
import kmmotos.model.catalog.Sku;
import kmmotos.model.money.Quantity;
import kmmotos.model.stores.StoreId;

/// A shop keeps so many pieces of an item for the online shop: they are sold online even while the
/// shop is not heard of. It replaces what the shop decided of the item before; of two decisions the
/// later one holds, in whatever order they arrive.
///
/// @param quantity 0: nothing is kept any more
/// @param until then it ends by itself
/// @param decidedAt the till's clock
public record SetAside(
        UUID setAsideId,
        StoreId store,
        Sku sku,
        Quantity quantity,
        Instant until,
        Instant decidedAt,
        UUID decidedBy) {

    public static final Comparator<SetAside> BY_DECISION =
            Comparator.comparing(SetAside::decidedAt).thenComparing(SetAside::setAsideId);

    public SetAside {
        if (quantity.isNegative()) {
            throw new IllegalArgumentException("nobody sets aside less than 0, was " + quantity);
        }
        if (!until.isAfter(decidedAt)) {
            throw new IllegalArgumentException(
                    "it ends after it was decided, was %s to %s".formatted(decidedAt, until));
        }
    }

    public Quantity at(Instant moment) {
        return moment.isBefore(until) ? quantity : Quantity.ZERO;
    }
}
