package kmmotos.server.stock;

import java.util.ArrayList;
import java.util.List;
import kmmotos.model.catalog.Sku;
import kmmotos.model.stock.StockMovement;
import kmmotos.model.stores.StoreId;
import kmmotos.model.stores.Till;
import kmmotos.model.sync.Event;
import kmmotos.server.storage.Sql;
import kmmotos.server.storage.Sql.Column;
import kmmotos.server.sync.Arrived;
import kmmotos.server.sync.NewEvent;
import org.hibernate.StatelessSession;

/// Keeps what moved the stores' stock. Nothing is ever changed or removed.
final class MovementStore {

    record Moved(NewEvent event, int line, StockMovement movement) {}

    private MovementStore() {}

    /// What these events moved, but for counts, whose movements are worked out here.
    static List<Moved> moved(List<NewEvent> events) {
        List<Moved> moved = new ArrayList<>();
        for (NewEvent event : events) {
            if (event.event() instanceof Event.StockCounted) {
                continue;
            }
            int line = 0;
            for (StockMovement movement : event.event().movements()) {
                refuseAnotherStore(event.till(), movement.store());
                moved.add(new Moved(event, ++line, movement));
            }
        }
        return moved;
    }

    static void refuseAnotherStore(Till till, StoreId store) {
        if (!store.equals(till.storeId())) {
            throw new IllegalArgumentException(
                    "a till of store %s cannot move stock of store %s"
                            .formatted(till.storeId(), store));
        }
    }

    static void insert(StatelessSession session, List<Moved> moved) {
        if (moved.isEmpty()) {
            return;
        }
        Sql.update(
                session,
                """
                insert into stock_movement (event_id, line, store_id, sku, quantity, from_location,
                    to_location, reason, device_id, at)
                select m.* from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?) as m\
                """,
                Column.of("uuid", moved, one -> one.event().entry().eventId()),
                Column.of("integer", moved, Moved::line),
                Column.of("text", moved, one -> one.movement().store().value()),
                Column.of("text", moved, one -> one.movement().sku().value()),
                Column.of("numeric", moved, one -> one.movement().quantity().decimal()),
                Column.of("text", moved, one -> one.movement().from().name()),
                Column.of("text", moved, one -> one.movement().to().name()),
                Column.of("text", moved, one -> one.event().entry().type()),
                Column.of("uuid", moved, one -> one.event().till().deviceId().value()),
                Column.instants(moved.stream().map(one -> one.event().entry().at()).toList()));
    }

    /// What these events moved at the till's store.
    static List<Sku> skus(StatelessSession session, Till till, List<Arrived> entries) {
        return Sql.list(
                session,
                "select distinct sku from stock_movement where event_id = any (?) and store_id = ?",
                row -> new Sku(row.getString(1)),
                Column.uuids(entries.stream().map(Arrived::eventId).toList()),
                till.storeId().value());
    }
}
