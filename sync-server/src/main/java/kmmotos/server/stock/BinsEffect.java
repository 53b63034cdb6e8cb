package kmmotos.server.stock;

import java.nio.charset.StandardCharsets;
import java.util.List;
import kmmotos.model.stock.Bins;
import kmmotos.model.sync.CanonicalJson;
import kmmotos.model.sync.Event;
import kmmotos.model.sync.Policy;
import kmmotos.model.sync.Scope;
import kmmotos.server.storage.Sql;
import kmmotos.server.sync.Effect;
import kmmotos.server.sync.NewEvent;
import kmmotos.server.sync.News;
import org.hibernate.StatelessSession;

/// Where items lie. Of two decisions about an item the later one holds, in whatever order they
/// arrive; the shop's other tills are told of it.
public final class BinsEffect implements Effect {

    @Override
    public void apply(StatelessSession session, List<NewEvent> events, News news) {
        for (NewEvent event : events) {
            if (event.event() instanceof Event.BinsChosen(Bins decided)) {
                refuseAnotherStore(event, decided);
                if (keep(session, decided)) {
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

    private static boolean keep(StatelessSession session, Bins decided) {
        return Sql.update(
                        session,
                        """
                        insert into item_bin as b (store_id, sku, bins, decided_at, decision,
                            document)
                        values (?, ?, string_to_array(?, ','), ?, ?, ?)
                        on conflict (store_id, sku) do update
                        set bins = excluded.bins, decided_at = excluded.decided_at,
                            decision = excluded.decision, document = excluded.document
                        where (b.decided_at, b.decision)
                            < (excluded.decided_at, excluded.decision)\
                        """,
                        decided.store().value(),
                        decided.sku().value(),
                        String.join(",", decided.bins()),
                        decided.decidedAt(),
                        decided.binsId(),
                        new String(CanonicalJson.bytes(decided), StandardCharsets.UTF_8))
                == 1;
    }
}
