package kmmotos.installers.drill;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import kmmotos.installers.api.ServerApi;
import kmmotos.installers.demo.ChainDatabase;
import kmmotos.installers.demo.HeadOffice;
import kmmotos.installers.demo.WebShopper;
import kmmotos.installers.files.CsvRows;
import kmmotos.installers.network.Line;
import kmmotos.installers.process.ServerProcess;
import kmmotos.installers.sample.SampleChain;
import kmmotos.model.catalog.Sku;
import kmmotos.model.stores.StoreId;
import kmmotos.server.RunningServer;
import kmmotos.server.ServerApp;
import kmmotos.server.ServerConfig;
import kmmotos.server.sync.Invariants;

/// A server and a till in each of two shops, all as processes, with a line between that can fail.
public final class TwoShops implements AutoCloseable {
    public static final StoreId FIRST = new StoreId("S1");
    public static final StoreId SECOND = new StoreId("S2");

    static final String UPLOAD = "POST /sync/v1/devices/";

    private static final String PASSWORD = "correct horse battery staple";
    private static final String NOTE = "Parts of a test.";
    private static final String PART = "PART-";
    private static final int PARTS = 12;
    private static final int ON_HAND = 5_000;
    private static final int LOOKS = 600;

    private final Path folder;
    private final Map<String, String> settings = new HashMap<>();
    private final ServerProcess server;
    private final ServerApi api;
    private final HeadOffice office;
    private final Line line;
    private final TillProcess first;
    private final TillProcess second;

    public TwoShops(Path folder) throws IOException {
        this(folder, Map.of(), Street.OVER_THE_LINE);
    }

    /// How the second shop's till reaches the server.
    ///
    /// @param inside the command that starts that till in another network
    /// @param office this machine's address from there
    record Street(List<String> inside, String office) {
        static final Street OVER_THE_LINE = new Street(List.of(), "127.0.0.1");

        Street {
            inside = List.copyOf(inside);
        }
    }

    /// @param settings of the server, as environment variables
    TwoShops(Path folder, Map<String, String> settings, Street street) throws IOException {
        this.folder = Files.createDirectories(folder);
        this.settings.putAll(settings);
        this.settings.put("KM_IDENTITY_FIRST_PASSWORD", PASSWORD);
        server = ServerProcess.start(folder.resolve("server"), this.settings);
        api = ServerApi.at(server.url());
        office = new HeadOffice(api.signedIn(HeadOffice.PREFIX, "admin", PASSWORD));
        setUp();
        line = new Line(server.port(), InetAddress.getByName(street.office()));
        first = till(FIRST, server.url(), 0, List.of());
        second = till(SECOND, line.url(), 2, street.inside());
    }

    /// The till of the first shop, whose line is never cut.
    public TillProcess first() {
        return first;
    }

    /// The till of the second shop, behind [#line].
    public TillProcess second() {
        return second;
    }

    public Line line() {
        return line;
    }

    public ServerProcess server() {
        return server;
    }

    static String sku(int n) {
        return PART + n;
    }

    public WebShopper.Placed order(StoreId store, int part) {
        return new WebShopper(api).order(store, List.of(new Sku(sku(part))), "Somebody");
    }

    /// How many sales head office has of the whole chain.
    public long salesAtHeadOffice() {
        return total().path("sales").asLong();
    }

    /// What head office reads of the backup.
    JsonNode backup() {
        return office.api().get(HeadOffice.PREFIX + "/backup");
    }

    /// Waits until the server has all that both tills have.
    void sync() {
        first.ask("sync");
        second.ask("sync");
    }

    /// Lets everything heal, ends everything and looks whether the books are right.
    Books booksAfterwards() {
        line.repair();
        sync();
        List<String> wrong = new ArrayList<>();
        Map<StoreId, String> shown =
                Map.of(FIRST, stocks(first, FIRST), SECOND, stocks(second, SECOND));
        Set<String> printed = new TreeSet<>();
        Stream.of(first, second)
                .flatMap(till -> till.printed().stream())
                .filter(receipt -> !printed.add(receipt))
                .forEach(receipt -> wrong.add("receipt " + receipt + " was given twice"));
        close();
        try (RunningServer kept = restarted()) {
            ChainDatabase chain = new ChainDatabase(kept.database());
            wrong.addAll(Invariants.violations(kept.database()));
            Set<String> stored = new TreeSet<>(chain.receipts(FIRST).keySet());
            stored.addAll(chain.receipts(SECOND).keySet());
            shown.forEach((store, stocks) -> {
                String central = stocks(chain, store);
                if (!stocks.equals(central)) {
                    wrong.add("%s shows %s, head office %s".formatted(store, stocks, central));
                }
            });
            List<String> lost = printed.stream().filter(one -> !stored.contains(one)).toList();
            return new Books(printed.size(), stored.size(), lost, wrong);
        }
    }

