package kmmotos.server.sales;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import kmmotos.model.catalog.Sku;
import kmmotos.model.sales.LostSale;
import kmmotos.model.sync.Event;
import kmmotos.server.storage.Sql;
import kmmotos.server.storage.Sql.Column;
import kmmotos.server.sync.Effect;
import kmmotos.server.sync.NewEvent;
import kmmotos.server.sync.News;
import org.hibernate.StatelessSession;

/// What customers wanted and did not get, kept for whoever buys for the chain.
public final class LostSaleEffect implements Effect {

    private record Told(UUID eventId, LostSale lost) {}

    @Override
    public void apply(StatelessSession session, List<NewEvent> events, News news) {
        List<Told> told = new ArrayList<>();
        for (NewEvent event : events) {
            if (event.event() instanceof Event.SaleLost(LostSale lost)) {
                if (!lost.store().equals(event.till().storeId())) {
                    throw new IllegalArgumentException(
                            "a till of store %s cannot tell what was asked for at store %s"
                                    .formatted(event.till().storeId(), lost.store()));
                }
                told.add(new Told(event.entry().eventId(), lost));
            }
        }
        if (!told.isEmpty()) {
            insert(session, told);
        }
    }

    private static void insert(StatelessSession session, List<Told> told) {
        Sql.update(
                session,
                """
                insert into lost_sale (lost_sale_id, event_id, store_id, device_id, day, at,
                    staff_id, customer_id, sku, words, quantity, reason)
                select l.* from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) as l\
                """,
                Column.of("uuid", told, one -> one.lost().lostSaleId()),
                Column.of("uuid", told, Told::eventId),
                Column.of("text", told, one -> one.lost().store().value()),
                Column.of("uuid", told, one -> one.lost().device().value()),
                Column.days(told.stream().<LocalDate>map(one -> one.lost().day()).toList()),
                Column.instants(told.stream().map(one -> one.lost().at()).toList()),
                Column.of("uuid", told, one -> one.lost().staffId()),
                Column.optionalUuids(told.stream().map(one -> one.lost().customerId()).toList()),
                Column.of("text", told, one -> one.lost().sku().map(Sku::value).orElse(null)),
                Column.of("text", told, one -> one.lost().words()),
                Column.numbers(told.stream().map(one -> one.lost().quantity().decimal()).toList()),
                Column.of("text", told, one -> one.lost().reason().name()));
    }
}
