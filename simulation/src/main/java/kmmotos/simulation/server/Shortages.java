package kmmotos.simulation.server;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kmmotos.model.money.Quantity;
import kmmotos.model.stock.Shortage;
import kmmotos.model.stores.StoreId;
import kmmotos.model.sync.Policy;
import kmmotos.model.sync.Scope;
import kmmotos.server.sync.News;
import kmmotos.simulation.server.ServerState.Balance;
import kmmotos.simulation.server.ServerState.Oversell;
import kmmotos.simulation.server.ServerState.StockKey;

/// What tills are told of the oversell cases of their store, in memory.
final class Shortages {

    private final ServerState state;
    private final Balances balances;

    Shortages(ServerState state, Balances balances) {
        this.state = state;
        this.balances = balances;
    }

    /// Tells what was not told yet; what other stores were asked for a case that is over is
    /// withdrawn.
    void tell(Instant now, News news) {
        List<Oversell> untold =
                cases().filter(one -> !one.isTold()).sorted(Oversell.IN_ORDER).toList();
        untold.forEach(one ->
                news.add(
                        Scope.store(one.of().store()),
                        new Policy.ShortageChanged(shortage(one, now))));
        new Requests(state)
                .withdraw(
                        untold.stream()
                                .filter(one -> !one.isOpen())
                                .map(Oversell::caseId)
                                .collect(Collectors.toSet()),
                        news);
        untold.forEach(this::noteTold);
    }

    private Stream<Oversell> cases() {
        return state.oversells.values().stream().flatMap(List::stream);
    }

    private void noteTold(Oversell told) {
        List<Oversell> cases = new ArrayList<>(state.oversells.get(told.of(), List.of()));
        cases.replaceAll(one -> one.equals(told) ? one.told() : one);
        state.oversells.put(told.of(), List.copyOf(cases));
    }

    /// The open cases of a store.
    List<Shortage> open(StoreId store, Instant now) {
        return cases().filter(one -> one.isOpen() && one.of().store().equals(store))
                .map(one -> shortage(one, now))
                .toList();
    }

    private Shortage shortage(Oversell one, Instant now) {
        return new Shortage(
                one.caseId(),
                one.of().store(),
                one.of().sku(),
                one.openedAt(),
                one.closedAt(),
                one.isOpen() ? elsewhere(one.of(), now) : List.of());
    }

    /// The other stores that can give some, those with enough first; they are all as near.
    private List<Shortage.Elsewhere> elsewhere(StockKey of, Instant now) {
        Quantity missing = state.balances.get(of, Balance.NONE).free().negated();
        return state.stores.rows().keySet().stream()
                .filter(store -> !store.equals(of.store()))
                .map(store ->
                        new Shortage.Elsewhere(
                                store, balances.promise(new StockKey(store, of.sku()), now)))
                .filter(other -> other.available().isPositive())
                .sorted(
                        Comparator.comparing((Shortage.Elsewhere other) ->
                                        other.available().compareTo(missing) < 0)
                                .thenComparing(
                                        Shortage.Elsewhere::available, Comparator.reverseOrder())
                                .thenComparing(other -> other.store().value()))
                .toList();
    }
}
