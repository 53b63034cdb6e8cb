package kmmotos.server.stock;

import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import kmmotos.model.catalog.Sku;
import kmmotos.model.stock.Bins;
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

/// Takes bins.csv: where items lie in a store, as somebody decided it now. Items that the file does
/// not name stay where they are.
final class BinsImport {

    static final Set<String> COLUMNS = Set.of("store", "sku", "bins");

    private final BinStore bins = new BinStore();

    private record Row(int number, StoreId store, Sku sku, List<String> bins) {}

    /// @param by who sent the file
    ImportReport take(StatelessSession session, byte[] file, UUID by, Instant now) {
        Tally tally = new Tally("bins", COLUMNS);
        List<Row> rows = tally.read(file, COLUMNS, BinsImport::row);
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
        Set<List<String>> seen = new HashSet<>();
        SortedMap<Scope, List<Policy>> news =
                rows.stream()
                        .filter(row -> isKnown(row, stores, skus, tally))
                        .filter(row -> isFirst(row, seen, tally))
                        .map(row -> decided(row, by, now))
                        .filter(decided -> bins.keep(session, decided))
                        .collect(
                                Collectors.groupingBy(
                                        decided -> Scope.store(decided.store()),
                                        TreeMap::new,
                                        Collectors.mapping(
                                                Policy.BinsChanged::new, Collectors.toList())));
        tally.changed(news.values().stream().mapToInt(List::size).sum());
        Feed.publish(session, news);
        return tally.report();
    }

    private static Optional<Row> row(RowCheck row) {
        var store = row.required("store", StoreId::new);
        var sku = row.required("sku", Sku::new);
        var places = row.required("bins", BinsImport::places);
        return row.isFaulty()
                ? Optional.empty()
                : Optional.of(
                        new Row(
                                row.number(),
                                store.orElseThrow(),
                                sku.orElseThrow(),
                                places.orElseThrow()));
    }

    private static List<String> places(String cell) {
        List<String> places =
                Arrays.stream(cell.split("\\|", -1)).map(BinsImport::place).distinct().toList();
        if (places.size() > Bins.MAX_BINS) {
            throw new IllegalArgumentException(
                    "an item lies in at most " + Bins.MAX_BINS + " bins");
        }
        return places;
    }

    private static String place(String name) {
        return Bins.bin(name)
                .orElseThrow(
                        () -> new IllegalArgumentException("\"" + name + "\" is no name of a bin"));
    }

    private static boolean isKnown(Row row, Set<String> stores, Set<String> skus, Tally tally) {
        boolean hasStore = stores.contains(row.store().value());
        boolean hasSku = skus.contains(row.sku().value());
        if (!hasStore) {
            tally.refuse(row.number(), "store", "unknown_store", "no such store");
        } else if (!hasSku) {
            tally.refuse(row.number(), "sku", "unknown_sku", "no such SKU");
        }
        return hasStore && hasSku;
    }

    private static boolean isFirst(Row row, Set<List<String>> seen, Tally tally) {
        boolean isFirst = seen.add(List.of(row.store().value(), row.sku().value()));
        if (!isFirst) {
            tally.refuse(row.number(), "", "duplicate_row", "another row names the same item");
        }
        return isFirst;
    }

    private static Bins decided(Row row, UUID by, Instant now) {
        return new Bins(
                UuidV7.of(now, ThreadLocalRandom.current()),
                row.store(),
                row.sku(),
                row.bins(),
                now,
                by);
    }
}
