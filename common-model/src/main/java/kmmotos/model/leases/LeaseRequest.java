package kmmotos.model.leases;

import java.util.UUID;

/// A till asks for a lease. Sent again with the same id, it is the same request.
///
/// @param leaseId made by the till
/// @param wanted at most so much: minor units, or uses
public record LeaseRequest(UUID leaseId, LeaseSubject subject, long wanted) {

    public LeaseRequest {
        if (wanted <= 0) {
            throw new IllegalArgumentException("a lease is on more than 0, was " + wanted);
        }
    }
}
