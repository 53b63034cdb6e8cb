package kmmotos.server.stock;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import kmmotos.model.catalog.Sku;
import kmmotos.model.money.Quantity;
import kmmotos.model.stock.Transfer;
import kmmotos.model.stock.TransferProgress;
import kmmotos.model.stores.StoreId;
import kmmotos.server.stock.TransferEffect.Told;
import kmmotos.server.storage.Sql;
import kmmotos.server.storage.Sql.Column;
import org.hibernate.StatelessSession;

/// Keeps what is known of transfers.
final class TransferStore {

    private record Line(Told of, Transfer.Line line) {}

    private record Row(UUID id, Head head, TransferProgress.Line line) {}

    private record Head(StoreId from, StoreId to, Optional<Instant> sentAt) {}

    private TransferStore() {}

    /// @throws IllegalArgumentException if goods go to, or come from, a store that is none
    static void checkStores(StatelessSession session, List<Told> told) {
        List<String> named =
                told.stream()
                        .flatMap(one -> java.util.stream.Stream.of(one.from(), one.to()))
                        .map(StoreId::value)
                        .distinct()
                        .toList();
        List<String> unknown =
                Sql.list(
                        session,
                        "select n.id from unnest(?) as n (id) left join store s on s.store_id ="
                                + " n.id where s.store_id is null",
                        row -> row.getString("id"),
                        Column.texts(named));
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException("there is no store " + unknown.getFirst());
        }
    }

    /// Adds what these events tell. The transfers' rows are locked in the order of their ids.
    static void add(StatelessSession session, List<Told> told) {
        addTransfers(session, told);
        Sql.update(
                session,
                """
                insert into transfer_event (event_id, transfer_id)
                select * from unnest(?, ?) as e\
                """,
                Column.of("uuid", told, Told::eventId),
                Column.of("uuid", told, Told::transferId));
        addLines(
                session,
                told.stream()
                        .flatMap(one -> one.lines().stream().map(line -> new Line(one, line)))
                        .toList());
        Sql.update(
                session,
                """
                update transfer t set state = case
                    when l.received = 0 then 'SENT'
                    when t.sent_at is not null and l.open = 0 then 'RECEIVED'
                    else 'PARTLY_RECEIVED' end
                from (select transfer_id, sum(received) as received,
                        count(*) filter (where sent > received) as open
                    from transfer_line where transfer_id = any (?) group by transfer_id) l
                where t.transfer_id = l.transfer_id\
                """,
                Column.of("uuid", told, Told::transferId));
    }

    private static void addTransfers(StatelessSession session, List<Told> told) {
        long known =
                Sql.update(
                        session,
                        """
                        insert into transfer (transfer_id, from_store, to_store, sent_at, changed_at)
                        select transfer_id, from_store, to_store, min(at) filter (where sending),
                            max(at)
                        from unnest(?, ?, ?, ?, ?)
                            as t (transfer_id, from_store, to_store, sending, at)
                        group by transfer_id, from_store, to_store order by transfer_id
                        on conflict (transfer_id) do update
                        set sent_at = coalesce(transfer.sent_at, excluded.sent_at),
                            changed_at = excluded.changed_at
                        where transfer.from_store = excluded.from_store
                            and transfer.to_store = excluded.to_store\
                        """,
                        Column.of("uuid", told, Told::transferId),
                        Column.of("text", told, one -> one.from().value()),
                        Column.of("text", told, one -> one.to().value()),
                        Column.of("boolean", told, Told::sending),
                        Column.instants(told.stream().map(Told::at).toList()));
        if (known != told.stream().map(Told::transferId).distinct().count()) {
            throw new IllegalArgumentException("a transfer is between the same two stores always");
        }
    }

    private static void addLines(StatelessSession session, List<Line> lines) {
        Sql.update(
                session,
                """
                insert into transfer_line (transfer_id, sku, sent, received)
                select transfer_id, sku, coalesce(sum(quantity) filter (where sending), 0),
                    coalesce(sum(quantity) filter (where not sending), 0)
                from unnest(?, ?, ?, ?) as l (transfer_id, sku, sending, quantity)
                group by transfer_id, sku order by transfer_id, sku
                on conflict (transfer_id, sku) do update
                set sent = transfer_line.sent + excluded.sent,
                    received = transfer_line.received + excluded.received\
                """,
                Column.of("uuid", lines, line -> line.of().transferId()),
                Column.of("text", lines, line -> line.line().sku().value()),
                Column.of("boolean", lines, line -> line.of().sending()),
                Column.of("numeric", lines, line -> line.line().quantity().decimal()));
    }

    static List<TransferProgress> progress(StatelessSession session, Collection<UUID> ids) {
        return list(session, "t.transfer_id = any (?)", Column.uuids(List.copyOf(ids)));
    }

    /// The transfers from or to a store that are not wholly received.
    static List<TransferProgress> open(StatelessSession session, StoreId store) {
        return list(
                session,
                "t.state <> 'RECEIVED' and (t.from_store = ? or t.to_store = ?)",
                store.value(),
                store.value());
    }

    /// The open transfers of the chain after an id, in the order of their ids, which is that of
    /// their time.
    static List<TransferProgress> open(
            StatelessSession session, Optional<StoreId> store, Optional<UUID> after, int limit) {
        String text = store.map(StoreId::value).orElse("");
        return list(
                session,
                """
                t.transfer_id in (select transfer_id from transfer
                    where state <> 'RECEIVED' and transfer_id > ?
                        and (? = '' or from_store = ? or to_store = ?)
                    order by transfer_id limit ?)\
                """,
                after.orElse(new UUID(0, 0)),
                text,
                text,
                text,
                limit);
    }

    static long countOpen(StatelessSession session, StoreId store) {
        return Sql.first(
                        session,
                        "select count(*) from transfer where state <> 'RECEIVED'"
                                + " and (from_store = ? or to_store = ?)",
                        row -> row.getLong(1),
                        store.value(),
                        store.value())
                .orElseThrow();
    }

    private static List<TransferProgress> list(
            StatelessSession session, String where, Object... parameters) {
        Map<UUID, List<Row>> rows = new LinkedHashMap<>();
        Sql.list(
                        session,
                        """
                        select t.transfer_id, t.from_store, t.to_store, t.sent_at, l.sku, l.sent,
                            l.received
                        from transfer t join transfer_line l using (transfer_id) where %s
                        order by t.transfer_id, l.sku\
                        """
                                .formatted(where),
                        TransferStore::row,
                        parameters)
                .forEach(row -> rows.computeIfAbsent(row.id(), _ -> new ArrayList<>()).add(row));
        return rows.values().stream().map(TransferStore::progress).toList();
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getObject("transfer_id", UUID.class),
                new Head(
                        new StoreId(row.getString("from_store")),
                        new StoreId(row.getString("to_store")),
                        Sql.optionalInstant(row, "sent_at")),
                new TransferProgress.Line(
                        new Sku(row.getString("sku")),
                        Quantity.of(row.getBigDecimal("sent")),
                        Quantity.of(row.getBigDecimal("received"))));
    }

    private static TransferProgress progress(List<Row> rows) {
        Row first = rows.getFirst();
        return new TransferProgress(
                first.id(),
                first.head().from(),
                first.head().to(),
                first.head().sentAt(),
                rows.stream().map(Row::line).toList());
    }
}
