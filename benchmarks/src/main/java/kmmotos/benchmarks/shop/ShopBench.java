package kmmotos.benchmarks.shop;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.function.Supplier;
import kmmotos.benchmarks.TemporaryFolder;
import kmmotos.benchmarks.sync.BenchServer;
import kmmotos.benchmarks.sync.Cost;
import kmmotos.installers.api.ServerApi;
import kmmotos.installers.demo.HeadOffice;
import kmmotos.installers.terminal.Command;
import kmmotos.installers.terminal.Options;
import kmmotos.installers.terminal.Table;
import kmmotos.installers.terminal.Terminal;
import kmmotos.server.storage.StorageFailed;

/// `km bench shop`: how many searches, products' pages, added lines and whole checkouts the server
/// answers to 1 and to 16 customers at once, with the driver on the same machine; beside what is
/// written, how much of it the database could take from as many connections.
public final class ShopBench {

    private static final Command COMMAND =
            new Command(
                    "Usage: ./km bench shop [--quick] [--products 20000,100000] [--connections 1,16]"
                            + " [--seconds 15]",
                    Set.of("--products", "--connections", "--seconds"),
                    Set.of("--quick"));
    private static final Duration PATIENCE = Duration.ofMinutes(60);

    /// A cart's lines where only adding is measured, and where it is ordered.
    private static final int MANY_LINES = 20;

    private static final int LINES = 2;

    private final Terminal terminal;
    private final Duration time;
    private final int[] connections;

    private ShopBench(Terminal terminal, Duration time, int[] connections) {
        this.terminal = terminal;
        this.time = time;
        this.connections = connections;
    }

    public static void main(String[] arguments) {
        System.exit(run(Terminal.standard(), arguments));
    }

    /// Answers the exit code.
    public static int run(Terminal terminal, String[] arguments) {
        return COMMAND.run(terminal, arguments, options -> run(terminal, options));
    }

    private static boolean run(Terminal terminal, Options options) {
        boolean quick = options.has("--quick");
        int[] sizes = numbers(options.text("--products").orElse(quick ? "500" : "20000,100000"));
        ShopBench bench =
                new ShopBench(
                        terminal,
                        Duration.ofSeconds(options.number("--seconds", quick ? 1 : 15)),
                        numbers(options.text("--connections").orElse("1,16")));
        boolean well = true;
        for (int size : sizes) {
            well &= bench.measure(new PartsCatalogue(size));
        }
        return well;
    }

    /// What customers ask for; each kind is measured alone.
    private static Map<String, Function<Random, String>> steps(PartsCatalogue parts) {
        Map<String, Function<Random, String>> steps = new LinkedHashMap<>();
        steps.put("search", random -> search(parts, random));
        steps.put("search, with counts", random -> search(parts, random) + "&facets=true");
        steps.put("suggestions", random -> "/api/shop/v1/suggestions?q=" + begun(parts, random));
        steps.put("product", random -> "/api/shop/v1/products/" + parts.product(random));
        return steps;
    }

    private boolean measure(PartsCatalogue parts) {
        try (TemporaryFolder folder = TemporaryFolder.make();
                BenchServer server = BenchServer.start(folder.path());
                ServerApi visitor = ServerApi.at(server.url())) {
            ServerApi admin = visitor.signedIn(HeadOffice.PREFIX, "admin", BenchServer.PASSWORD);
            long begin = System.nanoTime();
            parts.load(new HeadOffice(admin), folder.path());
            boolean complete = awaitIndex(admin, parts.products());
            terminal.say(
                    "%,d products, loaded and indexed in %,.0f s"
                            .formatted(parts.products(), (System.nanoTime() - begin) / 1e9));
            Table table =
                    new Table(
                            "%,d products".formatted(parts.products()),
                            "connections",
                            "requests/s",
                            "p50 ms",
                            "p95 ms",
                            "p99 ms",
                            "errors",
                            "server µs",
                            "database µs",
                            "of the raw limit");
            boolean well = complete;
            for (int number : connections) {
                for (Map.Entry<String, Function<Random, String>> step : steps(parts).entrySet()) {
                    well &= read(table, server, number, step.getKey(), step.getValue());
                }
            }
            fillShelves(server);
            for (int number : connections) {
                well &= buy(table, server, parts, number);
            }
            terminal.say(table.toString());
            terminal.say("server process, MB resident at the most: " + server.residentMegabytes());
            return well;
        }
    }

