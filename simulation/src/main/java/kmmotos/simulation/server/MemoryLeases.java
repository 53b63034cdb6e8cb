package kmmotos.simulation.server;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kmmotos.model.leases.CardBalance;
import kmmotos.model.leases.Lease;
import kmmotos.model.leases.LeaseKind;
import kmmotos.model.leases.LeaseSubject;
import kmmotos.model.money.Money;
import kmmotos.model.stores.DeviceId;
import kmmotos.model.stores.StoreId;
import kmmotos.model.stores.Till;
import kmmotos.server.leases.AccountStore;
import kmmotos.server.leases.Balance;
import kmmotos.server.leases.CreditSlice;
import kmmotos.server.leases.KeptLease;
import kmmotos.server.leases.LeaseEffect;
import kmmotos.server.leases.LeaseTables;
import kmmotos.server.leases.LeaseTerms;
import kmmotos.server.sync.NewEvent;
import kmmotos.simulation.server.ServerState.Account;

/// Accounts and leases in memory.
final class MemoryLeases implements LeaseTables {

    private static final LeaseTerms TERMS = new LeaseTerms(20, 7, 240);

    private final ServerState state;
    private final MemoryTables tables;

    MemoryLeases(ServerState state, MemoryTables tables) {
        this.state = state;
        this.tables = tables;
    }

    @Override
    public Optional<Balance> lock(LeaseSubject subject) {
        long held = state.held.get(ServerState.key(subject), 0L);
        return subject.kind() == LeaseKind.COUPON
                ? state.coupons
                        .get(subject.id())
                        .map(known ->
                                new Balance(
                                        known.coupon().maxUses().orElse(Integer.MAX_VALUE)
                                                - known.uses(),
                                        held,
                                        !known.coupon().active()))
                : state.accounts
                        .get(ServerState.key(subject))
                        .map(account -> new Balance(account.total(), held, false));
    }

    @Override
    public boolean hold(LeaseSubject subject, long amount) {
        boolean can =
                lock(subject)
                        .filter(balance -> balance.total() - balance.held() >= amount)
                        .isPresent();
        if (can) {
            addHeld(subject, amount);
        }
        return can;
    }

    @Override
    public void letGo(LeaseSubject subject, long amount) {
        if (amount != 0) {
            addHeld(subject, -amount);
        }
    }

    private void addHeld(LeaseSubject subject, long change) {
        state.held.update(ServerState.key(subject), 0L, held -> held + change);
    }

    @Override
    public Optional<LeaseSubject> subjectOf(UUID leaseId) {
        return find(leaseId).map(lease -> lease.lease().subject());
    }

    @Override
    public Optional<KeptLease> find(UUID leaseId) {
        return state.leases.get(leaseId);
    }

    @Override
    public List<KeptLease> open(DeviceId device) {
        return state.leases.values().stream()
                .filter(lease -> lease.open() && lease.device().equals(device))
                .sorted(Comparator.comparing(lease -> lease.lease().leaseId().toString()))
                .toList();
    }

    @Override
    public List<UUID> withdrawn(DeviceId device) {
        return open(device).stream()
                .map(KeptLease::lease)
                .filter(lease -> lock(lease.subject()).filter(Balance::blocked).isPresent())
                .map(Lease::leaseId)
                .toList();
    }

    @Override
    public void add(Till till, KeptLease lease) {
        if (state.leases.has(lease.lease().leaseId())) {
            throw new IllegalArgumentException("there is such a lease already");
        }
        state.leases.put(lease.lease().leaseId(), lease);
    }

    @Override
    public void change(KeptLease lease) {
        state.leases.put(lease.lease().leaseId(), lease);
    }

    @Override
    public void close(UUID leaseId, Instant now, Optional<ClosedBy> by) {
        find(leaseId)
                .ifPresent(lease ->
                        change(
                                new KeptLease(
                                        lease.lease(),
                                        lease.device(),
                                        lease.standing(),
                                        false,
                                        lease.overuseEvent())));
    }

    @Override
    public LeaseTerms terms() {
        return TERMS;
    }

    @Override
    public List<CreditSlice> due(Till till, LeaseTerms terms, Instant now) {
        long tills = tillsOf(till.storeId());
        return state.accounts.values().stream()
                .filter(account -> account.home().equals(Optional.of(till.storeId())))
                .map(account ->
                        slice(
                                account,
                                account.limit() * terms.creditSharePercent() / 100 / tills,
                                till,
                                now))
                .filter(slice -> slice.size() > 0)
                .filter(slice -> isDue(slice, now.plus(halfOf(terms))))
                .toList();
    }

    private static Duration halfOf(LeaseTerms terms) {
        return Duration.ofDays(terms.creditDays()).dividedBy(2);
    }

    private long tillsOf(StoreId store) {
        return state.tills.values().stream().filter(till -> till.storeId().equals(store)).count();
    }

    private CreditSlice slice(Account account, long size, Till till, Instant now) {
        Optional<KeptLease> lease =
                open(till.deviceId()).stream()
                        .filter(KeptLease::standing)
                        .filter(one -> one.lease().subject().equals(account.subject()))
                        .filter(one -> one.lease().expiresAt().isAfter(now))
                        .findFirst();
        return new CreditSlice(
                account.subject(),
                size,
                lease.map(one -> one.lease().leaseId()),
                lease.map(KeptLease::held).orElse(0L));
    }

    private boolean isDue(CreditSlice slice, Instant soon) {
        return slice.leaseId()
                .flatMap(this::find)
                .filter(lease -> !lease.lease().expiresAt().isBefore(soon))
                .filter(lease ->
                        (lease.lease().granted() - lease.lease().used()) * 2 >= slice.size())
                .isEmpty();
    }

    @Override
    public void book(List<AccountStore.Line> lines) {
        lines.forEach(line ->
                state.accounts.update(
                        ServerState.key(line.subject()),
                        Account.opened(line.subject()),
                        account -> account.plus(line.change().minor())));
    }

    @Override
    public Optional<CardBalance> card(UUID cardId) {
        return state.accounts.values().stream()
                .filter(account -> account.subject().kind() == LeaseKind.GIFT_CARD)
                .filter(account -> account.subject().id().equals(cardId.toString()))
                .findFirst()
                .map(account -> {
                    LeaseSubject subject = account.subject();
                    return new CardBalance(
                            Money.ofMinor(account.balance(), subject.currency().orElseThrow()),
                            Money.ofMinor(
                                    state.held.get(ServerState.key(subject), 0L),
                                    subject.currency().orElseThrow()));
                });
    }

    @Override
    public String name(LeaseSubject subject) {
        return ServerState.key(subject);
    }

    @Override
    public void raise(NewEvent event, String cause, Instant now) {
        tables.raise(event.till(), event.entry(), LeaseEffect.OVERUSED, cause, now);
    }

    @Override
    public boolean tellMore(UUID eventId, String cause) {
        return state.raised.values().stream()
                .anyMatch(raised ->
                        raised.entry().eventId().equals(eventId)
                                && raised.code().equals(LeaseEffect.OVERUSED)
                                && !raised.solved());
    }
}
