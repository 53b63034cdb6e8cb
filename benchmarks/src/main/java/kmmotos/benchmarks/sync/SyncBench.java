package kmmotos.benchmarks.sync;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kmmotos.benchmarks.Timings;
import kmmotos.installers.process.ServerProcess;
import kmmotos.installers.terminal.Command;
import kmmotos.installers.terminal.Options;
import kmmotos.installers.terminal.Table;
import kmmotos.installers.terminal.Terminal;
import kmmotos.model.stores.StoreId;
import kmmotos.model.sync.Cursor;
import kmmotos.model.sync.FeedPage;
import kmmotos.model.sync.Json;
import kmmotos.server.storage.DataFolder;
import kmmotos.server.storage.DatabaseAddress;
import kmmotos.server.storage.LocalPostgres;
import kmmotos.server.storage.StorageFailed;

/// `km bench sync`: sales of thousands of tills over HTTP into a server process of its own, with a
/// PostgreSQL that forces each commit to disk, against what that database can take at the most.
public final class SyncBench {

    private static final Command COMMAND =
            new Command(
                    "Usage: ./km bench sync [--quick] [--tills 3000] [--rounds 8] [--batches 1]",
                    Set.of("--tills", "--rounds", "--batches"),
                    Set.of("--quick"));
    private static final int TILLS_OF_A_STORE = 3;
    private static final int BATCH = 300;
    private static final String TRANSACTIONS = "km_sync_group_size_count ";
    private static final int WARM_UP_ROUNDS = 2;

    private final Terminal terminal;
    private final LocalPostgres postgres;
    private final ServerProcess server;
    private final List<SimulatedTill> tills;
    private final Table table = new Table("sync", "figure", "goal", "of the raw limit");

    private SyncBench(
            Terminal terminal,
            LocalPostgres postgres,
            ServerProcess server,
            List<SimulatedTill> tills) {
        this.terminal = terminal;
        this.postgres = postgres;
        this.server = server;
        this.tills = List.copyOf(tills);
    }

    /// How much is done.
    private record Size(int tills, int rounds, int catchingUp, int batches, int looks) {

        static Size from(Options options) {
            return options.has("--quick")
                    ? new Size(30, 3, 3, 1, 5)
                    : new Size(
                            options.number("--tills", 3_000),
                            options.number("--rounds", 8),
                            40,
                            options.number("--batches", 2),
                            100);
        }
    }

    public static void main(String[] arguments) {
        Terminal terminal = Terminal.standard();
        System.exit(run(terminal, arguments));
    }

    /// Runs the benchmark and answers the exit code.
    public static int run(Terminal terminal, String[] arguments) {
        return COMMAND.run(terminal, arguments, options -> run(terminal, Size.from(options)));
    }

    private static boolean run(Terminal terminal, Size size) {
        Path folder = temporaryFolder();
        try (DataFolder data = DataFolder.open(folder.resolve("database"));
                LocalPostgres postgres = LocalPostgres.start(data, 0)) {
            DatabaseAddress address = postgres.database("bench");
            try (ServerProcess server =
                    ServerProcess.start(folder.resolve("server"), settings(address))) {
                new SyncBench(terminal, postgres, server, tills(size.tills())).measure(size);
            }
        } finally {
            delete(folder);
        }
        return true;
    }

    private static Map<String, String> settings(DatabaseAddress address) {
        return Map.of(
                "KM_DATABASE_URL", address.url(),
                "KM_DATABASE_OWNER_PASSWORD", address.owner().password(),
                "KM_DATABASE_APP_PASSWORD", address.application().password(),
                "KM_LOG_LEVEL", "WARN",
                "KM_LOG_ACCESS", "OFF");
    }

    private static List<SimulatedTill> tills(int count) {
        RandomGenerator random = RandomGenerator.of("L64X128MixRandom");
        return IntStream.range(0, count)
                .mapToObj(i ->
                        new SimulatedTill(
                                new StoreId("B" + i / TILLS_OF_A_STORE),
                                1 + i % TILLS_OF_A_STORE,
                                random,
                                Clock.systemUTC()))
                .toList();
    }

