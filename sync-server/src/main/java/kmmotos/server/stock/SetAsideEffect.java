package kmmotos.server.stock;

import java.nio.charset.StandardCharsets;
import java.util.List;
import kmmotos.model.stock.SetAside;
import kmmotos.model.sync.CanonicalJson;
import kmmotos.model.sync.Event;
import kmmotos.model.sync.Policy;
import kmmotos.model.sync.Scope;
import kmmotos.server.storage.Sql;
import kmmotos.server.sync.Effect;
import kmmotos.server.sync.NewEvent;
import kmmotos.server.sync.News;
import org.hibernate.StatelessSession;

/// What shops keep for the online shop. Of two decisions about an item the later one holds, in
/// whatever order they arrive; the shop's other tills are told of it.
public final class SetAsideEffect implements Effect {

    @Override
    public void apply(StatelessSession session, List<NewEvent> events, News news) {
        for (NewEvent event : events) {
            if (event.event() instanceof Event.StockSetAside(SetAside decided)) {
                refuseAnotherStore(event, decided);
                if (keep(session, decided)) {
                    news.add(Scope.store(decided.store()), new Policy.SetAsideChanged(decided));
                }
            }
        }
    }

    private static void refuseAnotherStore(NewEvent event, SetAside decided) {
        if (!decided.store().equals(event.till().storeId())) {
            throw new IllegalArgumentException(
                    "a till of store %s cannot set aside at store %s"
                            .formatted(event.till().storeId(), decided.store()));
        }
    }

    private static boolean keep(StatelessSession session, SetAside decided) {
        return Sql.update(
                        session,
                        """
                        insert into online_stock as o (store_id, sku, shop_quantity, shop_until,
                            shop_decided_at, shop_decision, shop_document)
                        values (?, ?, ?, ?, ?, ?, ?)
                        on conflict (store_id, sku) do update
                        set shop_quantity = excluded.shop_quantity,
                            shop_until = excluded.shop_until,
                            shop_decided_at = excluded.shop_decided_at,
                            shop_decision = excluded.shop_decision,
                            shop_document = excluded.shop_document
                        where o.shop_decided_at is null
                            or (o.shop_decided_at, o.shop_decision)
                                < (excluded.shop_decided_at, excluded.shop_decision)\
                        """,
                        decided.store().value(),
                        decided.sku().value(),
                        decided.quantity().decimal(),
                        decided.until(),
                        decided.decidedAt(),
                        decided.setAsideId(),
                        new String(CanonicalJson.bytes(decided), StandardCharsets.UTF_8))
                == 1;
    }
}
