package kmmotos.server.leases;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import kmmotos.model.leases.LeaseSubject;
import kmmotos.server.storage.Sql;
import org.hibernate.StatelessSession;

/// What head office decided of an account, kept with who and why.
///
/// @param amount minor units: the new limit, or what was moved
/// @param to the card to which it was moved
record Decision(
        UUID decisionId,
        LeaseSubject subject,
        What what,
        Optional<Long> amount,
        Optional<LeaseSubject> to,
        UUID by,
        Instant at,
        String note) {

    enum What {
        LIMIT,
        BLOCK,
        UNBLOCK,
        MOVE
    }

    void save(StatelessSession session) {
        Sql.update(
                session,
                "insert into lease_account_decision (decision_id, kind, subject, currency, what,"
                        + " amount_minor, to_subject, decided_by, decided_at, note)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                decisionId,
                subject.kind().name(),
                subject.id(),
                Balance.currency(subject),
                what.name(),
                amount.orElse(null),
                to.map(LeaseSubject::id).orElse(null),
                by,
                at,
                note);
    }
}
