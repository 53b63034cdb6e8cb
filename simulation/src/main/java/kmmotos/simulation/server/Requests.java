package kmmotos.simulation.server;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kmmotos.model.stock.TransferRequest;
import kmmotos.model.stores.StoreId;
import kmmotos.model.sync.Event;
import kmmotos.model.sync.Policy;
import kmmotos.model.sync.Scope;
import kmmotos.server.sync.NewEvent;
import kmmotos.server.sync.News;
import kmmotos.simulation.server.ServerState.Asked;
import kmmotos.simulation.server.ServerState.Oversell;
import kmmotos.simulation.server.ServerState.StockKey;

/// What stores ask of each other, in memory: open until the goods were sent, or nobody needs them
/// any more.
final class Requests {

    private final ServerState state;

    Requests(ServerState state) {
        this.state = state;
    }

    /// What tills ask; if their store has an oversell case, it is to end by that.
    void apply(List<NewEvent> events, News news) {
        for (NewEvent event : events) {
            if (event.event() instanceof Event.TransferRequested(TransferRequest request)) {
                if (!request.to().equals(event.till().storeId())) {
                    throw new IllegalArgumentException("goods asked for another store");
                }
                add(request, caseOf(request), news);
            }
        }
    }

    private Optional<UUID> caseOf(TransferRequest request) {
        return request.lines().stream()
                .map(line -> new StockKey(request.to(), line.sku()))
                .flatMap(key -> state.oversells.get(key, List.of()).stream())
                .filter(Oversell::isOpen)
                .min(Oversell.IN_ORDER)
                .map(Oversell::caseId);
    }

    /// Keeps a request, once; the goods may have been sent already.
    void add(TransferRequest request, Optional<UUID> caseId, News news) {
        if (!state.requests.has(request.requestId())) {
            boolean isOpen =
                    state.transfers
                            .get(request.requestId())
                            .flatMap(transfer -> transfer.sentAt())
                            .isEmpty();
            put(new Asked(request, caseId, isOpen), news);
        }
    }

    /// These transfers were sent; the requests they answer are done.
    void sent(Collection<UUID> transferIds, News news) {
        for (UUID id : transferIds) {
            state.requests
                    .get(id)
                    .filter(Asked::open)
                    .filter(asked -> isAnswered(asked.request()))
                    .ifPresent(asked -> put(asked.done(), news));
        }
    }

    private boolean isAnswered(TransferRequest request) {
        return state.transfers
                .get(request.requestId())
                .filter(transfer -> transfer.sentAt().isPresent())
                .filter(transfer -> transfer.from().equals(request.from()))
                .filter(transfer -> transfer.to().equals(request.to()))
                .isPresent();
    }

    /// These cases are over: what was asked for them is needed no more.
    void withdraw(Collection<UUID> caseIds, News news) {
        List.copyOf(state.requests.values()).stream()
                .filter(Asked::open)
                .filter(asked -> asked.caseId().filter(caseIds::contains).isPresent())
                .sorted(Comparator.comparing(asked -> asked.request().requestId().toString()))
                .forEach(asked -> put(asked.done(), news));
    }

    private void put(Asked asked, News news) {
        TransferRequest request = asked.request();
        state.requests.put(request.requestId(), asked);
        Policy policy = new Policy.TransferRequestChanged(request, asked.open());
        news.add(Scope.store(request.from()), policy);
        news.add(Scope.store(request.to()), policy);
    }

    /// The open requests from and to a store.
    List<TransferRequest> open(StoreId store) {
        return state.requests.values().stream()
                .filter(Asked::open)
                .filter(asked -> asked.isOf(store))
                .map(Asked::request)
                .toList();
    }
}
