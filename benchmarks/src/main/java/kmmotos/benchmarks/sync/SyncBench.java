package kmmotos.benchmarks.sync;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.random.RandomGenerator.SplittableGenerator;
import java.util.stream.IntStream;
import kmmotos.benchmarks.TemporaryFolder;
import kmmotos.benchmarks.Timings;
import kmmotos.installers.terminal.Command;
import kmmotos.installers.terminal.Options;
import kmmotos.installers.terminal.Table;
import kmmotos.installers.terminal.Terminal;
import kmmotos.model.stores.StoreId;
import kmmotos.server.storage.StorageFailed;

/// `km bench sync`: sales of thousands of tills over HTTP into a server process of its own, with a
/// PostgreSQL that forces each commit to disk, against what that database can take at the most.
public final class SyncBench {

    private static final Command COMMAND =
            new Command(
                    "Usage: ./km bench sync [--quick] [--tills 3000] [--rounds 8] [--batches 2] [--warm-up 20]",
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
    ///
    /// @param others how many shops sell while it is looked how soon news is seen
    private record Size(
            int tills, int warmUp, int rounds, int catchingUp, int batches, int looks, int others) {

        static Size from(Options options) {
            return options.has("--quick")
                    ? new Size(30, 2, 3, 3, 1, 5, 3)
                    : new Size(
                            options.number("--tills", 3_000),
                            options.number("--warm-up", 20),
                            options.number("--rounds", 8),
                            40,
                            options.number("--batches", 2),
                            50,
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
        Herd.Run unknown = Herd.send(server.port(), requests(tills, 1, 1));
        double residentAtFirst = server.residentMegabytes();
        Herd.Run _ = Herd.send(server.port(), requests(tills, size.warmUp(), 1));
        Measured herd = measured(tills, size.rounds(), 1);
        double resident = server.residentMegabytes();
        List<SimulatedTill> late = tills.subList(0, Math.min(size.catchingUp(), tills.size()));
        Herd.Run _ = Herd.send(server.port(), requests(late, 1, BATCH));
        Measured catchUp = measured(late, size.batches(), BATCH);
        Timings lag = NewsLag.whileOthersSell(server, tills, size.others(), size.looks());
        double raw = raw(herd.sales());
        row("all tills at once, unknown yet: seconds", seconds(unknown), "");
        row("  answered within, p99 ms", unknown.timings().text(0.99), "");
        row("  told to come again", number(unknown.busy()), "");
        row("  server process, MB resident", number(residentAtFirst), "");
        rate("sales/s, one by one", herd, "5,000", raw);
        row("  answered within, p50 ms", herd.run().timings().text(0.5), "");
        row("  answered within, p99 ms", herd.run().timings().text(0.99), "800");
        row("  uploads in one transaction", number(herd.uploadsInOne()), "");
        row("  told to come again", number(herd.run().busy()), "");
        row("  server process, MB resident at most", number(resident), "");
        rate("sales/s, batches of " + BATCH, catchUp, "10,000", raw);
        table.row("sales/s, raw limit (COPY)", number(raw), "", "100 %");
        row("seen by another till after, p50 ms", lag.text(0.5), "");
        row("seen by another till after, p99 ms", lag.text(0.99), "2,000");
        terminal.say(table.toString());
    }

    private Measured measured(List<SimulatedTill> tills, int each, int sales) {
        List<List<byte[]>> requests = requests(tills, each, sales);
        double transactions = server.metric(TRANSACTIONS);
        Cost begin = Cost.begin(server);
        Herd.Run run = Herd.send(server.port(), requests);
        int uploads = tills.size() * each;
        return new Measured(
                run,
                uploads * sales,
                uploads / Math.max(1, server.metric(TRANSACTIONS) - transactions),
                begin.until(server));
    }

    /// @param uploadsInOne how many uploads a transaction took in
    private record Measured(Herd.Run run, int sales, double uploadsInOne, Cost cost) {}

    /// Processor time does not grow as much as the clock's when others want the same cores.
    private void rate(String what, Measured measured, String goal, double raw) {
        double perSecond = measured.sales() / measured.run().seconds();
        table.row(what, number(perSecond), goal, "%.0f %%".formatted(100 * perSecond / raw));
        double toMicros = 1e6 / measured.sales();
        double driver = measured.run().driverCores() * measured.run().seconds();
        row("  processor µs a sale, server", number(measured.cost().server() * toMicros), "");
        row("  processor µs a sale, database", number(measured.cost().database() * toMicros), "");
        row("  processor µs a sale, driver", number(driver * toMicros), "");
        row("  WAL bytes a sale", number(measured.cost().log() / measured.sales()), "");
    }

    private static String seconds(Herd.Run run) {
        return String.format(Locale.ROOT, "%.1f", run.seconds());
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
}
