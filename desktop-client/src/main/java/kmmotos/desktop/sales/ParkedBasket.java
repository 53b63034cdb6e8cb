package kmmotos.desktop.sales;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import kmmotos.model.pricing.Basket;

/// A basket that waits for its customer to come back. It has no receipt number and is no fact yet.
///
/// @param label what to know it by, e.g. the customer's name
public record ParkedBasket(
        UUID basketId,
        String label,
        Instant parkedAt,
        UUID staffId,
        Optional<UUID> customerId,
        Basket basket) {}
