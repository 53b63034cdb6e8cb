package kmmotos.desktop.leases;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Currency;
import java.util.Optional;
import java.util.UUID;
import kmmotos.model.leases.LeaseKind;
import kmmotos.model.leases.LeaseSubject;

@Entity
@Table(name = "lease")
class LeaseRow {
    @Id UUID leaseId;
    String kind;
    String subject;
    String currency;
    long granted;
    long used;
    Instant takenAt;
    Instant endsAt;
    Instant seenAt;
    Instant toldUntil;
    boolean released;

    @SuppressWarnings("NullAway.Init") // filled by Hibernate
    LeaseRow() {}

    LeaseRow(HeldLease lease, Instant at) {
        leaseId = lease.leaseId();
        kind = lease.subject().kind().name();
        subject = lease.subject().id();
        currency = lease.subject().currency().map(Currency::getCurrencyCode).orElse("");
        granted = lease.granted();
        used = lease.used();
        takenAt = at;
        endsAt = lease.endsAt();
        seenAt = lease.seenAt();
        toldUntil = lease.toldUntil();
    }

    HeldLease toHeldLease() {
        return new HeldLease(
                leaseId,
                new LeaseSubject(
                        LeaseKind.valueOf(kind),
                        subject,
                        currency.isEmpty()
                                ? Optional.empty()
                                : Optional.of(Currency.getInstance(currency))),
                granted,
                used,
                endsAt,
                seenAt,
                toldUntil);
    }
}
