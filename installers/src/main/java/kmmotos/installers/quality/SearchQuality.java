package kmmotos.installers.quality;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import kmmotos.installers.api.ServerApi;
import kmmotos.installers.demo.HeadOffice;
import kmmotos.installers.sample.JudgedQuery;
import kmmotos.installers.sample.SampleChain;
import kmmotos.installers.sample.SampleFiles;
import kmmotos.installers.terminal.Command;
import kmmotos.installers.terminal.Options;
import kmmotos.installers.terminal.Table;
import kmmotos.installers.terminal.Terminal;
import kmmotos.server.RunningServer;
import kmmotos.server.ServerApp;
import kmmotos.server.ServerConfig;

/// `km bench search-quality`: asks the shop's search, through HTTP, what people may type, over the
/// sample's catalogue, and beside it a plain BM25 search over the same products.
public final class SearchQuality {
    private static final Command COMMAND =
            new Command(
                    "Usage: ./km bench search-quality [--misses]    (--misses lists what was not found)",
                    Set.of(),
                    Set.of("--misses"));
    private static final String ALL = "all";

    private final Terminal terminal;
    private final ServerApi shop;
    private final PlainBm25 plain = PlainBm25.of(JudgedQuery.plainTexts());
    private final Map<String, Scores> ours = new LinkedHashMap<>();
    private final Map<String, Scores> plains = new LinkedHashMap<>();
    private final List<String> misses = new ArrayList<>();

    private SearchQuality(Terminal terminal, ServerApi shop) {
        this.terminal = terminal;
        this.shop = shop;
    }

    public static void main(String[] arguments) {
        Terminal terminal = Terminal.standard();
        System.exit(COMMAND.run(terminal, arguments, options -> run(terminal, options)));
    }

    private static boolean run(Terminal terminal, Options options) {
        String password = UUID.randomUUID().toString();
        Path folder = temporaryFolder();
        try (RunningServer server = ServerApp.start(config(password, folder));
                ServerApi visitor = ServerApi.at("http://127.0.0.1:" + server.port())) {
            HeadOffice office =
                    new HeadOffice(visitor.signedIn(HeadOffice.PREFIX, "admin", password));
            SampleChain.stores().forEach(office::open);
            SampleFiles files = SampleFiles.writeTo(folder.resolve("files"));
            office.load("categories", files.categories());
            office.load("products", files.products());
            office.load("prices", files.prices());
            office.load("stock", files.stock());
            if (!server.search().awaitNews(java.time.Duration.ofMinutes(5))) {
                terminal.complain("The search did not take the catalogue in within 5 minutes.");
                return false;
            }
            return new SearchQuality(terminal, visitor).judge(options.has("--misses"));
        }
    }

    /// False if a query's rule means no product: the set does not go with the sample any more.
    private boolean judge(boolean withMisses) {
        boolean sound = true;
        for (JudgedQuery.Judged judged : JudgedQuery.all()) {
            if (judged.wanted().isEmpty()) {
                terminal.complain("No product is meant by: " + judged.query().query());
                sound = false;
            } else {
                ask(judged);
            }
        }
        terminal.say(table().toString());
        if (withMisses) {
            misses.forEach(terminal::say);
        }
        return sound;
    }

    private void ask(JudgedQuery.Judged judged) {
        String query = judged.query().query();
        List<UUID> found = found(query);
        note(ours, judged, found);
        note(plains, judged, plain.find(query, Scores.SHOWN));
        if (found.stream().noneMatch(judged.wanted()::contains)) {
            misses.add(judged.query().kind() + ": " + query + " (" + found.size() + " others)");
        }
    }

    private static void note(
            Map<String, Scores> scores, JudgedQuery.Judged judged, List<UUID> found) {
        for (String kind : List.of(ALL, judged.query().kind(), judged.query().language())) {
            scores.computeIfAbsent(kind, _ -> new Scores()).add(found, judged.wanted());
        }
    }

    private List<UUID> found(String query) {
        JsonNode page =
                shop.get(
                        "/api/shop/v1/products?page_size="
                                + Scores.SHOWN
                                + "&q="
                                + URLEncoder.encode(query, StandardCharsets.UTF_8));
        List<UUID> found = new ArrayList<>();
        page.path("items")
                .forEach(item -> found.add(UUID.fromString(item.path("product_id").asText())));
        return found;
    }

    private Table table() {
        Table table =
                new Table(
                        "judged queries",
                        "number",
                        "MRR",
                        "hit@10",
                        "nDCG@10",
                        "BM25: MRR",
                        "hit@10",
                        "nDCG@10");
        ours.forEach((kind, scores) -> {
            Scores beside = plains.getOrDefault(kind, new Scores());
            table.row(
                    kind,
                    scores.queries(),
                    figure(scores.reciprocalRank()),
                    figure(scores.hitShare()),
                    figure(scores.gain()),
                    figure(beside.reciprocalRank()),
                    figure(beside.hitShare()),
                    figure(beside.gain()));
        });
        return table;
    }

    private static String figure(double value) {
        return String.format(Locale.ROOT, "%.3f", value);
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
            return Files.createTempDirectory("km-quality");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
