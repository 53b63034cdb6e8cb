package kmmotos.installers.drill;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import kmmotos.installers.api.ServerApi;
import kmmotos.installers.demo.ChainDatabase;
import kmmotos.installers.demo.HeadOffice;
import kmmotos.installers.demo.WebShopper;
import kmmotos.installers.files.CsvRows;
import kmmotos.installers.process.ServerProcess;
import kmmotos.installers.sample.SampleChain;
import kmmotos.model.catalog.Sku;
import kmmotos.model.stores.StoreId;
import kmmotos.server.RunningServer;
import kmmotos.server.ServerApp;
import kmmotos.server.ServerConfig;
import kmmotos.server.sync.Invariants;

/// A server as a process, with two stores that have a dozen parts each, and what head office and
/// the web shop do there.
final class ChainServer implements AutoCloseable {
    static final String ADMIN = "admin";
    static final String PASSWORD = "correct horse battery staple";

    private static final String NOTE = "Parts of a test.";
    private static final String PART = "PART-";
    private static final int PARTS = 12;
    private static final int LOOKS = 600;

    private final Path folder;
    private final Map<String, String> settings = new HashMap<>();
    private final ServerProcess process;
    private final ServerApi api;
    private final HeadOffice office;
    private final List<String> homes = new ArrayList<>();

    /// @param settings of the server, as environment variables
    ChainServer(Path folder, Map<String, String> settings) throws IOException {
        this.folder = Files.createDirectories(folder);
        this.settings.putAll(settings);
        this.settings.put("KM_IDENTITY_FIRST_PASSWORD", PASSWORD);
        process = ServerProcess.start(folder.resolve("server"), this.settings);
        api = ServerApi.at(process.url());
        office = new HeadOffice(api.signedIn(HeadOffice.PREFIX, ADMIN, PASSWORD));
        setUp();
    }

    ServerProcess process() {
        return process;
    }

    HeadOffice office() {
        return office;
    }

    static String sku(int n) {
        return PART + n;
    }

    /// A till of a store, enrolled and with an open shift.
    ///
    /// @param url where it finds the server
    /// @param person who of the sample staff works there
    /// @param around where and how it runs
    TillProcess till(
            StoreId store, int number, String url, int person, TillProcess.Surroundings around) {
        String name = "till-" + store + "-" + number;
        long before = homes.stream().filter(home -> home.startsWith(name)).count();
        String home = before == 0 ? name : name + "-again-" + before;
        homes.add(home);
        TillProcess till =
                new TillProcess(
                        new TillProcess.Place(
                                folder.resolve(home),
                                store,
                                url,
                                office.enrolmentCode(store, number, name),
                                around),
                        SampleChain.staff().get(person).staffId());
        till.ask("open");
        return till;
    }

    WebShopper.Placed order(StoreId store, int part) {
        return new WebShopper(api).order(store, List.of(new Sku(sku(part))), "Somebody");
    }

    /// How many sales head office has of the whole chain.
    long sales() {
        JsonNode items = office.api().get(HeadOffice.PREFIX + "/takings/total").path("items");
        return items.path(0).path("sales").asLong();
    }

    /// What head office reads of the backup.
    JsonNode backup() {
        return office.api().get(HeadOffice.PREFIX + "/backup");
    }

    /// Waits until all tills show the same stock as head office, ends everything, and looks whether
    /// the books are right.
    ///
    /// @param open the tills that run; they are closed
    /// @param printed the receipts of every till, also of those that are gone
    Books booksAfterwards(Collection<TillProcess> open, Collection<String> printed) {
        List<String> wrong = new ArrayList<>();
        Set<String> once = new TreeSet<>();
        printed.stream()
                .filter(receipt -> !once.add(receipt))
                .forEach(receipt -> wrong.add("receipt " + receipt + " was given twice"));
        Map<TillProcess, String> shown = new HashMap<>();
        open.forEach(till -> shown.put(till, stocks(till)));
        open.forEach(TillProcess::close);
        close();
        try (RunningServer kept = restarted()) {
            ChainDatabase chain = new ChainDatabase(kept.database());
            wrong.addAll(Invariants.violations(kept.database()));
            shown.forEach((till, stocks) -> {
                String central = stocks(chain, till.store());
                if (!stocks.equals(central)) {
                    wrong.add(
                            "a till of %s shows %s, head office %s"
                                    .formatted(till.store(), stocks, central));
                }
            });
            Set<String> stored = new TreeSet<>();
            SampleChain.stores()
                    .forEach(store -> stored.addAll(chain.receipts(store.storeId()).keySet()));
            List<String> lost = once.stream().filter(one -> !stored.contains(one)).toList();
            return new Books(once.size(), stored.size(), lost, wrong);
        }
    }

    /// Ends everything and looks at what the server kept.
    List<String> violationsAfterwards() {
        close();
        try (RunningServer kept = restarted()) {
            return Invariants.violations(kept.database());
        }
    }

    @Override
    public void close() {
        process.close();
        api.close();
    }

    private RunningServer restarted() {
        Map<String, String> environment = new HashMap<>(settings);
        environment.put("KM_HTTP_PORT", "0");
        environment.put("KM_DATA_FOLDER", folder.resolve("server").toString());
        return ServerApp.start(ServerConfig.load(List.of(), environment));
    }

    private String stocks(TillProcess till) {
        String central = "";
        String shown = "none";
        // After an outage a till asks for news within a minute.
        for (int i = 0; i < LOOKS && !shown.equals(central); i++) {
            Pause.ofMillis(200);
            central = stocks(till.store());
            shown = till.ask("stocks " + PART + " " + PARTS);
        }
        return shown;
    }

    private String stocks(StoreId store) {
        Map<String, String> onHand = new HashMap<>();
        String query = "/stock?page_size=100&store=" + store;
        for (JsonNode item : office.api().get(HeadOffice.PREFIX + query).path("items")) {
            onHand.put(item.path("sku").asText(), item.path("on_hand").asText());
        }
        return stocks(sku -> String.valueOf(onHand.get(sku)));
    }

    private static String stocks(ChainDatabase chain, StoreId store) {
        var stock = chain.stock(store);
        return stocks(sku -> String.valueOf(stock.get(new Sku(sku))));
    }

    private static String stocks(UnaryOperator<String> onHand) {
        return IntStream.rangeClosed(1, PARTS)
                .mapToObj(ChainServer::sku)
                .map(onHand)
                .collect(Collectors.joining(" ", "stocks ", ""));
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
                stock.add(TwoShops.FIRST, sku(n), TwoShops.ON_HAND);
                stock.add(TwoShops.SECOND, sku(n), TwoShops.ON_HAND);
            }
        }
        for (String kind : List.of("categories", "products", "prices", "stock")) {
            office.load(kind, files.resolve(kind));
        }
    }
}