    private void measure(Size size) {
        enrol();
        terminal.say(
                String.format(
                        Locale.ROOT,
                        "%,d tills of %,d stores; server, database and driver share %d cores",
                        tills.size(),
                        (tills.size() + TILLS_OF_A_STORE - 1) / TILLS_OF_A_STORE,
                        Runtime.getRuntime().availableProcessors()));
        Herd.Run _ = Herd.send(server.port(), requests(tills, WARM_UP_ROUNDS, 1));
        List<List<byte[]>> oneByOne = requests(tills, size.rounds(), 1);
        double transactions = transactions();
        Herd.Run herd = Herd.send(server.port(), oneByOne);
        double groups = transactions() - transactions;
        double resident = residentMegabytes();
        List<SimulatedTill> late = tills.subList(0, Math.min(size.catchingUp(), tills.size()));
        Herd.Run catchUp = Herd.send(server.port(), requests(late, size.batches(), BATCH));
        Timings lag = lag(size.looks());
        int sales = tills.size() * size.rounds();
        double raw = raw(sales);
        rate("sales/s, one by one", sales / herd.seconds(), "5,000", raw);
        row("  answered within, p50 ms", herd.timings().text(0.5), "");
        row("  answered within, p99 ms", herd.timings().text(0.99), "800");
        row("  uploads in one transaction", number(sales / Math.max(1, groups)), "");
        row("  told to come again", number(herd.busy()), "");
        row("  cores taken by the driver", "%.2f".formatted(herd.driverCores()), "");
        row("  server process, MB resident", number(resident), "");
        int caughtUp = late.size() * size.batches() * BATCH;
        rate("sales/s, batches of " + BATCH, caughtUp / catchUp.seconds(), "10,000", raw);
        rate("sales/s, raw limit (COPY)", raw, "", raw);
        row("seen by another till after, p50 ms", lag.text(0.5), "");
        row("seen by another till after, p99 ms", lag.text(0.99), "2,000");
        terminal.say(table.toString());
    }

    private void rate(String what, double perSecond, String goal, double raw) {
        table.row(what, number(perSecond), goal, "%.0f %%".formatted(100 * perSecond / raw));
    }

    private void row(String what, String figure, String goal) {
        table.row(what, figure, goal, "");
    }

    private static String number(double figure) {
        return String.format(Locale.ROOT, "%,.0f", figure);
    }

    private static List<List<byte[]>> requests(List<SimulatedTill> tills, int each, int sales) {
        return tills.parallelStream()
                .map(till -> IntStream.range(0, each).mapToObj(_ -> till.upload(sales)).toList())
                .toList();
    }

    private void enrol() {
        try (Connection connection = postgres.connect("bench");
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

    private double raw(int sales) {
        try (Connection connection = postgres.connect("bench")) {
            return RawLimit.salesPerSecond(connection, sales);
        } catch (SQLException e) {
            throw new StorageFailed("no connection for the raw limit", e);
        }
    }

    /// How many transactions the database has committed with an upload in it, as the server counts.
    private double transactions() {
        try (Line line = new Line(server.port())) {
            byte[] get =
                    "GET /metrics HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0\r\n\r\n"
                            .getBytes(java.nio.charset.StandardCharsets.US_ASCII);
            return line.ask(get)
                    .body()
                    .lines()
                    .filter(metric -> metric.startsWith(TRANSACTIONS))
                    .mapToDouble(
                            metric -> Double.parseDouble(metric.substring(TRANSACTIONS.length())))
                    .findFirst()
                    .orElse(0);
        }
    }

    /// From the moment a till sends a sale until another till of its store has read of it.
    private Timings lag(int looks) {
        SimulatedTill seller = tills.getFirst();
        SimulatedTill reader = tills.get(1);
        long[] nanos = new long[looks];
        try (Line sending = new Line(server.port());
                Line reading = new Line(server.port());
                ExecutorService waiting = Executors.newSingleThreadExecutor()) {
            Cursor cursor = newest(reading, reader);
            for (int i = 0; i < looks; i++) {
                byte[] question = reader.feed(cursor, 20);
                byte[] sale = seller.upload(1);
                Future<FeedPage> news = waiting.submit(() -> page(reading, question));
                long begin = System.nanoTime();
                Line.Answer _ = sending.ask(sale);
                cursor = news.get().cursor();
                nanos[i] = System.nanoTime() - begin;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
        return Timings.of(nanos);
    }

    private static Cursor newest(Line line, SimulatedTill reader) {
        FeedPage page = page(line, reader.feed(Cursor.START, 0));
        while (page.more()) {
            page = page(line, reader.feed(page.cursor(), 0));
        }
        return page.cursor();
    }

    private static FeedPage page(Line line, byte[] question) {
        Line.Answer answer = line.ask(question);
        try {
            JsonNode tree = Json.MAPPER.readTree(answer.body());
            if (answer.status() != 200) {
                throw new IllegalStateException(tree.toString());
            }
            return Json.MAPPER.treeToValue(tree, FeedPage.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// What the server's process holds of the machine's memory now; 0 where it can't be asked.
    private static long residentMegabytes() {
        return ProcessHandle.current()
                .children()
                .map(child -> Path.of("/proc", Long.toString(child.pid()), "status"))
                .filter(Files::isReadable)
                .mapToLong(SyncBench::residentMegabytes)
                .max()
                .orElse(0);
    }

    private static long residentMegabytes(Path status) {
        try (Stream<String> lines = Files.lines(status)) {
            return lines.filter(line -> line.startsWith("VmHWM:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1_024)
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path temporaryFolder() {
        try {
            return Files.createTempDirectory("km-bench");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
