package kmmotos.installers.endtoend;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import kmmotos.installers.api.ServerApi;
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

/// A server and a till in each of two shops, all as processes, with a line between that can be cut.
final class TwoShops implements AutoCloseable {
    static final StoreId FIRST = new StoreId("S1");
    static final StoreId SECOND = new StoreId("S2");

    private static final String PASSWORD = "correct horse battery staple";
    private static final String NOTE = "Parts of a test.";
    private static final int PARTS = 12;
    private static final int ON_HAND = 50;

    private final Path folder;
    private final ServerProcess server;
    private final ServerApi api;
    private final HeadOffice office;
    private final Line line;
    private final TillProcess first;
    private final TillProcess second;

    TwoShops(Path folder) throws IOException {
        this.folder = folder;
        server =
                ServerProcess.start(
                        folder.resolve("server"), Map.of("KM_IDENTITY_FIRST_PASSWORD", PASSWORD));
        api = ServerApi.at(server.url());
        office = new HeadOffice(api.signedIn(HeadOffice.PREFIX, "admin", PASSWORD));
        setUp();
        line = new Line(server.port());
        first = till(FIRST, server.url(), 0);
        second = till(SECOND, line.url(), 2);
    }

    /// The till of the first shop, whose line is never cut.
    TillProcess first() {
        return first;
    }

    /// The till of the second shop, behind [#line].
    TillProcess second() {
        return second;
    }

    Line line() {
        return line;
    }

    ServerProcess server() {
        return server;
    }

    static String sku(int n) {
        return "PART-" + n;
    }

    WebShopper.Placed order(StoreId store, int part) {
        return new WebShopper(api).order(store, List.of(new Sku(sku(part))), "Somebody");
    }

    /// How many sales head office has of the whole chain.
    long salesAtHeadOffice() {
        return total().path("sales").asLong();
    }

    /// Ends everything and looks at what the server kept.
    List<String> violationsAfterwards() {
        close();
        try (RunningServer kept =
                ServerApp.start(
                        ServerConfig.from(
                                Map.of(
                                        "km.http.port",
                                        "0",
                                        "km.data.folder",
                                        folder.resolve("server").toString())))) {
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

    private JsonNode total() {
        JsonNode items = office.api().get(HeadOffice.PREFIX + "/takings/total").path("items");
        return items.path(0);
    }

    private TillProcess till(StoreId store, String url, int person) {
        TillProcess till =
                new TillProcess(
                        folder.resolve("till-" + store),
                        url,
                        office.enrolmentCode(store, 1, store + "-1"),
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
