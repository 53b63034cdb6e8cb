package kmmotos.benchmarks.sync;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.random.RandomGenerator.SplittableGenerator;
import java.util.stream.IntStream;
import kmmotos.benchmarks.TemporaryFolder;
import kmmotos.benchmarks.Timings;
import kmmotos.installers.terminal.Command;
import kmmotos.installers.terminal.Options;
import kmmotos.installers.terminal.Table;
import kmmotos.installers.terminal.Terminal;
import kmmotos.model.stores.StoreId;
import kmmotos.model.sync.Cursor;
import kmmotos.model.sync.FeedPage;
import kmmotos.model.sync.Json;
import kmmotos.server.storage.StorageFailed;

/// `km bench sync`: sales of thousands of tills over HTTP into a server process of its own, with a
/// PostgreSQL that forces each commit to disk, against what that database can take at the most.
public final class SyncBench {

    private static final Command COMMAND =
            new Command(
                    "Usage: ./km bench sync [--quick] [--tills 3000] [--rounds 8] [--batches 2] [--warm-up 4]",
                    Set.of("--tills", "--rounds", "--batches", "--warm-up"),
                    Set.of("--quick"));
    private static final int TILLS_OF_A_STORE = 3;
    private static final int BATCH = 300;
    private static final String TRANSACTIONS = "km_sync_group_size_count";

    private final Terminal terminal;
    private final BenchServer server;
    private final List<SimulatedTill> tills;
    private final Table table = new Table("sync", "figure", "goal", "of the raw limit");

    private SyncBench(Terminal terminal, BenchServer server, List<SimulatedTill> tills) {
        this.terminal = terminal;
        this.server = server;
        this.tills = List.copyOf(tills);
    }

    /// How much is done.
    private record Size(int tills, int warmUp, int rounds, int catchingUp, int batches, int looks) {

        static Size from(Options options) {
            return options.has("--quick")
                    ? new Size(30, 2, 3, 3, 1, 5)
                    : new Size(
                            options.number("--tills", 3_000),
                            options.number("--warm-up", 4),
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
        try (TemporaryFolder folder = TemporaryFolder.make();
                BenchServer server = BenchServer.start(folder.path())) {
            new SyncBench(terminal, server, tills(size.tills())).measure(size);
        }
        return true;
    }

    private static List<SimulatedTill> tills(int count) {
        var random = SplittableGenerator.of("L64X128MixRandom");
        return IntStream.range(0, count)
                .mapToObj(i ->
                        new SimulatedTill(
                                new StoreId("B" + i / TILLS_OF_A_STORE),
                                1 + i % TILLS_OF_A_STORE,
                                random.split(),
                                Clock.systemUTC()))
                .toList();
    }

    private void measure(Size size) {
        server.enrol(tills);
        terminal.say(
                String.format(
                        Locale.ROOT,
                        "%,d tills of %,d stores; server, database and driver share %d cores",
                        tills.size(),
                        (tills.size() + TILLS_OF_A_STORE - 1) / TILLS_OF_A_STORE,
                        Runtime.getRuntime().availableProcessors()));
        Herd.Run _ = Herd.send(server.port(), requests(tills, size.warmUp(), 1));
        List<List<byte[]>> oneByOne = requests(tills, size.rounds(), 1);
        double transactions = server.metric(TRANSACTIONS);
        Cost herdCost = Cost.begin(server);
        Herd.Run herd = Herd.send(server.port(), oneByOne);
        herdCost = herdCost.until(server);
        double groups = server.metric(TRANSACTIONS) - transactions;
        double resident = server.residentMegabytes();
        List<SimulatedTill> late = tills.subList(0, Math.min(size.catchingUp(), tills.size()));
        List<List<byte[]>> batches = requests(late, size.batches(), BATCH);
        Cost batchCost = Cost.begin(server);
        Herd.Run catchUp = Herd.send(server.port(), batches);
        batchCost = batchCost.until(server);
        Timings lag = lag(size.looks());
        int sales = tills.size() * size.rounds();
        double raw = raw(sales);
        rate("sales/s, one by one", sales / herd.seconds(), "5,000", raw);
        row("  answered within, p50 ms", herd.timings().text(0.5), "");
        row("  answered within, p99 ms", herd.timings().text(0.99), "800");
        row("  uploads in one transaction", number(sales / Math.max(1, groups)), "");
        row("  told to come again", number(herd.busy()), "");
        cost(herdCost, herd, sales);
        row("  server process, MB resident", number(resident), "");
        int caughtUp = late.size() * size.batches() * BATCH;
        rate("sales/s, batches of " + BATCH, caughtUp / catchUp.seconds(), "10,000", raw);
        cost(batchCost, catchUp, caughtUp);
        rate("sales/s, raw limit (COPY)", raw, "", raw);
        row("seen by another till after, p50 ms", lag.text(0.5), "");
        row("seen by another till after, p99 ms", lag.text(0.99), "2,000");
        terminal.say(table.toString());
    }

    private void rate(String what, double perSecond, String goal, double raw) {
        table.row(what, number(perSecond), goal, "%.0f %%".formatted(100 * perSecond / raw));
    }

    /// Processor time does not grow as much as the clock's when others want the same cores.
    private void cost(Cost cost, Herd.Run run, int sales) {
        double driver = run.driverCores() * run.seconds();
        row("  processor µs a sale, server", number(cost.server() * 1e6 / sales), "");
        row("  processor µs a sale, database", number(cost.database() * 1e6 / sales), "");
        row("  processor µs a sale, driver", number(driver * 1e6 / sales), "");
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

    private double raw(int sales) {
        try (Connection connection = server.connect()) {
            return RawLimit.salesPerSecond(connection, sales);
        } catch (SQLException e) {
            throw new StorageFailed("no connection for the raw limit", e);
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
}
