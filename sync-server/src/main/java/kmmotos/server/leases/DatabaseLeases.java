package kmmotos.server.leases;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kmmotos.model.leases.CardBalance;
import kmmotos.model.leases.LeaseSubject;
import kmmotos.model.stores.DeviceId;
import kmmotos.model.stores.Till;
import kmmotos.server.storage.Sql;
import kmmotos.server.sync.EventStore;
import kmmotos.server.sync.NewEvent;
import org.hibernate.StatelessSession;

/// Accounts and leases in PostgreSQL, within one transaction: hands each question to the store that
/// keeps the answer.
public final class DatabaseLeases implements LeaseTables {

    private final StatelessSession session;
    private final LeaseStore leases = new LeaseStore();

    public DatabaseLeases(StatelessSession session) {
        this.session = session;
    }

    @Override
    public Optional<Balance> lock(LeaseSubject subject) {
        return Balance.lock(session, subject);
    }

    @Override
    public boolean hold(LeaseSubject subject, long amount) {
        return Balance.hold(session, subject, amount);
    }

    @Override
    public void letGo(LeaseSubject subject, long amount) {
        Balance.letGo(session, subject, amount);
    }

    @Override
    public Optional<LeaseSubject> subjectOf(UUID leaseId) {
        return leases.subjectOf(session, leaseId);
    }

    @Override
    public Optional<KeptLease> find(UUID leaseId) {
        return leases.lock(session, leaseId);
    }

    @Override
    public List<KeptLease> open(DeviceId device) {
        return leases.open(session, device);
    }

    @Override
    public List<UUID> withdrawn(DeviceId device) {
        return leases.withdrawn(session, device);
    }

    @Override
    public void add(Till till, KeptLease lease) {
        leases.add(session, till, lease);
    }

    @Override
    public void change(KeptLease lease) {
        leases.change(session, lease);
    }

    @Override
    public void close(UUID leaseId, Instant now, Optional<ClosedBy> by) {
        leases.close(session, leaseId, now, by);
    }

    @Override
    public LeaseTerms terms() {
        return LeaseTerms.read(session);
    }

    @Override
    public List<CreditSlice> due(Till till, LeaseTerms terms, Instant now) {
        return leases.due(session, till, terms, now);
    }

    @Override
    public void book(List<AccountStore.Line> lines) {
        AccountStore.book(session, lines);
    }

    @Override
    public Optional<CardBalance> card(UUID cardId) {
        return AccountStore.balance(session, cardId);
    }

    @Override
    public String name(LeaseSubject subject) {
        return AccountStore.name(session, subject);
    }

    @Override
    public void raise(NewEvent event, String cause, Instant now) {
        EventStore.raise(session, event.till(), event.entry(), LeaseEffect.OVERUSED, cause, now);
    }

    @Override
    public boolean tellMore(UUID eventId, String cause) {
        return Sql.update(
                        session,
                        "update event_exception set cause = ? where event_id = ? and code = ?"
                                + " and solved_at is null",
                        cause,
                        eventId,
                        LeaseEffect.OVERUSED)
                > 0;
    }
}
