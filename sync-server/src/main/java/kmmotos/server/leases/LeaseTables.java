package kmmotos.server.leases;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kmmotos.model.leases.CardBalance;
import kmmotos.model.leases.LeaseSubject;
import kmmotos.model.stores.DeviceId;
import kmmotos.model.stores.Till;
import kmmotos.server.sync.NewEvent;

/// Accounts and leases within one transaction: in PostgreSQL, or in a simulation's memory; one
/// suite of tests holds both to the same contract. The rules are not in here but in [Leases] and
/// [LeaseEffect]: tables keep and find, nothing else.
public interface LeaseTables {

    /// What there is of a subject, held until the transaction ends; empty if there is none.
    Optional<Balance> lock(LeaseSubject subject);

    /// Sets so much aside, if so much is free. Answers whether it was.
    boolean hold(LeaseSubject subject, long amount);

    /// What a lease held is used, or given back.
    void letGo(LeaseSubject subject, long amount);

    /// What a lease is on, for those who lock that before the lease.
    Optional<LeaseSubject> subjectOf(UUID leaseId);

    /// A lease of whichever till, held until the transaction ends.
    Optional<KeptLease> find(UUID leaseId);

    /// The leases of a till that nobody has closed, in the order of their ids.
    List<KeptLease> open(DeviceId device);

    /// Those of a till's open leases that head office lets nobody use any more, in the same order.
    List<UUID> withdrawn(DeviceId device);

    void add(Till till, KeptLease lease);

    /// What is granted, used and told of a lease that is kept.
    void change(KeptLease lease);

    /// @param by the person, if it is not the till that ends it
    void close(UUID leaseId, Instant now, Optional<ClosedBy> by);

    /// A person who closes the lease of a till that will never release it.
    ///
    /// @param note why
    record ClosedBy(UUID staffId, String note) {}

    LeaseTerms terms();

    /// The till's parts of credit that are to be given or renewed, of customers whose home is its
    /// store. Uploads of the till wait until the transaction ends, so what is left on its leases
    /// stays as it is read here.
    List<CreditSlice> due(Till till, LeaseTerms terms, Instant now);

    /// Books what tenders moved, and opens accounts that nobody heard of before.
    void book(List<AccountStore.Line> lines);

    /// What is on a gift card, and how much of it tills hold.
    Optional<CardBalance> card(UUID cardId);

    /// Whose account it is, for people.
    String name(LeaseSubject subject);

    /// Puts an event on the work list, see [LeaseEffect#OVERUSED].
    void raise(NewEvent event, String cause, Instant now);

    /// Tells more of an item that still waits on the work list. Answers whether it does.
    boolean tellMore(UUID eventId, String cause);
}
