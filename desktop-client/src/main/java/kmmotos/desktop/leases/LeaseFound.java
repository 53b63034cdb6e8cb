package kmmotos.desktop.leases;

import java.util.UUID;

/// What came of looking for a lease; amounts are minor units or uses.
public sealed interface LeaseFound {
    record Held(UUID leaseId, long left) implements LeaseFound {}

    /// The server knows no such card, credit or coupon.
    record Unknown() implements LeaseFound {}

    /// All is used, or held by other tills.
    ///
    /// @param held by other tills
    record NothingLeft(long held) implements LeaseFound {}

    /// Head office lets nobody use it.
    record Blocked() implements LeaseFound {}

    /// The server can't be asked, and this till holds nothing of it.
    record Offline() implements LeaseFound {}
}
