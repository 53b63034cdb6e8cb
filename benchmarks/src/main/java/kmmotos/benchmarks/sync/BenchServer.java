package kmmotos.benchmarks.sync;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import kmmotos.installers.process.ServerProcess;
import kmmotos.server.storage.DataFolder;
import kmmotos.server.storage.DatabaseAddress;
import kmmotos.server.storage.LocalPostgres;
import kmmotos.server.storage.StorageFailed;

/// A server in a process of its own on a PostgreSQL that forces each commit to disk, and a way past
/// it into the database.
public final class BenchServer implements AutoCloseable {

    /// With it head office signs in as `admin`.
    public static final String PASSWORD = "bench-of-the-office";

    /// Its database.
    public static final String NAME = "bench";

    /// As the package starts it, but with a heap that does not depend on the machine.
    private static final List<String> OPTIONS =
            List.of("-Xmx2g", "-XX:+UseParallelGC", "-XX:NewRatio=1");

    private final DataFolder data;

    /// Where PostgreSQL notes its process.
    private final Path postmaster;

    private final LocalPostgres postgres;
    private final DatabaseAddress address;
    private final ServerProcess server;

    private BenchServer(
            DataFolder data,
            LocalPostgres postgres,
            DatabaseAddress address,
            ServerProcess server) {
        this.data = data;
        this.address = address;
        this.postmaster = data.path().resolve("postgres").resolve("postmaster.pid");
        this.postgres = postgres;
        this.server = server;
    }

    /// Where its PostgreSQL is, below the folder that it was started with.
    public static Path database(Path folder) {
        return folder.resolve("database");
    }

    /// On what an earlier one left in the folder, if there was one.
    public static BenchServer start(Path folder) {
        DataFolder data = DataFolder.open(database(folder));
        LocalPostgres postgres = LocalPostgres.start(data, 0);
        try {
            DatabaseAddress address = postgres.database(NAME);
            return new BenchServer(
                    data,
                    postgres,
                    address,
                    ServerProcess.start(folder.resolve("server"), OPTIONS, settings(address)));
        } catch (RuntimeException e) {
            postgres.close();
            throw e;
        }
    }

    private static Map<String, String> settings(DatabaseAddress address) {
        return Map.of(
                "KM_HTTP_REQUESTS_A_MINUTE",
                "0",
                "KM_HTTP_ACCOUNTS_A_MINUTE",
                "0",
                "KM_DATABASE_URL",
                address.url(),
                "KM_DATABASE_OWNER_PASSWORD",
                address.owner().password(),
                "KM_DATABASE_APP_PASSWORD",
                address.application().password(),
                "KM_IDENTITY_FIRST_PASSWORD",
                PASSWORD,
                "KM_LOG_LEVEL",
                "WARN",
                "KM_LOG_ACCESS",
                "OFF");
    }

    public String url() {
        return server.url();
    }

    public int port() {
        return server.port();
    }

    /// Where the server finds its database.
    public DatabaseAddress address() {
        return address;
    }

    /// As superuser.
    public Connection connect() throws SQLException {
        return postgres.connect(NAME);
    }

    /// Makes tills, and their stores where there are none, as if they had been enrolled.
    public void enrol(List<SimulatedTill> tills) {
        try (Connection connection = connect();
                PreparedStatement store =
                        connection.prepareStatement(
                                "insert into store values (?, ?, 'BR', 'America/Sao_Paulo', 'BRL',"
                                        + " 'BR', 'pt-BR', true, '{}', '') on conflict do nothing");
                PreparedStatement till =
                        connection.prepareStatement(
                                "insert into till (device_id, store_id, number, name, public_key,"
                                        + " enrolled_at) values (?, ?, ?, ?, ?, now())")) {
            connection.setAutoCommit(false);
            for (SimulatedTill one : tills) {
                store.setString(1, one.till().storeId().value());
                store.setString(2, "Store " + one.till().storeId());
                store.addBatch();
                till.setObject(1, one.till().deviceId().value());
                till.setString(2, one.till().storeId().value());
                till.setInt(3, one.till().number());
                till.setString(4, one.till().name());
                till.setBytes(5, one.publicKey());
                till.addBatch();
            }
            store.executeBatch();
            till.executeBatch();
            connection.commit();
        } catch (SQLException e) {
            throw new StorageFailed("tills can't be made", e);
        }
    }

    /// A figure that the server tells of itself; 0 if it does not.
    public double metric(String name) {
        try (Line line = new Line(port())) {
            byte[] get =
                    "GET /metrics HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII);
            return line.ask(get)
                    .body()
                    .lines()
                    .filter(metric -> metric.startsWith(name + " "))
                    .mapToDouble(metric -> Double.parseDouble(metric.substring(name.length() + 1)))
                    .findFirst()
                    .orElse(0);
        }
    }

    /// The processor time of the server's process so far; 0 where the machine does not tell.
    public double serverSeconds() {
        return seconds(Stream.of(ProcessHandle.of(server.pid()).orElseThrow()));
    }

    /// How much PostgreSQL has written to its write-ahead log so far.
    double logBytes() {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet bytes =
                        statement.executeQuery(
                                "select pg_wal_lsn_diff(pg_current_wal_insert_lsn(), '0/0')")) {
            return bytes.next() ? bytes.getDouble(1) : 0;
        } catch (SQLException e) {
            throw new StorageFailed("the log's length can't be asked", e);
        }
    }

    /// The processor time of the processes that PostgreSQL has now.
    public double databaseSeconds() {
        try (Stream<String> lines = Files.lines(postmaster)) {
            long pid = Long.parseLong(lines.findFirst().orElseThrow().strip());
            ProcessHandle database = ProcessHandle.of(pid).orElseThrow();
            return seconds(Stream.concat(Stream.of(database), database.descendants()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static double seconds(Stream<ProcessHandle> processes) {
        return processes
                .flatMap(one -> one.info().totalCpuDuration().stream())
                .mapToDouble(time -> time.toNanos() / 1e9)
                .sum();
    }

    /// What the server's process held of the machine's memory at the most; 0 where it is not told.
    public long residentMegabytes() {
        Path status = Path.of("/proc", Long.toString(server.pid()), "status");
        if (!Files.isReadable(status)) {
            return 0;
        }
        try (Stream<String> lines = Files.lines(status)) {
            return lines.filter(line -> line.startsWith("VmHWM:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1_024)
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try (data;
                postgres) {
            server.close();
        }
    }
}
