package kmmotos.simulation.till;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import kmmotos.desktop.leases.HeldLease;
import kmmotos.desktop.leases.LeaseStore;
import kmmotos.model.leases.Lease;
import kmmotos.model.sales.Sale;
import kmmotos.simulation.till.TillState.KnownLease;

/// The leases that a till holds, in memory.
record MemoryLeases(TillState state) {

    void taken(Lease lease, Instant at) {
        KnownLease taken = new KnownLease(HeldLease.taken(lease, at), false);
        KnownLease before = state.leases.get(lease.leaseId(), taken);
        state.leases.put(
                lease.leaseId(),
                new KnownLease(taken.lease().after(before.lease()), before.released()));
    }

    void used(Sale sale, Instant at) {
        sale.couponLeases().forEach(leaseId -> use(leaseId, 1, at));
        sale.tenders()
                .forEach(tender ->
                        LeaseStore.leaseOf(tender)
                                .ifPresent(leaseId -> use(leaseId, tender.amount().minor(), at)));
    }

    private void use(UUID leaseId, long amount, Instant at) {
        change(leaseId, at, known -> new KnownLease(known.lease().using(amount), known.released()));
    }

    void released(UUID leaseId, Instant at) {
        change(leaseId, at, known -> new KnownLease(known.lease(), true));
    }

    private void change(UUID leaseId, Instant at, UnaryOperator<KnownLease> how) {
        state.leases.update(leaseId, new KnownLease(HeldLease.forgotten(leaseId, at), false), how);
    }

    void seen(Instant at) {
        List<Map.Entry<UUID, KnownLease>> changed =
                state.leases.rows().entrySet().stream()
                        .filter(known -> !known.getValue().released())
                        .filter(known -> known.getValue().lease().seenAt().isBefore(at))
                        .toList();
        changed.forEach(known ->
                state.leases.put(
                        known.getKey(), new KnownLease(known.getValue().lease().seen(at), false)));
    }

    Optional<HeldLease> find(UUID leaseId) {
        return state.leases.get(leaseId).filter(known -> !known.released()).map(KnownLease::lease);
    }

    List<HeldLease> open() {
        return state.leases.values().stream()
                .filter(known -> !known.released())
                .map(KnownLease::lease)
                .sorted(
                        Comparator.comparing(HeldLease::endsAt)
                                .thenComparing(lease -> lease.leaseId().toString()))
                .toList();
    }
}
