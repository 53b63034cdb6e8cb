package kmmotos.server.stock;

import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import kmmotos.model.catalog.Sku;
import kmmotos.model.money.Quantity;
import kmmotos.model.staff.Permission;
import kmmotos.model.stores.StoreId;
import kmmotos.server.http.Answers;
import kmmotos.server.http.Authentication;
import kmmotos.server.http.Body;
import kmmotos.server.http.Languages;
import kmmotos.server.http.Page;
import kmmotos.server.http.Problem;
import kmmotos.server.imports.TableFile;
import kmmotos.server.storage.Caller;
import kmmotos.server.storage.Database;
import kmmotos.server.storage.Sql;

/// Stock as head office sees it (READ_CHAIN).
///
/// `GET /stock?store=&number=&below=` -> a page of SKU x store with "as of" and whether the store
/// is silent; `GET /stock/silent-stores`; `PUT /stock/online {"store","sku","safety","set_aside"}`
/// (ADMINISTER_STORES); `POST /imports/stock` and `POST /imports/bins` (IMPORT_CATALOGUE) -> a
/// report, see docs/import.md.
public final class StockAdminRoutes implements HttpService {

    private static final int MAX_BODY = 8_192;

    private final Database database;
    private final Clock clock;
    private final Locale language;
    private final StockImport imports = new StockImport();
    private final BinsImport bins = new BinsImport();

    public StockAdminRoutes(Database database, Clock clock, Locale language) {
        this.database = database;
        this.clock = clock;
        this.language = language;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.get("/stock", this::list)
                .get("/stock/silent-stores", this::silent)
                .put("/stock/online", this::online)
                .post("/imports/stock", this::take)
                .post("/imports/bins", this::takeBins);
    }

    record Online(StoreId store, Sku sku, Quantity safety, Quantity setAside) {}

    record SilentStore(StoreId store, String name, Optional<Instant> lastContact) {}

    private void list(ServerRequest request, ServerResponse response) {
        Caller caller = Authentication.staff(request, Permission.READ_CHAIN);
        StockOverview.Wanted wanted =
                new StockOverview.Wanted(
                        parameter(request, "store", StoreId::new),
                        parameter(request, "number", text -> text),
                        parameter(request, "below", Quantity::parse),
                        Page.Wanted.from(request, 2));
        Languages languages = Languages.from(request, language);
        Answers.ok(
                request,
                response,
                database.inTransaction(
                        caller,
                        session ->
                                StockOverview.page(session, wanted, languages, clock.instant())));
    }

    private void silent(ServerRequest request, ServerResponse response) {
        Caller caller = Authentication.staff(request, Permission.READ_CHAIN);
        var items =
                database.inTransaction(
                        caller,
                        session ->
                                Sql.list(
                                        session,
                                        "select s.store_id, s.name, sc.last_contact from store s"
                                                + " left join store_contact sc using (store_id) where"
                                                + " coalesce(sc.last_contact < ?, true) order by"
                                                + " s.store_id",
                                        row ->
                                                new SilentStore(
                                                        new StoreId(row.getString("store_id")),
                                                        row.getString("name"),
                                                        Sql.optionalInstant(row, "last_contact")),
                                        Availability.notSilentSince(clock.instant())));
        Answers.ok(request, response, Map.of("items", items));
    }

    private void online(ServerRequest request, ServerResponse response) {
        Caller caller = Authentication.staff(request, Permission.ADMINISTER_STORES);
        Online wanted = Body.json(request, Online.class, MAX_BODY);
        if (wanted.safety().isNegative() || wanted.setAside().isNegative()) {
            throw Problem.of(422, "quantity_out_of_range", "Quantities are 0 or more.").refusal();
        }
        database.execute(
                caller,
                session ->
                        Availability.keepBack(
                                session,
                                wanted.store(),
                                wanted.sku(),
                                wanted.safety(),
                                wanted.setAside()));
        Answers.ok(request, response, wanted);
    }

    private void take(ServerRequest request, ServerResponse response) {
        Caller caller = Authentication.staff(request, Permission.IMPORT_CATALOGUE);
        byte[] file = Body.read(request, TableFile.MAX_BYTES).content();
        Answers.ok(
                request,
                response,
                database.inTransaction(
                        caller, session -> imports.stock(session, file, clock.instant())));
    }

    private void takeBins(ServerRequest request, ServerResponse response) {
        Caller.Staff caller = Authentication.staff(request, Permission.IMPORT_CATALOGUE);
        byte[] file = Body.read(request, TableFile.MAX_BYTES).content();
        Answers.ok(
                request,
                response,
                database.inTransaction(
                        caller,
                        session -> bins.take(session, file, caller.staffId(), clock.instant())));
    }

    private static <T> Optional<T> parameter(
            ServerRequest request, String name, Function<String, T> reader) {
        try {
            return request.query().first(name).filter(text -> !text.isBlank()).map(reader);
        } catch (IllegalArgumentException e) {
            throw Problem.badRequest("invalid_query", name + ": " + e.getMessage()).refusal();
        }
    }
}
