package kmmotos.model.sales;

import java.time.Instant;
import java.util.UUID;
import kmmotos.model.catalog.Sku;
import kmmotos.model.money.Money;
import kmmotos.model.money.Quantity;

/// A line that was taken out of a basket before it was paid: kept, because it may be a slip or a
/// theft.
public record VoidedLine(
        UUID saleId,
        UUID shiftId,
        Instant at,
        UUID staffId,
        Sku sku,
        Quantity quantity,
        Money total) {}
