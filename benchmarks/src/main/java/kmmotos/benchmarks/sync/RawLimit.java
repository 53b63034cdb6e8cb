package kmmotos.benchmarks.sync;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kmmotos.server.storage.StorageFailed;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/// What the database could take at the most: the very rows that the sales became, copied into empty
/// tables of the same shape, with the same indexes, in one transaction.
final class RawLimit {

    private static final List<String> TABLES =
            List.of(
                    "event",
                    "journal_entry",
                    "sale",
                    "sale_line",
                    "tender",
                    "ledger_line",
                    "stock_movement");

    private RawLimit() {}

    /// @param sales at most so many
    /// @return sales a second
    static double salesPerSecond(Connection superuser, int sales) {
        try {
            CopyManager copy = superuser.unwrap(PGConnection.class).getCopyAPI();
            superuser.setAutoCommit(false);
            Map<String, byte[]> rows = new LinkedHashMap<>();
            try (Statement statement = superuser.createStatement()) {
                statement.execute(
                        "create temporary table chosen as select event_id, sale_id from sale limit "
                                + sales);
                for (String table : TABLES) {
                    statement.execute(
                            "create table raw_" + table + " (like " + table + " including all)");
                    rows.put(table, rows(copy, table));
                }
            }
            superuser.commit();
            long begin = System.nanoTime();
            for (var table : rows.entrySet()) {
                copy.copyIn(
                        "copy raw_" + table.getKey() + " from stdin (format binary)",
                        new ByteArrayInputStream(table.getValue()));
            }
            superuser.commit();
            return sales / ((System.nanoTime() - begin) / 1e9);
        } catch (SQLException e) {
            throw new StorageFailed("the raw limit can't be measured", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] rows(CopyManager copy, String table) throws SQLException, IOException {
        String key = List.of("sale_line", "tender").contains(table) ? "sale_id" : "event_id";
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        copy.copyOut(
                "copy (select * from %s where %s in (select %s from chosen)) to stdout (format binary)"
                        .formatted(table, key, key),
                out);
        return out.toByteArray();
    }
}
