package kmmotos.benchmarks.growth;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import kmmotos.benchmarks.sync.BenchServer;
import kmmotos.server.storage.LocalPostgres;
import kmmotos.server.storage.StorageFailed;
import org.postgresql.PGConnection;
import org.postgresql.copy.PGCopyInputStream;

/// Makes millions of sales out of one that was uploaded, inside the database. Each table is emptied
/// and written whole, without its indexes and already frozen, as if vacuumed; then the indexes are
/// made. Only the journals' hashes are no true chain.
final class Fill {

    private static final int AT_ONCE = 2;
    private static final Duration SPAN = Duration.ofDays(365);

    /// As long as the server keeps its feed.
    private static final Duration HEARD = Duration.ofDays(90);

    /// What is worked out from other tables.
    private static final List<String> DERIVED = List.of("stock_balance", "takings", "feed_scope");

    /// The sales by their numbers.
    private static final String SALES =
            "(select i, k, seq, ms, to_timestamp(ms / 1000.0) as at from (select i, i % {tills} as"
                    + " k, i / {tills} + 1 as seq, {from} + i * {span} / {events} as ms from"
                    + " (select generate_series(0::bigint, {events} - 1) as i) counted) numbered)";

    private final LocalPostgres postgres;
    private final Progress progress;
    private final long from = Clock.systemUTC().instant().minus(SPAN).toEpochMilli();

    Fill(LocalPostgres postgres, Progress progress) {
        this.postgres = postgres;
        this.progress = progress;
    }

    /// A table and what it is filled with.
    private record Rows(String columns, String select) {

        String table() {
            return columns.substring(0, columns.indexOf(' '));
        }
    }

    /// Takes the one uploaded sale apart and removes it.
    static void keepTemplate(BenchServer server) {
        try (Connection connection = server.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(resource("template.sql"));
        } catch (SQLException e) {
            throw new StorageFailed("the uploaded sale can't be kept", e);
        }
    }

    /// How many bytes an event takes, with its indexes and all that follows from it.
    double bytesOfAnEvent() {
        Size probe = new Size(10, 20_000, 20);
        List<String> tables = fill(probe);
        String sum =
                "select sum(pg_total_relation_size(('public.' || t)::regclass)) from unnest(string_to_array('"
                        + String.join(",", tables)
                        + "', ',')) as t";
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sum)) {
            boolean _ = row.next();
            return row.getDouble(1) / probe.events();
        } catch (SQLException e) {
            throw new StorageFailed("the size can't be measured", e);
        }
    }

    /// Answers the filled tables.
    List<String> fill(Size size) {
        List<Rows> rows = rows(size);
        List<String> tables = rows.stream().map(Rows::table).toList();
        Indexes indexes = drop(tables);
        sideBySide(
                rows.stream()
                        .filter(one -> !DERIVED.contains(one.table()))
                        .<Runnable>map(one -> () -> write(one))
                        .toList());
        sideBySide(
                rows.stream()
                        .filter(one -> DERIVED.contains(one.table()))
                        .<Runnable>map(one -> () -> write(one))
                        .toList());
        sideBySide(indexes.again().stream().<Runnable>map(one -> () -> execute(one)).toList());
        execute(numbered(resource("after.sql"), size));
        execute("analyze");
        return tables;
    }

    private Indexes drop(List<String> tables) {
        try (Connection connection = connect()) {
            return Indexes.drop(connection, tables);
        } catch (SQLException e) {
            throw new StorageFailed("the indexes can't be dropped", e);
        }
    }

    /// Works two at a time, as the machine has cores.
    private static void sideBySide(List<Runnable> work) {
        try (ExecutorService workers = Executors.newFixedThreadPool(AT_ONCE)) {
            List<Future<?>> all = new ArrayList<>();
            for (Runnable one : work) {
                all.add(workers.submit(one));
            }
            await(workers, all);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException why) {
                throw why;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    /// What was not begun when something failed is not begun any more.
    private static void await(ExecutorService workers, List<Future<?>> all)
            throws InterruptedException, ExecutionException {
        try {
            for (Future<?> one : all) {
                one.get();
            }
        } finally {
            List<Runnable> _ = workers.shutdownNow();
        }
    }

    private void write(Rows rows) {
        progress.needs(0, "The table " + rows.table());
        long begin = System.nanoTime();
        try (Connection reading = connect();
                Connection writing = connect();
                Statement statement = writing.createStatement()) {
            writing.setAutoCommit(false);
            statement.execute("truncate " + rows.table());
            long written =
                    writing.unwrap(PGConnection.class)
                            .getCopyAPI()
                            .copyIn(
                                    "copy "
                                            + rows.columns()
                                            + " from stdin (format binary, freeze)",
                                    new PGCopyInputStream(
                                            reading.unwrap(PGConnection.class),
                                            "copy ("
                                                    + rows.select()
                                                    + ") to stdout (format binary)"),
                                    1 << 20);
            writing.commit();
            done("%,d rows in %s".formatted(written, rows.table()), begin);
        } catch (SQLException e) {
            throw new StorageFailed(rows.table() + " can't be filled", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void execute(String sql) {
        progress.needs(0, "What follows");
        long begin = System.nanoTime();
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
            done(sql.lines().findFirst().orElseThrow(), begin);
        } catch (SQLException e) {
            throw new StorageFailed("this failed: " + sql, e);
        }
    }

    /// What took no time is not told of.
    private void done(String what, long begin) {
        double seconds = (System.nanoTime() - begin) / 1e9;
        if (seconds >= 1) {
            progress.say(String.format(Locale.ROOT, "%6.1f s  %s", seconds, what));
        }
    }

    /// Without triggers: cases of oversell come at the end.
    private Connection connect() throws SQLException {
        Connection connection = postgres.connect(BenchServer.NAME);
        try (Statement statement = connection.createStatement()) {
            statement.execute("set session_replication_role = replica");
        }
        return connection;
    }

    private List<Rows> rows(Size size) {
        return Arrays.stream(resource("rows.sql").split("--- ", -1))
                .skip(1)
                .map(text -> numbered(text, size))
                .map(text ->
                        new Rows(
                                text.substring(0, text.indexOf('\n')),
                                text.substring(text.indexOf('\n') + 1)))
                .toList();
    }

    /// The SQL with the size's numbers in their places.
    private String numbered(String sql, Size size) {
        long rounds =
                Math.ceilDiv(
                        size.events() * SPAN.minus(HEARD).toDays(), SPAN.toDays() * size.tills());
        String text = sql.replace("{sales}", SALES);
        for (var number :
                Map.of(
                                "events",
                                size.events(),
                                "tills",
                                size.tills(),
                                "stores",
                                (long) size.stores(),
                                "items",
                                (long) size.items(),
                                "from",
                                from,
                                "span",
                                SPAN.toMillis(),
                                "heard",
                                rounds * size.tills())
                        .entrySet()) {
            text = text.replace("{" + number.getKey() + "}", Long.toString(number.getValue()));
        }
        return text;
    }

    private static String resource(String name) {
        try (InputStream file = Objects.requireNonNull(Fill.class.getResourceAsStream(name))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
