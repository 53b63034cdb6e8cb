package kmmotos.benchmarks.growth;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.random.RandomGenerator.SplittableGenerator;
import kmmotos.benchmarks.sync.BenchServer;
import kmmotos.benchmarks.sync.Herd;
import kmmotos.benchmarks.sync.SimulatedTill;
import kmmotos.benchmarks.till.Catalogue;
import kmmotos.installers.api.ServerApi;
import kmmotos.installers.demo.HeadOffice;
import kmmotos.installers.terminal.Command;
import kmmotos.installers.terminal.Options;
import kmmotos.installers.terminal.Terminal;
import kmmotos.model.stores.StoreId;
import kmmotos.server.storage.LocalPostgres;
import kmmotos.server.storage.StorageFailed;

/// `km bench growth`: the same questions to servers that have more and more stores and events
/// stored. Each size is a database of its own, filled, asked and removed.
public final class GrowthBench {

    private static final Command COMMAND =
            new Command(
                    "Usage: ./km bench growth [--quick] [--stores 100,1000,10000] [--events"
                            + " 1000000,5000000,20000000] [--items 200] [--tills 300]",
                    Set.of("--stores", "--events", "--items", "--tills"),
                    Set.of("--quick"));
    private static final double GIGABYTE = 1e9;

    /// What sorting for the indexes takes for a while, and the database's log.
    private static final double PASSING = 3 * GIGABYTE;

    private static final double BYTES_OF_A_BALANCE = 700;

    /// Bytes of the disk that are left to others.
    private static final long FREE = 15_000_000_000L;

    private static final long FREE_WHEN_QUICK = 1_000_000_000L;

    private final Terminal terminal;
    private final TillLoad.Effort effort;
    private final boolean quick;

    private GrowthBench(Terminal terminal, TillLoad.Effort effort, boolean quick) {
        this.terminal = terminal;
        this.effort = effort;
        this.quick = quick;
    }

    public static void main(String[] arguments) {
        System.exit(run(Terminal.standard(), arguments));
    }

    /// Runs the benchmark and answers the exit code.
    public static int run(Terminal terminal, String[] arguments) {
        return COMMAND.run(terminal, arguments, options -> run(terminal, options));
    }

    private static boolean run(Terminal terminal, Options options) {
        if (options.has("--quick")) {
            var effort = new TillLoad.Effort(12, 2, 20, 3, 1);
            new GrowthBench(terminal, effort, true).measure(Size.of("4,20", "3000,9000", 20));
        } else {
            var effort = new TillLoad.Effort(options.number("--tills", 300), 20, 300, 20, 20);
            new GrowthBench(terminal, effort, false)
                    .measure(
                            Size.of(
                                    options.text("--stores").orElse("100,1000,10000"),
                                    options.text("--events").orElse("1000000,5000000,20000000"),
                                    options.number("--items", 200)));
        }
        return true;
    }

    private void measure(List<Size> sizes) {
        List<Figures> all = new ArrayList<>();
        try {
            for (Size size : sizes) {
                all.add(measure(size));
            }
        } finally {
            if (!all.isEmpty()) {
                terminal.say("\n" + Figures.table(all));
            }
        }
    }

    private Figures measure(Size size) {
        terminal.say("\n" + size);
        try (Site site = Site.open()) {
            Progress progress =
                    Progress.begin(terminal, site.path(), quick ? FREE_WHEN_QUICK : FREE);
            begin(site, size);
            fill(site, size, progress);
            BenchServer server = site.server();
            Figures figures = new Figures(terminal, size);
            if (quick) {
                Chores.check(server);
            }
            figures.add("database, GB", databaseBytes(server) / GIGABYTE);
            TillLoad.run(server, figures, size, effort);
            OfficeLoad.run(server, figures);
            Chores.run(server, figures);
            figures.add(
                    "server process, MB resident at the most", (double) server.residentMegabytes());
            progress.say("measured");
            return figures;
        }
    }

    /// A catalogue, and one real sale.
    private static void begin(Site site, Size size) {
        BenchServer server = site.server();
        try (ServerApi visitor = ServerApi.at(server.url())) {
            HeadOffice office =
                    new HeadOffice(
                            visitor.signedIn(HeadOffice.PREFIX, "admin", BenchServer.PASSWORD));
            new Catalogue(office, site.path(), size.items()).load();
        }
        var random = SplittableGenerator.of("L64X128MixRandom");
        SimulatedTill till =
                new SimulatedTill(new StoreId("TEMPLATE"), 1, random, Clock.systemUTC());
        server.enrol(List.of(till));
        Herd.Run _ = Herd.send(server.port(), List.of(List.of(till.upload(1))));
        Fill.keepTemplate(server);
    }

    private static void fill(Site site, Size size, Progress progress) {
        LocalPostgres postgres = site.toFill();
        Fill fill = new Fill(postgres, progress);
        double each = fill.bytesOfAnEvent();
        progress.say(String.format(Locale.ROOT, "%,.0f bytes an event", each));
        progress.needs(
                size.events() * each + size.balances() * BYTES_OF_A_BALANCE + PASSING,
                size.toString());
        long begin = System.nanoTime();
        List<String> _ = fill.fill(size);
        site.filled();
        progress.say(
                String.format(
                        Locale.ROOT, "filled in %.0f s", (System.nanoTime() - begin) / GIGABYTE));
    }

    private static double databaseBytes(BenchServer server) {
        try (Connection connection = server.connect();
                Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery("select pg_database_size(current_database())")) {
            boolean _ = row.next();
            return row.getDouble(1);
        } catch (SQLException e) {
            throw new StorageFailed("the size can't be read", e);
        }
    }
}
