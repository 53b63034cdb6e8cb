package kmmotos.server.leases;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import kmmotos.model.leases.Lease;
import kmmotos.model.stores.DeviceId;

/// A lease as the server keeps it.
///
/// @param lease with what is booked of it; it may be used beyond what is granted
/// @param device whose it is
/// @param standing whether it was given beforehand
/// @param overuseEvent the event that first used too much of it
public record KeptLease(
        Lease lease, DeviceId device, boolean standing, boolean open, Optional<UUID> overuseEvent) {

    static KeptLease granted(Lease lease, DeviceId device, boolean standing) {
        return new KeptLease(lease, device, standing, true, Optional.empty());
    }

    /// What it still keeps from others.
    public long held() {
        return open ? Math.max(0, lease.granted() - lease.used()) : 0;
    }

    private KeptLease as(Lease changed) {
        return new KeptLease(changed, device, standing, open, overuseEvent);
    }

    KeptLease using(long amount) {
        return as(
                new Lease(
                        lease.leaseId(),
                        lease.subject(),
                        lease.granted(),
                        lease.used() + amount,
                        lease.grantedAt(),
                        lease.expiresAt()));
    }

    /// Holds so much more, also if more was used than it held.
    KeptLease renewed(long more, Instant now, Instant expiresAt) {
        return as(
                new Lease(
                        lease.leaseId(),
                        lease.subject(),
                        Math.max(lease.granted(), lease.used()) + more,
                        lease.used(),
                        now,
                        expiresAt));
    }

    KeptLease overusedBy(UUID eventId) {
        return new KeptLease(lease, device, standing, open, Optional.of(eventId));
    }
}