    private boolean read(
            Table table,
            BenchServer server,
            int number,
            String name,
            Function<Random, String> path) {
        Run run = run(server, number, () -> Errand.reading(name, path));
        run.row(table, name, number, name, "");
        return run.result().errors() == 0;
    }

    private boolean buy(Table table, BenchServer server, PartsCatalogue parts, int number) {
        RawBuying raw = new RawBuying(server, parts, number);
        Run adding = run(server, number, () -> new Buying(parts, MANY_LINES, false));
        adding.row(
                table,
                Buying.ADD,
                number,
                Buying.ADD,
                share(
                        adding.result().perSecond(Buying.ADD),
                        raw.adds(time.dividedBy(2), MANY_LINES)));
        Run buying = run(server, number, () -> new Buying(parts, LINES, true));
        double ratio = raw.checkouts(time.dividedBy(2), LINES);
        buying.row(table, "complete the checkout", number, Buying.COMPLETE, "");
        buying.row(
                table,
                "whole checkout, " + LINES + " lines",
                number,
                Customers.WHOLE,
                share(buying.result().perSecond(Customers.WHOLE), ratio));
        return adding.result().errors() + buying.result().errors() == 0;
    }

    private static String share(double rate, double raw) {
        return "%.0f %% of %,.0f".formatted(100 * rate / raw, raw);
    }

    /// What customers did, and what all of it cost.
    private record Run(Customers.Result result, Cost cost) {

        void row(Table table, String name, int number, String step, String raw) {
            int count = Math.max(1, result.count(step));
            table.row(
                    name,
                    number,
                    "%,.0f".formatted(result.perSecond(step)),
                    result.timings(step).text(0.5),
                    result.timings(step).text(0.95),
                    result.timings(step).text(0.99),
                    result.errors(),
                    micros(cost.server(), count),
                    micros(cost.database(), count),
                    raw);
        }

        private static String micros(double seconds, int count) {
            return String.format(Locale.ROOT, "%,.0f", seconds * 1e6 / count);
        }
    }

    /// Half as long as is measured is asked beforehand and not counted.
    private Run run(BenchServer server, int number, Supplier<Errand> errand) {
        Customers customers = new Customers(server.port(), number, errand);
        var _ = customers.run(time.dividedBy(2));
        Cost before = Cost.begin(server);
        Customers.Result result = customers.run(time);
        return new Run(result, before.until(server));
    }

    /// No customer is to be told that something is out of stock.
    private static void fillShelves(BenchServer server) {
        try (Connection connection = server.connect();
                Statement statement = connection.createStatement()) {
            // What is on hand is the shop's to say, which a trigger guards.
            statement.execute("set session_replication_role = replica");
            statement.executeUpdate("update stock_balance set on_hand = 1000000");
            statement.executeUpdate(
                    "insert into store_contact (store_id, last_contact) values ('S1', now())"
                            + " on conflict (store_id) do update set last_contact = now()");
        } catch (SQLException e) {
            throw new StorageFailed("the shelves can't be filled", e);
        }
    }

    /// Waits until the index holds all there is.
    private static boolean awaitIndex(ServerApi admin, int products) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            JsonNode status = admin.get("/api/admin/v1/search");
            if (status.path("documents").asInt() == products
                    && status.path("behind_entries").asLong() == 0) {
                return true;
            }
            LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
        }
        return false;
    }

    private static String search(PartsCatalogue parts, Random random) {
        return "/api/shop/v1/products?q="
                + URLEncoder.encode(parts.query(random), StandardCharsets.UTF_8);
    }

    private static String begun(PartsCatalogue parts, Random random) {
        String query = parts.query(random);
        return URLEncoder.encode(
                query.substring(0, 2 + random.nextInt(query.length() - 2)).strip(),
                StandardCharsets.UTF_8);
    }

    private static int[] numbers(String text) {
        return Arrays.stream(text.split(",", -1)).mapToInt(Integer::parseInt).toArray();
    }
}
