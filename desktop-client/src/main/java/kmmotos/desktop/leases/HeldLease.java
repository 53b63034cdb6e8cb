package kmmotos.desktop.leases;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import kmmotos.model.leases.Lease;
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

    /// As it is when the till takes or renews it.
    public static HeldLease taken(Lease lease, Instant at) {
        return new HeldLease(
                lease.leaseId(),
                lease.subject(),
                lease.granted(),
                lease.used(),
                at.plus(lease.length()),
                at,
                lease.expiresAt());
    }

    /// A fact names it, and the till does not remember that it took it: that stood in a part of the
    /// journal which is no longer kept. What it was on is not known any more; it has ended.
    public static HeldLease forgotten(UUID leaseId, Instant at) {
        LeaseSubject unknown = LeaseSubject.coupon(leaseId.toString());
        return new HeldLease(leaseId, unknown, 0, 0, at, at, at);
    }

    /// Renewed, if the till held it before. What the server had heard of its use counts too: a till
    /// that was set back does not remember its own.
    public HeldLease after(HeldLease before) {
        return using(Math.max(0, before.used - used));
    }

    public HeldLease using(long amount) {
        return new HeldLease(leaseId, subject, granted, used + amount, endsAt, seenAt, toldUntil);
    }

    /// A fact was written down at this time.
    public HeldLease seen(Instant at) {
        return at.isAfter(seenAt)
                ? new HeldLease(leaseId, subject, granted, used, endsAt, at, toldUntil)
                : this;
    }

    public long left() {
        return Math.max(0, granted - used);
    }

    public boolean hasEnded(Instant now) {
        return !now.isBefore(endsAt);
    }

    /// Whether it ended so long ago that no sale which was looked at before is still to be written
    /// down. A clock that has gone backwards can't say, so it has.
    public boolean isLongOver(Instant now, Duration margin) {
        return hasEnded(now.minus(margin)) || now.plus(margin).isBefore(seenAt);
    }

    /// Whether it may be used at a moment. A clock that has gone backwards can't say whether the
    /// lease has ended, so it has.
    public boolean isUsableAt(Instant now) {
        return !hasEnded(now) && !now.isBefore(seenAt);
    }
}
