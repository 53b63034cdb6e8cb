package kmmotos.benchmarks.shop;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import kmmotos.benchmarks.TemporaryFolder;
import kmmotos.benchmarks.sync.BenchServer;
import kmmotos.benchmarks.sync.Cost;
import kmmotos.installers.api.ServerApi;
import kmmotos.installers.demo.HeadOffice;
import kmmotos.installers.terminal.Command;
import kmmotos.installers.terminal.Options;
import kmmotos.installers.terminal.Table;
import kmmotos.installers.terminal.Terminal;

/// `km bench shop`: how many searches and products' pages the server answers to 1 and to 16
/// customers at once, with the driver on the same machine.
public final class ShopBench {

    private static final Command COMMAND =
            new Command(
                    "Usage: ./km bench shop [--quick] [--products 20000,100000] [--connections 1,16]"
                            + " [--seconds 15]",
                    Set.of("--products", "--connections", "--seconds"),
                    Set.of("--quick"));
    private static final Duration PATIENCE = Duration.ofMinutes(60);

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
                            "database µs");
            boolean well = complete;
            for (int number : connections) {
                for (Map.Entry<String, Function<Random, String>> step : steps(parts).entrySet()) {
                    well &= row(table, server, number, step.getKey(), step.getValue());
                }
            }
            terminal.say(table.toString());
            terminal.say("server process, MB resident at the most: " + server.residentMegabytes());
            return well;
        }
    }

    private boolean row(
            Table table,
            BenchServer server,
            int number,
            String name,
            Function<Random, String> path) {
        Customers customers = new Customers(server.port(), number, path);
        var _ = customers.run(time.dividedBy(2));
        Cost before = Cost.begin(server);
        Customers.Result result = customers.run(time);
        Cost cost = before.until(server);
        table.row(
                name,
                number,
                "%,.0f".formatted(result.perSecond()),
                result.timings().text(0.5),
                result.timings().text(0.95),
                result.timings().text(0.99),
                result.errors(),
                micros(cost.server(), result),
                micros(cost.database(), result));
        return result.errors() == 0;
    }

    private static String micros(double seconds, Customers.Result result) {
        return String.format(Locale.ROOT, "%,.0f", seconds * 1e6 / result.requests());
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
