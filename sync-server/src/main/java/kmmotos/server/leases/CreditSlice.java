package kmmotos.server.leases;

import java.util.Optional;
import java.util.UUID;
import kmmotos.model.leases.LeaseSubject;

/// A till's part of a customer's credit that is to be given or renewed.
///
/// @param size how much the till is to have
/// @param leaseId the one it has
/// @param left what is left on that
public record CreditSlice(LeaseSubject subject, long size, Optional<UUID> leaseId, long left) {}
