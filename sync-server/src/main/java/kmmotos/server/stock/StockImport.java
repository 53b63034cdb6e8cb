package kmmotos.server.stock;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import kmmotos.model.catalog.Sku;
import kmmotos.model.money.Quantity;
import kmmotos.model.stores.StoreId;
import kmmotos.model.sync.Policy;
import kmmotos.model.sync.Scope;
import kmmotos.model.sync.UuidV7;
import kmmotos.server.feed.Feed;
import kmmotos.server.imports.ImportReport;
import kmmotos.server.imports.ImportReport.Tally;
import kmmotos.server.imports.RowCheck;
import kmmotos.server.storage.Sql;
import kmmotos.server.storage.Sql.Column;
import org.hibernate.StatelessSession;

/// Takes stock.csv. No figure is written: what the file says beyond what is known is booked as
/// goods from a supplier, what it says less as an adjustment.
final class StockImport {

    static final Set<String> COLUMNS = Set.of("store", "sku", "quantity");

    private record Row(int number, StoreId store, Sku sku, Quantity quantity) {}

    private record Booked(StoreId store, Sku sku, BigDecimal change) {}

    ImportReport stock(StatelessSession session, byte[] file, Instant now) {
        Tally tally = new Tally("stock", COLUMNS);
        List<Row> rows = known(session, tally.read(file, COLUMNS, StockImport::parse), tally);
        UUID eventId = UuidV7.of(now, ThreadLocalRandom.current());
        List<Booked> booked = book(session, rows, eventId, now);
        tally.changed(booked.size());
        tell(session, booked, eventId, now);
        return tally.report();
    }

    private static Optional<Row> parse(RowCheck row) {
        Optional<StoreId> store = row.required("store", StoreId::new);
        Optional<Sku> sku = row.required("sku", Sku::new);
        Optional<Quantity> quantity = row.required("quantity", StockImport::quantity);
        return row.isFaulty()
                ? Optional.empty()
                : Optional.of(
                        new Row(
                                row.number(),
                                store.orElseThrow(),
                                sku.orElseThrow(),
                                quantity.orElseThrow()));
    }

    private static Quantity quantity(String text) {
        Quantity quantity = Quantity.parse(text);
        if (quantity.isNegative()) {
            throw new IllegalArgumentException("on hand is 0 or more, was " + text);
        }
        return quantity;
    }

    private static List<Row> known(StatelessSession session, List<Row> rows, Tally tally) {
        Set<String> stores =
                new HashSet<>(
                        Sql.list(session, "select store_id from store", row -> row.getString(1)));
        Set<String> skus =
                new HashSet<>(
                        Sql.list(
                                session,
                                "select sku from variant where sku = any (?)",
                                row -> row.getString(1),
                                Column.of("text", rows, row -> row.sku().value())));
        List<Row> known = new ArrayList<>(rows.size());
        Set<List<String>> seen = new HashSet<>();
        for (Row row : rows) {
            if (!stores.contains(row.store().value())) {
                tally.refuse(
                        row.number(), "store", "unknown_store", "there is no store " + row.store());
            } else if (!skus.contains(row.sku().value())) {
                tally.refuse(row.number(), "sku", "unknown_sku", "there is no SKU " + row.sku());
            } else if (!seen.add(List.of(row.store().value(), row.sku().value()))) {
                tally.refuse(row.number(), "", "duplicate_row", "another row counts the same");
            } else {
                known.add(row);
            }
        }
        return known;
    }

    /// Books the differences as movements and adds them to the balances, which are locked in the
    /// order of store and SKU.
    private static List<Booked> book(
            StatelessSession session, List<Row> rows, UUID eventId, Instant now) {
        return Sql.list(
                session,
                "with wanted as (select * from unnest(?, ?, ?) w (store_id, sku, quantity)), made as"
                        + " (insert into stock_balance (store_id, sku) select store_id, sku from wanted"
                        + " order by store_id, sku on conflict (store_id, sku) do update set on_hand ="
                        + " stock_balance.on_hand returning store_id, sku, on_hand), booked as (select"
                        + " w.store_id, w.sku, w.quantity - m.on_hand as change, row_number() over"
                        + " (order by w.store_id, w.sku) as line from wanted w join made m using"
                        + " (store_id, sku) where w.quantity <> m.on_hand), moved as (insert into"
                        + " stock_movement (event_id, line, store_id, sku, quantity, from_location,"
                        + " to_location, reason, at) select ?, line, store_id, sku, abs(change), case"
                        + " when change > 0 then 'SUPPLIER' else 'STORE' end, case when change > 0 then"
                        + " 'STORE' else 'ADJUST' end, 'IMPORT', ? from booked)"
                        + " select store_id, sku, change from booked order by store_id, sku",
                row ->
                        new Booked(
                                new StoreId(row.getString("store_id")),
                                new Sku(row.getString("sku")),
                                row.getBigDecimal("change")),
                Column.of("text", rows, row -> row.store().value()),
                Column.of("text", rows, row -> row.sku().value()),
                Column.of("numeric", rows, row -> row.quantity().decimal()),
                eventId,
                now);
    }

    private static void tell(
            StatelessSession session, List<Booked> booked, UUID eventId, Instant now) {
        Sql.update(
                session,
                "update stock_balance b set on_hand = b.on_hand + c.change from unnest(?, ?, ?) c"
                        + " (store_id, sku, change) where b.store_id = c.store_id and b.sku ="
                        + " c.sku",
                Column.of("text", booked, row -> row.store().value()),
                Column.of("text", booked, row -> row.sku().value()),
                Column.of("numeric", booked, Booked::change));
        SortedMap<StoreId, List<Booked>> byStore = new TreeMap<>();
        booked.forEach(
                row -> byStore.computeIfAbsent(row.store(), _ -> new ArrayList<>()).add(row));
        SortedMap<Scope, List<Policy>> news = new TreeMap<>();
        byStore.forEach((store, rows) -> {
            long place = HeadOfficeJournal.add(session, store, eventId, now);
            news.put(Scope.store(store), changes(rows, place));
        });
        Feed.publish(session, news);
    }

    /// @param place the booking's place in head office's journal at the store
    private static List<Policy> changes(List<Booked> rows, long place) {
        List<Policy> changes = new ArrayList<>(rows.size());
        for (int i = 0; i < rows.size(); i++) {
            boolean last = i == rows.size() - 1;
            changes.add(
                    new Policy.StockChanged(
                            rows.get(i).store(),
                            rows.get(i).sku(),
                            Quantity.of(rows.get(i).change()),
                            HeadOfficeJournal.DEVICE,
                            place,
                            Optional.of(HeadOfficeJournal.INCARNATION).filter(_ -> last)));
        }
        return changes;
    }
}
