package kmmotos.installers.speed;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.IntFunction;
import kmmotos.installers.api.ServerApi;
import kmmotos.installers.demo.HeadOffice;
import kmmotos.installers.sample.SampleChain;
import kmmotos.installers.terminal.Command;
import kmmotos.installers.terminal.Options;
import kmmotos.installers.terminal.Table;
import kmmotos.installers.terminal.Terminal;
import kmmotos.server.RunningServer;
import kmmotos.server.ServerApp;
import kmmotos.server.ServerConfig;

/// `km bench search`: how long the shop's search takes through HTTP, one caller at a time, with
/// catalogues of made-up parts on an embedded database that is deleted afterwards.
public final class SearchSpeed {
    private static final Command COMMAND =
            new Command(
                    "Usage: ./km bench search [--products 20000,200000] [--searches 300]",
                    Set.of("--products", "--searches"),
                    Set.of());
    private static final int ROWS_OF_A_FILE = 10_000;
    private static final List<String> PARTS =
            List.of("Brake pad", "Chain kit", "Oil filter", "Air filter", "Mirror", "Clutch cable");
    private static final List<String> BIKES =
            List.of("CB500X", "MT-07", "CG 160", "Fazer 250", "Ninja 400", "XRE 300", "PCX 150");

    private final Terminal terminal;
    private final ServerApi api;
    private final int searches;

    private SearchSpeed(Terminal terminal, ServerApi api, int searches) {
        this.terminal = terminal;
        this.api = api;
        this.searches = searches;
    }

    public static void main(String[] arguments) {
        Terminal terminal = Terminal.standard();
        System.exit(COMMAND.run(terminal, arguments, options -> run(terminal, options)));
    }

    private static boolean run(Terminal terminal, Options options) {
        int[] sizes =
                Arrays.stream(options.text("--products").orElse("20000,200000").split(",", -1))
                        .mapToInt(Integer::parseInt)
                        .sorted()
                        .toArray();
        String password = UUID.randomUUID().toString();
        Path folder = temporaryFolder();
        try (RunningServer server = ServerApp.start(config(password, folder));
                ServerApi visitor = ServerApi.at("http://127.0.0.1:" + server.port())) {
            HeadOffice office =
                    new HeadOffice(visitor.signedIn(HeadOffice.PREFIX, "admin", password));
            SearchSpeed speed =
                    new SearchSpeed(terminal, visitor, options.number("--searches", 300));
            setUp(office, folder);
            int products = 0;
            for (int size : sizes) {
                grow(office, folder, products, size);
                products = size;
                speed.measure(size);
            }
        }
        return true;
    }

    private void measure(int products) {
        Table table = new Table("%,d products".formatted(products), "p50 ms", "p99 ms", "found");
        Random random = new Random(products);
        row(table, "a common word", _ -> "brake");
        row(table, "two words", _ -> "brake " + bike(random.nextInt(products)));
        row(table, "three words", _ -> "oil filter m" + random.nextInt(1_000));
        row(
                table,
                "a part number",
                _ -> "pn-" + number(random.nextInt(products)).toLowerCase(Locale.ROOT));
        row(table, "its beginning", _ -> number(random.nextInt(products)).substring(0, 6));
        row(table, "words that miss", i -> "carburettor " + i);
        row(table, "a number that misses", i -> "ZZ-" + i + "-999");
        terminal.say(table.toString());
    }

    private void row(Table table, String name, IntFunction<String> text) {
        long[] nanos = new long[searches];
        int found = 0;
        for (int i = -searches / 3; i < searches; i++) {
            String path = "/api/shop/v1/products?q=" + encoded(text.apply(Math.abs(i)));
            long begin = System.nanoTime();
            JsonNode answer = api.get(path);
            if (i >= 0) {
                nanos[i] = System.nanoTime() - begin;
                found += answer.path("items").size();
            }
        }
        Arrays.sort(nanos);
        table.row(
                name,
                millis(nanos[searches / 2]),
                millis(nanos[searches * 99 / 100]),
                "%.1f".formatted((double) found / searches));
    }

    private static void setUp(HeadOffice office, Path folder) {
        office.open(SampleChain.stores().getFirst());
        load(office, folder, "categories", "category,name_en\nparts,Parts\n");
    }

    /// Adds products up to a number of them.
    private static void grow(HeadOffice office, Path folder, int from, int until) {
        for (int first = from; first < until; first += ROWS_OF_A_FILE) {
            StringBuilder csv =
                    new StringBuilder("sku,name_en,brand,category,tax_category,part_numbers\n");
            for (int i = first; i < Math.min(until, first + ROWS_OF_A_FILE); i++) {
                csv.append(
                        "S-%07d,%s %s M%d,Brand %d,parts,standard,PN-%s\n"
                                .formatted(
                                        i,
                                        PARTS.get(i % PARTS.size()),
                                        bike(i),
                                        i % 1_000,
                                        i % 40,
                                        number(i)));
            }
            load(office, folder, "products", csv.toString());
        }
    }

    private static void load(HeadOffice office, Path folder, String kind, String csv) {
        try {
            office.load(kind, Files.writeString(folder.resolve(kind + ".csv"), csv));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String bike(int product) {
        return BIKES.get(product / PARTS.size() % BIKES.size());
    }

    private static String number(int product) {
        return "%06d-%02dX".formatted(product * 7L % 1_000_003, product % 97);
    }

    private static ServerConfig config(String password, Path folder) {
        return ServerConfig.from(
                Map.of(
                        "km.http.port",
                        "0",
                        "km.data.folder",
                        folder.resolve("server").toString(),
                        "km.identity.first-password",
                        password));
    }

    private static Path temporaryFolder() {
        try {
            return Files.createTempDirectory("km-speed");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String millis(long nanos) {
        return "%.1f".formatted(nanos / 1e6);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
