package kmmotos.desktop.leases;

import java.time.Instant;
import java.util.UUID;
import kmmotos.model.leases.LeaseSubject;

/// A lease as this till holds it; amounts are minor units or uses, times are the till's clock.
///
/// @param used by this till's facts, or by what the server had heard when it was taken, whichever
///   is more
/// @param toldUntil when it ends by the server's clock
/// @param seenAt the latest time any fact was written down since it was taken
public record HeldLease(
        UUID leaseId,
        LeaseSubject subject,
        long granted,
        long used,
        Instant endsAt,
        Instant seenAt,
        Instant toldUntil) {

    public long left() {
        return Math.max(0, granted - used);
    }

    public boolean hasEnded(Instant now) {
        return !now.isBefore(endsAt);
    }

    /// Whether it may be used at a moment. A clock that has gone backwards can't say whether the
    /// lease has ended, so it has.
    public boolean isUsableAt(Instant now) {
        return !hasEnded(now) && !now.isBefore(seenAt);
    }
}
