package kmmotos.server.deposits;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import kmmotos.model.deposits.CounterOrder;
import kmmotos.model.deposits.CounterOrderProgress;
import kmmotos.model.deposits.CounterOrderProgress.Payment;
import kmmotos.model.deposits.CounterOrderState;
import kmmotos.model.money.Money;
import kmmotos.model.stores.StoreId;
import kmmotos.model.sync.CanonicalJson;
import kmmotos.server.storage.Sql;
import org.hibernate.StatelessSession;

/// Keeps the orders of counters and the facts they are the fold of.
final class CounterOrderStore {

    /// A step of an order, or what a sale paid in or used up of its deposit.
    record Fact(
            UUID eventId,
            UUID orderId,
            StoreId store,
            Instant at,
            Optional<CounterOrderState> state,
            Optional<Payment> payment) {}

    /// @param before what was known until now
    record Changed(CounterOrderProgress before, CounterOrderProgress after) {}

    private record Kept(CounterOrder order, CounterOrderProgress progress) {}

    void place(StatelessSession session, UUID eventId, CounterOrder order, Instant now) {
        CounterOrderProgress progress = CounterOrderProgress.of(order);
        Sql.update(
                session,
                """
                insert into counter_order (order_id, number, event_id, store_id, kind, state, due,
                    customer_name, document, progress, currency, total_minor, owed_minor, is_over,
                    changed_at)
                values (?, ?, ?, ?, ?, 'new', ?, ?, ?, ?, ?, ?, 0, false, ?)\
                """,
                order.orderId(),
                order.number(),
                eventId,
                order.store().value(),
                order.kind().name(),
                order.due(),
                order.customerName(),
                json(order),
                json(progress),
                order.total().currency().getCurrencyCode(),
                order.total().minor(),
                now);
    }

    void add(StatelessSession session, Fact fact) {
        Sql.update(
                session,
                """
                insert into counter_order_fact (event_id, order_id, store_id, at, state, sale_id,
                    currency, paid_minor)
                values (?, ?, ?, ?, ?, ?, ?, ?)\
                """,
                fact.eventId(),
                fact.orderId(),
                fact.store().value(),
                fact.at(),
                fact.state().map(CounterOrderStore::json).orElse(null),
                fact.payment().map(Payment::saleId).orElse(null),
                fact.payment().map(one -> one.amount().currency().getCurrencyCode()).orElse(null),
                fact.payment().map(one -> one.amount().minor()).orElse(null));
    }

    /// Folds an order's facts anew; empty while the order itself is not known.
    Optional<Changed> fold(StatelessSession session, UUID orderId, Instant now) {
        return Sql.first(
                        session,
                        "select document, progress from counter_order where order_id = ?"
                                + " for update",
                        row ->
                                new Kept(
                                        Sql.json(row, "document", CounterOrder.class),
                                        Sql.json(row, "progress", CounterOrderProgress.class)),
                        orderId)
                .map(kept -> fold(session, kept, now));
    }

    private static Changed fold(StatelessSession session, Kept kept, Instant now) {
        CounterOrderProgress progress = CounterOrderProgress.of(kept.order());
        for (CounterOrderProgress fact : facts(session, kept.order())) {
            progress = progress.merged(fact);
        }
        Sql.update(
                session,
                """
                update counter_order set state = ?, progress = ?, owed_minor = ?, is_over = ?,
                    changed_at = ? where order_id = ?\
                """,
                progress.state().word(),
                json(progress),
                progress.owed().minor(),
                progress.isOver(),
                now,
                kept.order().orderId());
        return new Changed(kept.progress(), progress);
    }

    /// Each fact as what is known of the order by it alone.
    private static List<CounterOrderProgress> facts(StatelessSession session, CounterOrder order) {
        return Sql.list(
                session,
                """
                select at, state, sale_id, currency, paid_minor from counter_order_fact
                where order_id = ? and store_id = ? order by at, event_id\
                """,
                row -> {
                    Instant at = Sql.instant(row, "at");
                    UUID saleId = row.getObject("sale_id", UUID.class);
                    return new CounterOrderProgress(
                            order,
                            row.getString("state") == null
                                    ? order.first()
                                    : Sql.json(row, "state", CounterOrderState.class),
                            saleId == null
                                    ? List.of()
                                    : List.of(new Payment(saleId, at, paid(row))));
                },
                order.orderId(),
                order.store().value());
    }

    private static Money paid(ResultSet row) throws SQLException {
        return Money.ofMinor(
                row.getLong("paid_minor"), Currency.getInstance(row.getString("currency")));
    }

    long countOpen(StatelessSession session, StoreId store) {
        return Sql.first(
                        session,
                        "select count(*) from counter_order where store_id = ? and not is_over",
                        row -> row.getLong(1),
                        store.value())
                .orElseThrow();
    }

    void forEachOpen(StatelessSession session, StoreId store, Consumer<CounterOrderProgress> out) {
        Sql.list(
                        session,
                        "select progress from counter_order where store_id = ? and not is_over"
                                + " order by due, order_id",
                        row -> Sql.json(row, "progress", CounterOrderProgress.class),
                        store.value())
                .forEach(out);
    }

    private static String json(Object document) {
        return new String(CanonicalJson.bytes(document), StandardCharsets.UTF_8);
    }
}
