package kmmotos.simulation.server;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import kmmotos.model.stock.Bins;
import kmmotos.model.sync.Event;
import kmmotos.model.sync.Policy;
import kmmotos.model.sync.Scope;
import kmmotos.server.sync.NewEvent;
import kmmotos.server.sync.News;
import kmmotos.simulation.server.ServerState.StockKey;

/// Where items lie, in memory: of two decisions the later one holds.
record BinEffects(ServerState state) {

    /// By their letters, as PostgreSQL compares ids.
    private static final Comparator<Bins> LATER =
            Comparator.comparing(Bins::decidedAt).thenComparing(bins -> bins.binsId().toString());

    void apply(List<NewEvent> events, News news) {
        for (NewEvent event : events) {
            if (event.event() instanceof Event.BinsChosen(Bins decided) && keep(decided)) {
                news.add(Scope.store(decided.store()), new Policy.BinsChanged(decided));
            }
        }
    }

    private boolean keep(Bins decided) {
        StockKey key = new StockKey(decided.store(), decided.sku());
        Optional<Bins> known = state.bins.get(key);
        boolean isLater = known.filter(bins -> LATER.compare(bins, decided) >= 0).isEmpty();
        if (isLater) {
            state.bins.put(key, decided);
        }
        return isLater;
    }
}
