package kmmotos.server.stock;

import java.util.List;
import kmmotos.model.stock.Bins;
import kmmotos.model.sync.Event;
import kmmotos.model.sync.Policy;
import kmmotos.model.sync.Scope;
import kmmotos.server.sync.Effect;
import kmmotos.server.sync.NewEvent;
import kmmotos.server.sync.News;
import org.hibernate.StatelessSession;

/// Where items lie. Of two decisions about an item the later one holds, in whatever order they
/// arrive; the shop's other tills are told of it.
public final class BinsEffect implements Effect {

    private final BinStore bins = new BinStore();

    @Override
    public void apply(StatelessSession session, List<NewEvent> events, News news) {
        for (NewEvent event : events) {
            if (event.event() instanceof Event.BinsChosen(Bins decided)) {
                refuseAnotherStore(event, decided);
                if (bins.keep(session, decided)) {
                    news.add(Scope.store(decided.store()), new Policy.BinsChanged(decided));
                }
            }
        }
    }

    private static void refuseAnotherStore(NewEvent event, Bins decided) {
        if (!decided.store().equals(event.till().storeId())) {
            throw new IllegalArgumentException(
                    "a till of store %s has no bins at store %s"
                            .formatted(event.till().storeId(), decided.store()));
        }
    }
}
