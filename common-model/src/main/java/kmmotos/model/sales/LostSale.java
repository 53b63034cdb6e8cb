package kmmotos.model.sales;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import kmmotos.model.catalog.Sku;
import kmmotos.model.money.Quantity;
import kmmotos.model.stores.DeviceId;
import kmmotos.model.stores.StoreId;

/// Something a customer wanted and did not get: a missing part must not become nothing at all.
///
/// @param day of the shift, or by the store's clock if none is open
/// @param sku absent if the chain does not sell it
/// @param words what was asked for, or what else is to be said; not empty without a SKU
public record LostSale(
        UUID lostSaleId,
        StoreId store,
        DeviceId device,
        LocalDate day,
        Instant at,
        UUID staffId,
        Optional<UUID> customerId,
        Optional<Sku> sku,
        String words,
        Quantity quantity,
        Reason reason) {

    public static final int MAX_WORDS = 200;

    public enum Reason {
        NO_STOCK,
        TOO_EXPENSIVE,
        NOT_LISTED,
        OTHER
    }

    public LostSale {
        if (!quantity.isPositive()) {
            throw new IllegalArgumentException("somebody wants more than 0, was " + quantity);
        }
        if (words.length() > MAX_WORDS || (sku.isEmpty() && words.isBlank())) {
            throw new IllegalArgumentException(
                    "an article, or words of at most %d letters, was %d"
                            .formatted(MAX_WORDS, words.length()));
        }
    }
}
