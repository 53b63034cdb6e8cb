package kmmotos.server.purchasing;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import kmmotos.model.catalog.Sku;
import kmmotos.model.money.Quantity;
import kmmotos.model.purchasing.PurchaseOrder;
import kmmotos.model.purchasing.PurchaseProgress;
import kmmotos.model.purchasing.PurchaseProgress.Came;
import kmmotos.model.stores.StoreId;
import kmmotos.model.sync.CanonicalJson;
import kmmotos.model.sync.Policy;
import kmmotos.model.sync.Scope;
import kmmotos.server.feed.Feed;
import kmmotos.server.http.Page;
import kmmotos.server.storage.Sql;
import kmmotos.server.storage.Sql.Column;
import org.hibernate.StatelessSession;
import org.jspecify.annotations.Nullable;

/// Purchase orders, and how far each has come: its progress is the sum of what was received.
public final class PurchaseStore {

    /// An order as head office sees it.
    public record Kept(PurchaseProgress progress, PurchaseProgress.State state, Instant changedAt) {

        static Kept of(PurchaseProgress progress, Instant changedAt) {
            return new Kept(progress, progress.state(), changedAt);
        }
    }

    private record Row(PurchaseOrder order, LocalDate expected, Instant changedAt) {}

    private static final String COLUMNS =
            "select document, expected, changed_at from purchase_order";

    /// Those that are awaited first, the earliest expected first.
    public Page<Kept> page(StatelessSession session, Optional<StoreId> store, Page.Wanted wanted) {
        List<String> after =
                wanted.first()
                        ? List.of("0", "0001-01-01", new UUID(0, 0).toString())
                        : wanted.after();
        List<Row> rows =
                Sql.list(
                        session,
                        COLUMNS
                                + " where (?::text is null or store_id = ?)"
                                + " and ((state <> 'open')::integer, expected, order_id)"
                                + " > (?::integer, ?::date, ?::uuid)"
                                + " order by (state <> 'open')::integer, expected, order_id limit ?",
                        PurchaseStore::row,
                        store.map(StoreId::value).orElse(null),
                        store.map(StoreId::value).orElse(null),
                        after.get(0),
                        after.get(1),
                        after.get(2),
                        wanted.rowsToRead());
        return Page.of(kept(session, rows), wanted, PurchaseStore::keys);
    }

    private static List<String> keys(Kept kept) {
        PurchaseOrder order = kept.progress().order();
        return List.of(
                kept.progress().isAwaited() ? "0" : "1",
                order.expected().toString(),
                order.orderId().toString());
    }

    public Optional<Kept> find(StatelessSession session, UUID orderId) {
        return kept(
                        session,
                        Sql.list(
                                session,
                                COLUMNS + " where order_id = ?",
                                PurchaseStore::row,
                                orderId))
                .stream()
                .findFirst();
    }

    Optional<UUID> idOf(StatelessSession session, String number) {
        return Sql.first(
                session,
                "select order_id from purchase_order where number = ?",
                row -> row.getObject("order_id", UUID.class),
                number);
    }

    /// What a store awaits.
    public List<PurchaseProgress> awaited(StatelessSession session, StoreId store) {
        return kept(
                        session,
                        Sql.list(
                                session,
                                COLUMNS
                                        + " where store_id = ? and state = 'open' order by order_id",
                                PurchaseStore::row,
                                store.value()))
                .stream()
                .map(Kept::progress)
                .toList();
    }

    /// How far these have come; they stay locked, so that of two receipts the later sees the
    /// earlier's.
    Map<UUID, PurchaseProgress> locked(StatelessSession session, Collection<UUID> orderIds) {
        List<Row> rows =
                Sql.list(
                        session,
                        COLUMNS + " where order_id = any (?) order by order_id for update",
                        PurchaseStore::row,
                        Column.uuids(List.copyOf(orderIds)));
        Map<UUID, PurchaseProgress> progress = new LinkedHashMap<>();
        kept(session, rows)
                .forEach(kept -> progress.put(kept.progress().order().orderId(), kept.progress()));
        return progress;
    }

    /// Makes or changes an order and tells the tills; what came of it stays.
    ///
    /// @param by who decided it; none if it was a program
    public void save(
            StatelessSession session, PurchaseOrder order, @Nullable UUID by, Instant now) {
        PurchaseProgress progress =
                new PurchaseProgress(
                        order,
                        came(session, List.of(order.orderId()))
                                .getOrDefault(order.orderId(), List.of()));
        Sql.update(
                session,
                """
                insert into purchase_order (order_id, number, store_id, supplier, expected, document,
                    state, changed_at, changed_by)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (order_id) do update set number = excluded.number,
                    supplier = excluded.supplier, expected = excluded.expected,
                    document = excluded.document, state = excluded.state,
                    changed_at = excluded.changed_at, changed_by = excluded.changed_by\
                """,
                order.orderId(),
                order.number(),
                order.store().value(),
                order.supplier(),
                order.expected(),
                new String(CanonicalJson.bytes(order), StandardCharsets.UTF_8),
                word(progress),
                now,
                by);
        Feed.publish(
                session,
                Scope.store(order.store()),
                List.of(new Policy.PurchaseOrderChanged(progress)));
    }

    /// Something came of an order.
    void came(StatelessSession session, PurchaseProgress progress, Instant now) {
        Sql.update(
                session,
                "update purchase_order set state = ?, changed_at = ? where order_id = ?",
                word(progress),
                now,
                progress.order().orderId());
    }

    private static String word(PurchaseProgress progress) {
        return switch (progress.state()) {
            case ORDERED, PARTLY_RECEIVED -> "open";
            case RECEIVED -> "received";
            case CLOSED -> "closed";
        };
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                Sql.json(row, "document", PurchaseOrder.class),
                row.getObject("expected", LocalDate.class),
                Sql.instant(row, "changed_at"));
    }

    private static List<Kept> kept(StatelessSession session, List<Row> rows) {
        Map<UUID, List<Came>> came =
                came(session, rows.stream().map(row -> row.order().orderId()).toList());
        return rows.stream()
                .map(row ->
                        Kept.of(
                                new PurchaseProgress(
                                        row.order(),
                                        came.getOrDefault(row.order().orderId(), List.of())),
                                row.changedAt()))
                .toList();
    }

    private static Map<UUID, List<Came>> came(StatelessSession session, List<UUID> orderIds) {
        Map<UUID, List<Came>> came = new LinkedHashMap<>();
        if (orderIds.isEmpty()) {
            return came;
        }
        Sql.list(
                        session,
                        """
                        select order_id, sku, sum(quantity) as quantity, sum(damaged) as damaged
                        from purchase_receipt_line where order_id = any (?)
                        group by order_id, sku order by order_id, sku collate "C"\
                        """,
                        row ->
                                Map.entry(
                                        row.getObject("order_id", UUID.class),
                                        new Came(
                                                new Sku(row.getString("sku")),
                                                Quantity.of(row.getBigDecimal("quantity")),
                                                Quantity.of(row.getBigDecimal("damaged")))),
                        Column.uuids(orderIds))
                .forEach(one ->
                        came.computeIfAbsent(one.getKey(), _ -> new ArrayList<>())
                                .add(one.getValue()));
        return came;
    }
}
