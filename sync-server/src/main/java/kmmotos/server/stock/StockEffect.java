package kmmotos.server.stock;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import kmmotos.model.catalog.Sku;
import kmmotos.model.money.Quantity;
import kmmotos.model.stock.Location;
import kmmotos.model.stock.StockMovement;
import kmmotos.model.stores.StoreId;
import kmmotos.model.stores.Till;
import kmmotos.model.sync.Policy;
import kmmotos.model.sync.Scope;
import kmmotos.server.storage.Sql;
import kmmotos.server.storage.Sql.Column;
import kmmotos.server.sync.Effect;
import kmmotos.server.sync.NewEvent;
import kmmotos.server.sync.News;
import org.hibernate.StatelessSession;

/// What events do to stock: the movements as double entry, the balances as sums that go up and
/// down, taken in the order of their keys so that tills of a store never wait for each other in a
/// circle.
public final class StockEffect implements Effect {

    @Override
    public void apply(StatelessSession session, Till till, List<NewEvent> events, News news) {
        List<Moved> moved = new ArrayList<>();
        for (NewEvent event : events) {
            int line = 0;
            for (StockMovement movement : event.event().movements()) {
                refuseAnotherStore(till, movement);
                moved.add(new Moved(event, ++line, movement));
            }
        }
        if (moved.isEmpty()) {
            return;
        }
        insert(session, till, moved);
        SortedMap<Sku, Change> changes = changes(moved);
        add(session, till.storeId(), changes);
        changes.forEach((sku, change) ->
                news.add(
                        Scope.store(till.storeId()),
                        new Policy.StockChanged(
                                till.storeId(),
                                sku,
                                change.onHand(),
                                till.deviceId(),
                                change.seq())));
    }

    private record Moved(NewEvent event, int line, StockMovement movement) {}

    /// @param seq the last entry that contributed
    private record Change(Quantity onHand, long seq) {

        Change plus(Change later) {
            return new Change(onHand.plus(later.onHand), later.seq);
        }
    }

    private static void refuseAnotherStore(Till till, StockMovement movement) {
        if (!movement.store().equals(till.storeId())) {
            throw new IllegalArgumentException(
                    "a till of store %s cannot move stock of store %s"
                            .formatted(till.storeId(), movement.store()));
        }
    }

    private static SortedMap<Sku, Change> changes(List<Moved> moved) {
        SortedMap<Sku, Change> changes = new TreeMap<>();
        for (Moved one : moved) {
            Change change =
                    new Change(one.movement().changeAt(Location.STORE), one.event().entry().seq());
            changes.merge(one.movement().sku(), change, Change::plus);
        }
        changes.values().removeIf(change -> change.onHand().isZero());
        return changes;
    }

    private static void insert(StatelessSession session, Till till, List<Moved> moved) {
        Sql.update(
                session,
                """
                insert into stock_movement (event_id, line, store_id, sku, quantity, from_location,
                    to_location, reason, device_id, at)
                select event_id, line, ?, sku, quantity, from_location, to_location, reason, ?, at
                from unnest(?, ?, ?, ?, ?, ?, ?, ?) as m
                    (event_id, line, sku, quantity, from_location, to_location, reason, at)\
                """,
                till.storeId().value(),
                till.deviceId().value(),
                Column.uuids(
                        moved.stream().<UUID>map(one -> one.event().entry().eventId()).toList()),
                Column.integers(moved.stream().map(Moved::line).toList()),
                Column.texts(moved.stream().map(one -> one.movement().sku().value()).toList()),
                Column.numbers(
                        moved.stream().map(one -> one.movement().quantity().decimal()).toList()),
                Column.texts(moved.stream().map(one -> one.movement().from().name()).toList()),
                Column.texts(moved.stream().map(one -> one.movement().to().name()).toList()),
                Column.texts(moved.stream().map(one -> one.event().entry().type()).toList()),
                Column.instants(
                        moved.stream().<Instant>map(one -> one.event().entry().at()).toList()));
    }

    private static void add(StatelessSession session, StoreId store, Map<Sku, Change> changes) {
        List<BigDecimal> onHand =
                changes.values().stream().map(change -> change.onHand().decimal()).toList();
        Sql.update(
                session,
                """
                insert into stock_balance (store_id, sku, on_hand)
                select ?, sku, change from unnest(?, ?) as c (sku, change) order by sku
                on conflict (store_id, sku) do update
                set on_hand = stock_balance.on_hand + excluded.on_hand\
                """,
                store.value(),
                Column.texts(changes.keySet().stream().map(Sku::value).toList()),
                Column.numbers(onHand));
    }
}
