package kmmotos.model.leases;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/// A part of a balance that is one till's alone until the lease ends: nobody else is given it
/// meanwhile, so the till may use it without asking.
///
/// @param granted in minor units of the subject's currency, or uses of a coupon
/// @param used what the server has booked of it; the till itself may know of more
/// @param grantedAt by the server's clock, when this was told
/// @param expiresAt by the server's clock; the till may use it for as long as lies between
public record Lease(
        UUID leaseId,
        LeaseSubject subject,
        long granted,
        long used,
        Instant grantedAt,
        Instant expiresAt) {

    public Lease {
        if (granted <= 0 || used < 0) {
            throw new IllegalArgumentException(
                    "a lease grants more than 0 and is used from 0, was %d, %d"
                            .formatted(granted, used));
        }
        if (!expiresAt.isAfter(grantedAt)) {
            throw new IllegalArgumentException(
                    "a lease ends after it begins, was %s to %s".formatted(grantedAt, expiresAt));
        }
    }

    /// For how long the till may use it, by whatever clock it has.
    public Duration length() {
        return Duration.between(grantedAt, expiresAt);
    }
}
