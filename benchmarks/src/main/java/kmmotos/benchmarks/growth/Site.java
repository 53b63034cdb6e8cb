package kmmotos.benchmarks.growth;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import kmmotos.benchmarks.TemporaryFolder;
import kmmotos.benchmarks.sync.BenchServer;
import kmmotos.server.storage.DataFolder;
import kmmotos.server.storage.LocalPostgres;
import kmmotos.server.storage.StorageFailed;

/// A folder with the database of one size, and what runs on it now. All of it goes when this is
/// closed, or the process is told to end.
final class Site implements AutoCloseable {

    /// How PostgreSQL fills quickly: what is written into a table that the same transaction emptied
    /// needs no log.
    private static final List<String> TO_FILL =
            List.of(
                    "alter system set wal_level = minimal",
                    "alter system set max_wal_senders = 0",
                    "alter system set max_wal_size = '8GB'",
                    "alter system set checkpoint_timeout = '30min'",
                    "alter system set shared_buffers = '1GB'",
                    "alter system set maintenance_work_mem = '1GB'",
                    "alter system set work_mem = '256MB'",
                    "alter system set autovacuum = off");

    private final TemporaryFolder folder;
    private final Thread hook;
    private final Deque<AutoCloseable> running = new ArrayDeque<>();
    private boolean closed;

    private Site(TemporaryFolder folder) {
        this.folder = folder;
        this.hook = new Thread(this::end, "clear-away");
    }

    static Site open() {
        Site site = new Site(TemporaryFolder.make());
        Runtime.getRuntime().addShutdownHook(site.hook);
        return site;
    }

    Path path() {
        return folder.path();
    }

    /// The server as it is started anywhere.
    synchronized BenchServer server() {
        stop();
        return keep(BenchServer.start(path()));
    }

    /// PostgreSQL alone, as it fills quickly.
    synchronized LocalPostgres toFill() {
        execute(TO_FILL);
        return postgres();
    }

    /// Ends the filling: the next server has PostgreSQL's usual settings.
    synchronized void filled() {
        execute(List.of("alter system reset all"));
        stop();
    }

    private void execute(List<String> statements) {
        LocalPostgres postgres = postgres();
        try (Connection connection = postgres.connect(BenchServer.NAME);
                Statement statement = connection.createStatement()) {
            for (String one : statements) {
                statement.execute(one);
            }
        } catch (SQLException e) {
            throw new StorageFailed("PostgreSQL can't be set up", e);
        }
    }

    private LocalPostgres postgres() {
        stop();
        DataFolder data = keep(DataFolder.open(BenchServer.database(path())));
        return keep(LocalPostgres.start(data, 0));
    }

    private <T extends AutoCloseable> T keep(T part) {
        running.push(part);
        return part;
    }

    private void stop() {
        if (closed) {
            throw new IllegalStateException("The benchmark was told to end.");
        }
        closeAll();
    }

    private void closeAll() {
        while (!running.isEmpty()) {
            close(running.pop());
        }
    }

    private static void close(AutoCloseable part) {
        try {
            part.close();
        } catch (Exception e) {
            throw new IllegalStateException(part + " does not end", e);
        }
    }

    private synchronized void end() {
        if (!closed) {
            closed = true;
            try (folder) {
                closeAll();
            }
        }
    }

    @Override
    public void close() {
        end();
        try {
            boolean _ = Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException _) {
            // It is the hook's turn already.
        }
    }
}
