package kmmotos.desktop.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import kmmotos.desktop.storage.TillDatabase;
import kmmotos.model.orders.SampleOrders;
import kmmotos.model.sales.SampleSales;
import kmmotos.model.sync.Event;
import kmmotos.model.sync.JournalEntry;
import kmmotos.model.sync.Policy;
import kmmotos.model.sync.RandomHistory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Facts applied together leave the very tables that they leave one by one, on real H2 files.
@SuppressWarnings("NullAway.Init")
class FactsTogetherTest {
    private static final int FACTS = 400;

    @TempDir Path temp;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void manyFactsAtOnceDoWhatTheyDoOneByOne(long seed) throws SQLException {
        RandomGenerator random = new Random(seed);
        List<SyncTables.Fact> history =
                new RandomHistory(random)
                        .next(FACTS).stream().map(entry -> fact(entry, random)).toList();

        var oneByOne = tables("one-by-one", history, 1);
        var inParts = tables("in-parts", history, random.nextInt(2, 60));
        var atOnce = tables("at-once", history, FACTS);

        assertThat(inParts).isEqualTo(oneByOne);
        assertThat(atOnce).isEqualTo(oneByOne);
        assertThat(oneByOne.get("SALE")).isNotEmpty();
    }

    private static SyncTables.Fact fact(JournalEntry entry, RandomGenerator random) {
        Event event = ((JournalEntry.Reading.Known) entry.read()).event();
        return new SyncTables.Fact(entry, event, random.nextInt(5) > 0);
    }

    /// What every table holds after so many facts were applied at a time.
    private Map<String, List<String>> tables(
            String name, List<SyncTables.Fact> history, int atATime) throws SQLException {
        try (TillDatabase database = TillDatabase.open(temp.resolve(name), "key", Stores.rows())) {
            TillTables tables = new DatabaseTables(database, Stores.create());
            tables.write(to -> {
                Policy order = new Policy.OrderChanged(SampleOrders.placed());
                to.update(List.of(order), SampleSales.AT);
            });
            for (int i = 0; i < history.size(); i += atATime) {
                List<SyncTables.Fact> some =
                        history.subList(i, Math.min(history.size(), i + atATime));
                tables.write(to -> Projection.apply(to, some));
            }
            return dump(database);
        }
    }

    private static Map<String, List<String>> dump(TillDatabase database) throws SQLException {
        return database.read(session ->
                session.doReturningWork(connection -> {
                    var all = new TreeMap<String, List<String>>();
                    try (Statement statement = connection.createStatement()) {
                        List<String> names =
                                rows(
                                        statement,
                                        "select table_name from information_schema.tables"
                                                + " where table_schema = 'PUBLIC'"
                                                + " and table_name <> 'flyway_schema_history'");
                        for (String table : names) {
                            all.put(
                                    table,
                                    rows(statement, "select * from \"" + table + "\" order by 1"));
                        }
                    }
                    return all;
                }));
    }

    private static List<String> rows(Statement statement, String sql) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (ResultSet result = statement.executeQuery(sql)) {
            while (result.next()) {
                List<String> row = new ArrayList<>();
                for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                    row.add(String.valueOf(result.getString(i)));
                }
                rows.add(String.join(" | ", row));
            }
        }
        return rows;
    }
}
