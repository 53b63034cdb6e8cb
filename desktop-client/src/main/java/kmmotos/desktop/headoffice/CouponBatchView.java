package kmmotos.desktop.headoffice;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import kmmotos.model.money.Money;
import kmmotos.model.pricing.Discount;
import kmmotos.model.stores.StoreId;

/// Signed coupons that were issued together.
public record CouponBatchView(
        UUID batchId, Terms batch, Instant issuedAt, long used, Optional<Instant> withdrawnAt) {

    /// @param store the only one that takes them
    public record Terms(
            String name,
            Discount discount,
            Optional<Money> minimum,
            Optional<LocalDate> from,
            LocalDate until,
            Optional<StoreId> store,
            int count) {}
}