    /// Ends everything and looks at what the server kept.
    public List<String> violationsAfterwards() {
        close();
        try (RunningServer kept = restarted()) {
            return Invariants.violations(kept.database());
        }
    }

    @Override
    public void close() {
        first.close();
        second.close();
        line.close();
        server.close();
        api.close();
    }

    private RunningServer restarted() {
        Map<String, String> environment = new HashMap<>(settings);
        environment.put("KM_HTTP_PORT", "0");
        environment.put("KM_DATA_FOLDER", folder.resolve("server").toString());
        return ServerApp.start(ServerConfig.load(List.of(), environment));
    }

    private String stocks(TillProcess till, StoreId store) {
        String central = "";
        String shown = "none";
        // After an outage a till asks for news within a minute.
        for (int i = 0; i < LOOKS && !shown.equals(central); i++) {
            Pause.ofMillis(200);
            central = stocksAtHeadOffice(store);
            shown = till.ask("stocks " + PART + " " + PARTS);
        }
        return shown;
    }

    private String stocksAtHeadOffice(StoreId store) {
        Map<String, String> onHand = new HashMap<>();
        String query = "/stock?page_size=100&store=" + store;
        for (JsonNode item : office.api().get(HeadOffice.PREFIX + query).path("items")) {
            onHand.put(item.path("sku").asText(), item.path("on_hand").asText());
        }
        StringBuilder all = new StringBuilder("stocks");
        for (int n = 1; n <= PARTS; n++) {
            all.append(' ').append(onHand.get(sku(n)));
        }
        return all.toString();
    }

    private static String stocks(ChainDatabase chain, StoreId store) {
        var stock = chain.stock(store);
        StringBuilder all = new StringBuilder("stocks");
        for (int n = 1; n <= PARTS; n++) {
            all.append(' ').append(stock.get(new Sku(sku(n))));
        }
        return all.toString();
    }

    private JsonNode total() {
        JsonNode items = office.api().get(HeadOffice.PREFIX + "/takings/total").path("items");
        return items.path(0);
    }

    private TillProcess till(StoreId store, String url, int person, List<String> inside) {
        TillProcess till =
                new TillProcess(
                        new TillProcess.Place(
                                folder.resolve("till-" + store),
                                url,
                                office.enrolmentCode(store, 1, store + "-1"),
                                inside),
                        SampleChain.staff().get(person).staffId());
        till.ask("open");
        return till;
    }

    private void setUp() throws IOException {
        SampleChain.stores().forEach(office::open);
        SampleChain.staff().forEach(office::employ);
        SampleChain.taxes().forEach(office::tax);
        Path files = Files.createDirectories(folder.resolve("import"));
        try (CsvRows categories =
                        new CsvRows(files.resolve("categories"), NOTE, "category,name_en");
                CsvRows products =
                        new CsvRows(files.resolve("products"), NOTE, "sku,name_en,category");
                CsvRows prices =
                        new CsvRows(files.resolve("prices"), NOTE, "zone,sku,amount,currency");
                CsvRows stock = new CsvRows(files.resolve("stock"), NOTE, "store,sku,quantity")) {
            categories.add("parts", "Parts");
            for (int n = 1; n <= PARTS; n++) {
                products.add(sku(n), "Part " + n, "parts");
                prices.add("BR", sku(n), n + ".90", "BRL");
                stock.add(FIRST, sku(n), ON_HAND);
                stock.add(SECOND, sku(n), ON_HAND);
            }
        }
        for (String kind : List.of("categories", "products", "prices", "stock")) {
            office.load(kind, files.resolve(kind));
        }
    }
}
