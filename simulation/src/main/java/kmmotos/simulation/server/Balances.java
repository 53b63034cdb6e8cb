package kmmotos.simulation.server;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import kmmotos.model.money.Quantity;
import kmmotos.model.stores.StoreId;
import kmmotos.simulation.server.ServerState.Balance;
import kmmotos.simulation.server.ServerState.Oversell;
import kmmotos.simulation.server.ServerState.StockKey;

/// What stores have and have promised. There is an open oversell case if and only if more is
/// promised than is there, so whoever changes a balance opens and closes it, as the triggers in
/// PostgreSQL do.
final class Balances {

    /// A store not heard of for this long promises nothing.
    private static final Duration SILENT_AFTER = Duration.ofHours(4);

    private final ServerState state;
    private final RandomGenerator random;
    private final Clock clock;

    Balances(ServerState state, RandomGenerator random, Clock clock) {
        this.state = state;
        this.random = random;
        this.clock = clock;
    }

    void addOnHand(StockKey key, Quantity change) {
        change(key, balance -> new Balance(balance.onHand().plus(change), balance.reserved()));
    }

    void reserve(StockKey key, Quantity more) {
        change(key, balance -> new Balance(balance.onHand(), balance.reserved().plus(more)));
    }

    private void change(StockKey key, UnaryOperator<Balance> how) {
        state.balances.update(key, Balance.NONE, how);
        boolean isShort = state.balances.get(key, Balance.NONE).free().isNegative();
        List<Oversell> cases = new ArrayList<>(state.oversells.get(key, List.of()));
        boolean isOpen = !cases.isEmpty() && cases.getLast().isOpen();
        if (isShort != isOpen) {
            if (isShort) {
                open(cases, key);
            } else {
                close(cases);
            }
            state.oversells.put(key, List.copyOf(cases));
        }
    }

    /// A case that was closed by this very transaction was never over.
    private void open(List<Oversell> cases, StockKey key) {
        long now = state.history().version();
        if (!cases.isEmpty() && cases.getLast().closedIn() == now) {
            cases.add(cases.removeLast().reopened());
        } else {
            cases.add(Oversell.opened(id(), key, now, clock.instant()));
        }
    }

    /// A case that was opened by this very transaction was never true.
    private void close(List<Oversell> cases) {
        long now = state.history().version();
        Oversell last = cases.removeLast();
        if (last.openedIn() != now) {
            cases.add(last.closed(now, clock.instant()));
        }
    }

    private UUID id() {
        return new UUID(random.nextLong(), random.nextLong());
    }

    /// What a store can promise of an item; if it was silent for too long, of what was set aside.
    Quantity promise(StockKey key, Instant now) {
        Balance balance = state.balances.get(key, Balance.NONE);
        Quantity ofSetAside = setAside(key, now).minus(balance.reserved());
        boolean isLess = isSilent(key.store(), now) && ofSetAside.compareTo(balance.free()) < 0;
        Quantity promise = isLess ? ofSetAside : balance.free();
        return promise.isNegative() ? Quantity.ZERO : promise;
    }

    private Quantity setAside(StockKey key, Instant now) {
        Quantity byShop = state.setAsides.get(key).map(kept -> kept.at(now)).orElse(Quantity.ZERO);
        return state.keptByOffice.get(key, Quantity.ZERO).plus(byShop);
    }

    private boolean isSilent(StoreId store, Instant now) {
        return state.contacts.get(store, Instant.MIN).isBefore(now.minus(SILENT_AFTER));
    }
}
