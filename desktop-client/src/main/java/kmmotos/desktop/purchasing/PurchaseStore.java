package kmmotos.desktop.purchasing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import kmmotos.desktop.storage.JsonText;
import kmmotos.desktop.storage.Sql;
import kmmotos.model.catalog.Sku;
import kmmotos.model.money.Quantity;
import kmmotos.model.purchasing.PurchaseProgress;
import kmmotos.model.purchasing.PurchaseProgress.Came;
import kmmotos.model.purchasing.PurchaseReceipt;
import org.hibernate.StatelessSession;
import org.jspecify.annotations.Nullable;

/// The purchase orders that are awaited. What the server tells of one replaces what was known; what
/// this till itself received is kept beside it, so that news which is older than that never makes
/// goods look as if they were still to come.
public final class PurchaseStore {

    private static final int MOST = 1_000;

    /// As the server tells of it; one of which nothing is awaited is forgotten.
    public void put(StatelessSession session, PurchaseProgress progress) {
        UUID orderId = progress.order().orderId();
        if (progress.isAwaited()) {
            Sql.run(
                    session,
                    "merge into purchase_order (order_id, body) key (order_id) values (?1, ?2)",
                    orderId,
                    JsonText.write(progress));
        } else {
            Sql.run(session, "delete from purchase_order where order_id = ?1", orderId);
        }
    }

    /// This till took goods in.
    public void received(StatelessSession session, PurchaseReceipt receipt) {
        Map<Sku, Came> sums = arrivals(session, receipt.orderId());
        receipt.lines()
                .forEach(line ->
                        sums.merge(
                                line.sku(),
                                new Came(line.sku(), line.quantity(), line.damaged()),
                                Came::plus));
        receipt.lines().stream()
                .map(PurchaseReceipt.Line::sku)
                .distinct()
                .forEach(sku -> save(session, receipt.orderId(), sums.get(sku)));
    }

    private static void save(StatelessSession session, UUID orderId, @Nullable Came came) {
        if (came != null) {
            Sql.run(
                    session,
                    "merge into purchase_arrival (order_id, sku, quantity, damaged)"
                            + " key (order_id, sku) values (?1, ?2, ?3, ?4)",
                    orderId,
                    came.sku().value(),
                    came.quantity().thousandths(),
                    came.damaged().thousandths());
        }
    }

    /// Forgets what the server told.
    public void clear(StatelessSession session) {
        Sql.run(session, "delete from purchase_order");
    }

    /// In the order in which they are expected.
    public List<PurchaseProgress> awaited(StatelessSession session) {
        return Sql.list(session, String.class, MOST, "select body from purchase_order").stream()
                .map(body -> withOwn(session, JsonText.read(body, PurchaseProgress.class)))
                .filter(PurchaseProgress::isAwaited)
                .sorted(
                        Comparator.comparing((PurchaseProgress one) -> one.order().expected())
                                .thenComparing(one -> one.order().number()))
                .toList();
    }

    /// Who is awaited something from, by name.
    public List<String> suppliers(StatelessSession session) {
        return awaited(session).stream()
                .map(progress -> progress.order().supplier())
                .distinct()
                .sorted()
                .toList();
    }

    private static PurchaseProgress withOwn(StatelessSession session, PurchaseProgress told) {
        Map<Sku, Came> sums = new TreeMap<>(arrivals(session, told.order().orderId()));
        told.came().forEach(came -> sums.merge(came.sku(), came, PurchaseStore::more));
        return new PurchaseProgress(told.order(), new ArrayList<>(sums.values()));
    }

    private static Came more(Came one, Came other) {
        return one.quantity().compareTo(other.quantity()) >= 0 ? one : other;
    }

    private static Map<Sku, Came> arrivals(StatelessSession session, UUID orderId) {
        Map<Sku, Came> arrivals = new TreeMap<>();
        Sql.list(
                        session,
                        Object[].class,
                        MOST,
                        "select sku, quantity, damaged from purchase_arrival where order_id = ?1",
                        orderId)
                .forEach(row -> {
                    Sku sku = new Sku((String) row[0]);
                    arrivals.put(
                            sku,
                            new Came(
                                    sku, new Quantity((Long) row[1]), new Quantity((Long) row[2])));
                });
        return arrivals;
    }
}
