package kmmotos.installers.drill;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/// The server is killed in the middle of taking a sale in: at the statement that writes each of
/// these tables, because somebody else holds the table until it is dead. Nothing of the half may
/// remain, and the till must bring the sale again.
final class ServerKillDrill {

    /// In the order in which an upload writes them.
    private static final List<String> TABLES =
            List.of(
                    "till",
                    "journal_entry",
                    "event",
                    "sale",
                    "ledger_line",
                    "takings",
                    "stock_movement",
                    "stock_balance",
                    "feed_scope",
                    "journal_stream");

    private ServerKillDrill() {}

    /// @param points at how many of the tables; the seed chooses
    static Outcome run(Path folder, Clock clock, long seed, int points) throws IOException {
        Findings found = new Findings(clock);
        List<String> tables = new ArrayList<>(TABLES);
        Collections.shuffle(tables, new Random(seed));
        List<String> chosen = tables.subList(0, Math.min(points, tables.size()));
        try (PostgresCluster cluster = PostgresCluster.make(folder.resolve("data"))) {
            DrilledChain.start(cluster);
            try (TwoShops shops =
                    DrilledChain.shops(folder.resolve("shops"), cluster.address(), "none", "")) {
                for (String table : chosen) {
                    shops.sync();
                    killAt(table, shops, cluster);
                    shops.first().sell(TwoShops.sku(1), 1);
                    shops.server().startAgain();
                }
                found.figure("killed while writing", chosen);
                return found.outcome("server-kill", shops.booksAfterwards());
            }
        }
    }

    private static void killAt(String table, TwoShops shops, PostgresCluster cluster) {
        try (Connection holder = cluster.connect(DrilledChain.DATABASE);
                Statement statement = holder.createStatement()) {
            holder.setAutoCommit(false);
            statement.execute("lock table " + table + " in exclusive mode");
            shops.second().sell(TwoShops.sku(2), 1);
            Pause.until(
                    "the server waits for " + table,
                    () ->
                            cluster.number(
                                            DrilledChain.DATABASE,
                                            "select count(*) from pg_locks where not granted and"
                                                    + " relation = '"
                                                    + table
                                                    + "'::regclass")
                                    > 0);
            shops.server().kill();
            holder.rollback();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
