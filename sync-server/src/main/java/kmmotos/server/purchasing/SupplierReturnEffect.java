package kmmotos.server.purchasing;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kmmotos.model.money.Money;
import kmmotos.model.purchasing.AverageCost;
import kmmotos.model.purchasing.SupplierReturn;
import kmmotos.model.sync.CanonicalJson;
import kmmotos.model.sync.Event;
import kmmotos.server.sales.LedgerStore;
import kmmotos.server.storage.Sql;
import kmmotos.server.storage.Sql.Column;
import kmmotos.server.sync.Effect;
import kmmotos.server.sync.NewEvent;
import kmmotos.server.sync.News;
import org.hibernate.StatelessSession;

/// Goods that went back to suppliers: kept until they are credited, and in the ledger at what they
/// cost on average (`supplier_claims` against `inventory`).
public final class SupplierReturnEffect implements Effect {

    /// @param value empty if no cost is known of any of it
    private record Told(NewEvent event, SupplierReturn goods, Optional<Money> value) {}

    @Override
    public void apply(StatelessSession session, List<NewEvent> events, News news) {
        List<NewEvent> returned =
                events.stream()
                        .filter(event -> event.event() instanceof Event.SupplierReturned)
                        .toList();
        if (returned.isEmpty()) {
            return;
        }
        List<CostStore.Key> keys =
                returned.stream()
                        .map(SupplierReturnEffect::goods)
                        .flatMap(goods ->
                                goods.lines().stream()
                                        .map(line -> new CostStore.Key(goods.store(), line.sku())))
                        .toList();
        Map<CostStore.Key, AverageCost> averages = CostStore.averages(session, keys);
        List<Told> told =
                returned.stream()
                        .map(event -> new Told(event, goods(event), value(goods(event), averages)))
                        .toList();
        insert(session, told);
        LedgerStore.post(session, told.stream().flatMap(one -> posting(one).stream()).toList());
    }

    private static SupplierReturn goods(NewEvent event) {
        SupplierReturn goods = ((Event.SupplierReturned) event.event()).goods();
        if (!goods.store().equals(event.till().storeId())) {
            throw new IllegalArgumentException(
                    "a till of store %s cannot give back goods of store %s"
                            .formatted(event.till().storeId(), goods.store()));
        }
        return goods;
    }

    private static Optional<Money> value(
            SupplierReturn goods, Map<CostStore.Key, AverageCost> averages) {
        return goods.lines().stream()
                .flatMap(line ->
                        Optional.ofNullable(
                                averages.get(new CostStore.Key(goods.store(), line.sku())))
                                .map(cost -> cost.times(line.quantity()))
                                .stream())
                .reduce(Money::plus);
    }

    private static Optional<LedgerStore.Posting> posting(Told told) {
        return told.value()
                .filter(value -> !value.isZero())
                .map(value ->
                        new LedgerStore.Posting(
                                told.event().entry().eventId(),
                                told.goods().store(),
                                told.goods().businessDay(),
                                Map.of("inventory", value.negated(), "supplier_claims", value)));
    }

    private static void insert(StatelessSession session, List<Told> told) {
        Sql.update(
                session,
                """
                insert into supplier_return (return_id, event_id, store_id, at, document, currency,
                    value_minor, state)
                select r.*, 'sent' from unnest(?, ?, ?, ?, ?, ?, ?) as r\
                """,
                Column.of("uuid", told, one -> one.goods().returnId()),
                Column.of("uuid", told, one -> one.event().entry().eventId()),
                Column.of("text", told, one -> one.goods().store().value()),
                Column.instants(told.stream().map(one -> one.goods().at()).toList()),
                Column.of(
                        "text",
                        told,
                        one ->
                                new String(
                                        CanonicalJson.bytes(one.goods()), StandardCharsets.UTF_8)),
                Column.of(
                        "text",
                        told,
                        one ->
                                one.value()
                                        .map(value -> value.currency().getCurrencyCode())
                                        .orElse(null)),
                Column.of("bigint", told, one -> one.value().map(Money::minor).orElse(null)));
    }
}
