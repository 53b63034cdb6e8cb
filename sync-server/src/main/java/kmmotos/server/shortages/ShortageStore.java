package kmmotos.server.shortages;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import kmmotos.model.catalog.Sku;
import kmmotos.model.money.Quantity;
import kmmotos.model.orders.Order;
import kmmotos.model.stores.StoreId;
import kmmotos.server.http.Page;
import kmmotos.server.stock.LineName;
import kmmotos.server.storage.Sql;
import kmmotos.server.storage.Sql.Column;
import org.hibernate.StatelessSession;
import org.jspecify.annotations.Nullable;

/// Reads oversell cases, which the database itself opens and closes, and keeps what was done.
final class ShortageStore {

    private static final String CASES =
            """
            select c.case_id, c.store_id, c.sku, v.names, v.options, c.opened_at, c.closed_at, b.on_hand, b.reserved
            from oversell_case c join stock_balance b using (store_id, sku)
            left join variant v using (sku) where\040\
            """;

    /// The open cases that the caller may see, by store and SKU.
    List<ShortageCase> open(StatelessSession session, Optional<StoreId> store, Page.Wanted wanted) {
        StringBuilder sql = new StringBuilder(CASES).append("c.closed_at is null");
        List<@Nullable Object> parameters = new ArrayList<>();
        store.ifPresent(id -> {
            sql.append(" and c.store_id = ?");
            parameters.add(id.value());
        });
        if (!wanted.first()) {
            sql.append(" and (c.store_id, c.sku) > (?, ?)");
            parameters.addAll(wanted.after());
        }
        sql.append(" order by c.store_id, c.sku limit ?");
        parameters.add(wanted.rowsToRead());
        return Sql.list(session, sql.toString(), ShortageStore::shortage, parameters.toArray());
    }

    Optional<ShortageCase> find(StatelessSession session, UUID caseId) {
        return Sql.first(session, CASES + "c.case_id = ?", ShortageStore::shortage, caseId);
    }

    /// The open case of the first of these SKUs that has one.
    Optional<UUID> openCase(StatelessSession session, StoreId store, List<Sku> skus) {
        return Sql.first(
                session,
                "select case_id from oversell_case where store_id = ? and sku = any (?)"
                        + " and closed_at is null order by opened_at, sku limit 1",
                row -> row.getObject(1, UUID.class),
                store.value(),
                Column.texts(skus.stream().map(Sku::value).toList()));
    }

    /// The orders that hold what these cases are about, those that are served first at the
    /// beginning.
    Map<UUID, List<AffectedOrder>> affected(StatelessSession session, List<ShortageCase> cases) {
        Map<UUID, List<AffectedOrder>> affected = new HashMap<>();
        Sql.list(
                        session,
                        """
                        select c.case_id, o.document, r.quantity, r.firm,
                            least(r.quantity, greatest(0, sum(r.quantity) over (
                                partition by c.case_id
                                order by r.firm desc, o.placed_at, o.order_id)
                                - greatest(b.on_hand, 0))) as missing
                        from oversell_case c join stock_balance b using (store_id, sku)
                        join reservation r using (store_id, sku)
                        join customer_order o on o.order_id = r.order_id
                        where c.case_id = any (?) and c.closed_at is null
                        order by c.case_id, r.firm desc, o.placed_at, o.order_id\
                        """,
                        row ->
                                Map.entry(
                                        row.getObject("case_id", UUID.class),
                                        new AffectedOrder(
                                                Sql.json(row, "document", Order.class),
                                                Quantity.of(row.getBigDecimal("quantity")),
                                                row.getBoolean("firm"),
                                                Quantity.of(row.getBigDecimal("missing")))),
                        Column.of("uuid", cases, ShortageCase::caseId))
                .forEach(found ->
                        affected.computeIfAbsent(found.getKey(), _ -> new ArrayList<>())
                                .add(found.getValue()));
        return affected;
    }

    void add(StatelessSession session, UUID caseId, StoreId of, ShortageAction action) {
        Sql.update(
                session,
                """
                insert into shortage_action (action_id, case_id, store_id, kind, order_id,
                    other_store, sku, quantity, note, staff_id, at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (action_id) do nothing\
                """,
                action.actionId(),
                caseId,
                of.value(),
                action.kind().word(),
                action.orderId().orElse(null),
                action.store().map(StoreId::value).orElse(null),
                action.sku().map(Sku::value).orElse(null),
                action.quantity().map(Quantity::decimal).orElse(null),
                action.note(),
                action.staffId(),
                action.at());
    }

    /// What was done about these cases, in its order.
    Map<UUID, List<ShortageAction>> actions(StatelessSession session, List<ShortageCase> cases) {
        Map<UUID, List<ShortageAction>> actions = new HashMap<>();
        Sql.list(
                        session,
                        "select * from shortage_action where case_id = any (?) order by at,"
                                + " action_id",
                        row -> Map.entry(row.getObject("case_id", UUID.class), action(row)),
                        Column.of("uuid", cases, ShortageCase::caseId))
                .forEach(found ->
                        actions.computeIfAbsent(found.getKey(), _ -> new ArrayList<>())
                                .add(found.getValue()));
        return actions;
    }

    private static ShortageAction action(ResultSet row) throws SQLException {
        return new ShortageAction(
                row.getObject("action_id", UUID.class),
                ShortageAction.Kind.parse(row.getString("kind")),
                Optional.ofNullable(row.getObject("order_id", UUID.class)),
                Optional.ofNullable(row.getString("other_store")).map(StoreId::new),
                Optional.ofNullable(row.getString("sku")).map(Sku::new),
                Optional.ofNullable(row.getBigDecimal("quantity")).map(Quantity::of),
                row.getString("note"),
                row.getObject("staff_id", UUID.class),
                Sql.instant(row, "at"));
    }

    private static ShortageCase shortage(ResultSet row) throws SQLException {
        return new ShortageCase(
                row.getObject("case_id", UUID.class),
                new StoreId(row.getString("store_id")),
                new Sku(row.getString("sku")),
                row.getString("names") == null ? Optional.empty() : Optional.of(LineName.from(row)),
                Sql.instant(row, "opened_at"),
                Sql.optionalInstant(row, "closed_at"),
                Quantity.of(row.getBigDecimal("on_hand")),
                Quantity.of(row.getBigDecimal("reserved")));
    }
}
