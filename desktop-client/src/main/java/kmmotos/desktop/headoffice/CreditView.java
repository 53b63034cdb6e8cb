package kmmotos.desktop.headoffice;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kmmotos.model.leases.LeaseKind;
import kmmotos.model.money.Money;
import kmmotos.model.stores.StoreId;

/// Credit, gift cards and what tills hold of both, as the server tells it.
///
/// @param owed what is on gift cards, by currency
public record CreditView(List<OnCards> owed, List<Account> accounts, List<Held> held) {

    /// @param cards with money on them
    public record OnCards(long cards, Money owed, Money held) {}

    /// @param owes what was bought on account and is not paid
    public record Account(
            UUID customerId,
            String name,
            Money limit,
            Money owes,
            Money held,
            Optional<StoreId> homeStore,
            boolean blocked) {}

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
