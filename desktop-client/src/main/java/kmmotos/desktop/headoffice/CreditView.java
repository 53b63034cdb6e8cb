package kmmotos.desktop.headoffice;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kmmotos.model.leases.LeaseKind;
import kmmotos.model.money.Money;
import kmmotos.model.stores.StoreId;

/// Credit, and what tills hold of it, of gift cards and coupons, as the server tells it.
public record CreditView(List<Account> accounts, List<Held> held) {

    /// @param owes what was bought on account and is not paid
    public record Account(
            UUID customerId,
            String name,
            Money limit,
            Money owes,
            Money held,
            Optional<StoreId> homeStore,
            boolean blocked) {}

    /// What head office decides of a customer's credit.
    ///
    /// @param note why
    record Decision(
            UUID customerId,
            Money limit,
            Optional<StoreId> homeStore,
            boolean blocked,
            String note) {}

    /// A lease that is open.
    ///
    /// @param holds absent for a coupon
    /// @param late whether it expired and the till has not released it
    public record Held(
            UUID leaseId,
            StoreId store,
            int till,
            LeaseKind kind,
            String whose,
            Optional<Money> holds,
            long uses,
            Instant expiresAt,
            boolean late) {}
}
