package kmmotos.desktop.orders;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kmmotos.desktop.storage.Sql;
import kmmotos.model.orders.Order;
import kmmotos.model.orders.OrderStep;
import org.hibernate.StatelessSession;

/// Web orders for this shop. What the shop did offline is ahead of what the server last told: an
/// order goes back to an earlier state by a snapshot alone.
public final class OrderStore {
    public static List<Class<?>> rows() {
        return List.of(OrderRow.class);
    }

    /// Takes what the server tells of an order.
    public void put(StatelessSession session, Order told) {
        Optional<Order> known = find(session, told.orderId());
        boolean goesBack =
                known.filter(order -> !order.state().word().equals(told.state().word()))
                        .filter(order -> !order.state().mayBecome(told.state()))
                        .isPresent();
        save(session, goesBack ? told.in(known.orElseThrow().state()) : told);
    }

    /// Moves an order on by a fact of this shop; a fact that comes too late changes nothing.
    public void become(StatelessSession session, OrderStep step) {
        find(session, step.orderId())
                .filter(order -> order.state().mayBecome(step.next()))
                .ifPresent(order -> save(session, order.in(step.next())));
    }

    /// Takes an order of a snapshot. Only that goes back: a server that was put back from a backup
    /// may lack a step that is nowhere any more.
    public void replace(StatelessSession session, Order told) {
        save(session, told);
    }

    /// Forgets all open orders. A snapshot names those there are: one may have come to its end
    /// without this shop being told, or a server that was put back no longer knows it.
    public void clearOpen(StatelessSession session) {
        Sql.run(
                session,
                "delete from order_reservation where order_id in (select order_id from web_order)");
        Sql.run(session, "delete from web_order where state in ('placed', 'picked', 'ready')");
    }

    private static void save(StatelessSession session, Order order) {
        session.upsert(new OrderRow(order));
        Sql.run(session, "delete from order_reservation where order_id = ?1", order.orderId());
        if (order.state().isOpen()) {
            Sql.batch(
                    session,
                    "insert into order_reservation (order_id, sku, quantity) values (?, ?, ?)",
                    order.lines().stream()
                            .map(line ->
                                    new Object[] {
                                        order.orderId(),
                                        line.priced().sku().value(),
                                        line.priced().quantity().thousandths()
                                    })
                            .toList());
        }
    }

    public Optional<Order> find(StatelessSession session, UUID orderId) {
        return Optional.ofNullable(session.get(OrderRow.class, orderId)).map(OrderRow::toOrder);
    }

    public Optional<Order> findByNumber(StatelessSession session, String number) {
        return session.createSelectionQuery("from OrderRow where number = ?1", OrderRow.class)
                .setParameter(1, number.strip())
                .getResultStream()
                .findFirst()
                .map(OrderRow::toOrder);
    }

    /// Orders whose goods are still held, oldest first.
    public List<Order> open(StatelessSession session) {
        return session.createSelectionQuery(
                        "from OrderRow where state in ('placed', 'picked', 'ready')"
                                + " order by placedAt",
                        OrderRow.class)
                .getResultStream()
                .map(OrderRow::toOrder)
                .toList();
    }

    /// Orders that came to an end, newest first.
    public List<Order> done(StatelessSession session, int limit) {
        return session.createSelectionQuery(
                        "from OrderRow where state not in ('placed', 'picked', 'ready')"
                                + " order by placedAt desc",
                        OrderRow.class)
                .setMaxResults(limit)
                .getResultStream()
                .map(OrderRow::toOrder)
                .toList();
    }
}
