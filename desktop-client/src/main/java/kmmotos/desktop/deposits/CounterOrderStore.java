package kmmotos.desktop.deposits;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import kmmotos.desktop.storage.JsonText;
import kmmotos.desktop.storage.Sql;
import kmmotos.model.deposits.CounterOrder;
import kmmotos.model.deposits.CounterOrderProgress;
import kmmotos.model.sales.SaleLine;
import kmmotos.model.stores.DeviceId;
import kmmotos.model.sync.Event;
import org.hibernate.StatelessSession;

/// The shop's counter orders: what this till did itself, and what the server tells of all tills.
/// Both are folds of facts, so what is known twice counts once.
public final class CounterOrderStore {

    private static final int MOST = 1_000;

    /// This till took an order.
    public void placed(StatelessSession session, CounterOrder order) {
        if (find(session, order.orderId()).isEmpty()) {
            save(session, CounterOrderProgress.of(order), false);
        }
    }

    /// What a fact of this till does to orders that are known here.
    public void take(StatelessSession session, Event event) {
        switch (event) {
            case Event.CounterOrderPlaced(CounterOrder order) -> placed(session, order);
            case Event.CounterOrderMoved moved ->
                    change(session, moved.orderId(), known -> known.become(moved.next()));
            case Event.SaleCompleted(var sale) ->
                    sale.deposits()
                            .map(deposit -> deposit.orderId())
                            .distinct()
                            .forEach(
                                    orderId -> change(session, orderId, known -> known.plus(sale)));
            default -> {}
        }
    }

    private void change(
            StatelessSession session, UUID orderId, UnaryOperator<CounterOrderProgress> step) {
        find(session, orderId)
                .ifPresent(known -> save(session, step.apply(known), isTold(session, orderId)));
    }

    /// As the server tells of it. What this till did since is ahead of that; of two ends the
    /// server's holds.
    public void put(StatelessSession session, CounterOrderProgress told) {
        var known = find(session, told.order().orderId());
        save(session, known.map(told::merged).orElse(told), true);
    }

    /// Forgets what the server told. A snapshot names the orders that are not over.
    public void clearTold(StatelessSession session) {
        Sql.run(
                session,
                "delete from order_reservation where order_id in"
                        + " (select order_id from counter_order where told and not is_over)");
        Sql.run(session, "delete from counter_order where told and not is_over");
    }

    public Optional<CounterOrderProgress> find(StatelessSession session, UUID orderId) {
        return list(session, 1, "where order_id = ?1", orderId).stream().findFirst();
    }

    public Optional<CounterOrderProgress> findByNumber(StatelessSession session, String number) {
        return list(session, 1, "where number = ?1", number).stream().findFirst();
    }

    /// Those that are not over, the one that is due first at the beginning.
    public List<CounterOrderProgress> open(StatelessSession session) {
        return list(session, MOST, "where not is_over order by due, number");
    }

    /// By a part of the number, the customer's name or phone; also those that are over.
    public List<CounterOrderProgress> search(StatelessSession session, String words, int limit) {
        return list(
                session,
                limit,
                "where words like ?1 order by is_over, due, number",
                "%" + words.strip().toLowerCase(Locale.ROOT) + "%");
    }

    /// The last number that this till gave; 0 if it gave none.
    public long lastNumber(StatelessSession session, DeviceId till) {
        return list(session, 1, "where device_id = ?1 order by n desc", till.value()).stream()
                .findFirst()
                .map(progress -> progress.order().n())
                .orElse(0L);
    }

    private static boolean isTold(StatelessSession session, UUID orderId) {
        return !Sql.list(
                        session,
                        Boolean.class,
                        1,
                        "select told from counter_order where order_id = ?1 and told",
                        orderId)
                .isEmpty();
    }

    private static void save(
            StatelessSession session, CounterOrderProgress progress, boolean told) {
        var order = progress.order();
        Sql.run(
                session,
                "merge into counter_order (order_id, number, device_id, n, is_over, told, due,"
                        + " words, body) key (order_id) values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8,"
                        + " ?9)",
                order.orderId(),
                order.number(),
                order.device().value(),
                order.n(),
                progress.isOver(),
                told,
                order.due(),
                words(order),
                JsonText.write(progress));
        hold(session, progress);
    }

    private static String words(CounterOrder order) {
        return String.join(" ", order.number(), order.customerName(), order.phone())
                .toLowerCase(Locale.ROOT);
    }

    private static void hold(StatelessSession session, CounterOrderProgress progress) {
        UUID orderId = progress.order().orderId();
        Sql.run(session, "delete from order_reservation where order_id = ?1", orderId);
        if (progress.state().holdsGoods()) {
            Sql.batch(
                    session,
                    "insert into order_reservation (order_id, sku, quantity) values (?, ?, ?)",
                    progress.order().lines().stream()
                            .map(line -> reservation(orderId, line))
                            .toList());
        }
    }

    private static Object[] reservation(UUID orderId, SaleLine line) {
        return new Object[] {orderId, line.sku().value(), line.quantity().thousandths()};
    }

    private static List<CounterOrderProgress> list(
            StatelessSession session, int limit, String restriction, Object... parameters) {
        return Sql.list(
                        session,
                        String.class,
                        limit,
                        "select body from counter_order " + restriction,
                        parameters)
                .stream()
                .map(body -> JsonText.read(body, CounterOrderProgress.class))
                .toList();
    }
}
