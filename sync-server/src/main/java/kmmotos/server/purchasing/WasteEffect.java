package kmmotos.server.purchasing;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kmmotos.model.money.Money;
import kmmotos.model.purchasing.AverageCost;
import kmmotos.model.stock.StockAdjustment;
import kmmotos.model.stores.StoreId;
import kmmotos.model.sync.Event;
import kmmotos.server.sales.LedgerStore;
import kmmotos.server.storage.Sql;
import kmmotos.server.sync.Effect;
import kmmotos.server.sync.NewEvent;
import kmmotos.server.sync.News;
import org.hibernate.StatelessSession;

/// What corrections of stock do to the ledger: what it costs on average goes from `inventory` to
/// the account of the reason, such as `waste`.
public final class WasteEffect implements Effect {

    private record Told(NewEvent event, StockAdjustment adjustment) {

        CostStore.Key key() {
            return new CostStore.Key(adjustment.store(), adjustment.sku());
        }
    }

    @Override
    public void apply(StatelessSession session, List<NewEvent> events, News news) {
        List<Told> told = events.stream().flatMap(event -> told(event).stream()).toList();
        if (told.isEmpty()) {
            return;
        }
        Map<CostStore.Key, AverageCost> averages =
                CostStore.averages(session, told.stream().map(Told::key).toList());
        if (averages.isEmpty()) {
            return;
        }
        Map<StoreId, ZoneId> zones = zones(session);
        LedgerStore.post(
                session,
                told.stream()
                        .flatMap(one ->
                                Optional.ofNullable(averages.get(one.key()))
                                        .map(cost -> cost.times(one.adjustment().change()))
                                        .filter(value -> !value.isZero())
                                        .map(value -> posting(one, value, zones))
                                        .stream())
                        .toList());
    }

    private static Optional<Told> told(NewEvent event) {
        return event.event() instanceof Event.StockAdjusted(StockAdjustment adjustment)
                ? Optional.of(new Told(event, adjustment))
                : Optional.empty();
    }

    private static LedgerStore.Posting posting(Told told, Money value, Map<StoreId, ZoneId> zones) {
        StoreId store = told.adjustment().store();
        ZoneId zone = zones.getOrDefault(store, ZoneId.of("UTC"));
        return new LedgerStore.Posting(
                told.event().entry().eventId(),
                store,
                LocalDate.ofInstant(told.event().entry().at(), zone),
                Map.of("inventory", value, told.adjustment().reason().account(), value.negated()));
    }

    private static Map<StoreId, ZoneId> zones(StatelessSession session) {
        Map<StoreId, ZoneId> zones = new HashMap<>();
        Sql.list(
                        session,
                        "select store_id, time_zone from store",
                        row ->
                                Map.entry(
                                        new StoreId(row.getString("store_id")),
                                        ZoneId.of(row.getString("time_zone"))))
                .forEach(one -> zones.put(one.getKey(), one.getValue()));
        return zones;
    }
}
