package kmmotos.server.catalog;

import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import kmmotos.model.catalog.Brand;
import kmmotos.model.catalog.Category;
import kmmotos.model.catalog.Product;
import kmmotos.model.stores.Store;
import kmmotos.model.stores.StoreId;
import kmmotos.server.http.Authentication;
import kmmotos.server.http.Cached;
import kmmotos.server.http.Languages;
import kmmotos.server.http.Paths;
import kmmotos.server.http.Problem;
import kmmotos.server.pricing.Terms;
import kmmotos.server.storage.Database;
import kmmotos.server.stores.StoreStore;
import org.hibernate.StatelessSession;

/// The online shop's catalogue, for everybody; who is signed in sees their own prices.
///
/// `GET /stores`, `GET /categories`, `GET /brands` -> `{"items"}`; `GET /products/{id}?store=` ->
/// one product; `store` chooses whose price zone is shown; `GET /products/comparison?products=a,b`
/// -> [Comparison] of 2 to 6. Errors: 400 `invalid_query`, 404 `not_found`. Products are found by
/// the search's routes.
public final class CatalogRoutes implements HttpService {

    private static final int MAX_COMPARED = 6;

    private final Database database;
    private final Clock clock;
    private final Locale language;
    private final CatalogStore catalog = new CatalogStore();
    private final StoreStore stores = new StoreStore();

    /// @param language what content falls back to
    public CatalogRoutes(Database database, Clock clock, Locale language) {
        this.database = database;
        this.clock = clock;
        this.language = language;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.get("/stores", this::listStores)
                .get("/categories", this::categories)
                .get("/brands", this::brands)
                .get("/products/comparison", this::compare)
                .get("/products/{product}", this::product);
    }

    record StoreView(
            StoreId storeId, String name, List<String> address, String timeZone, String currency) {

        static StoreView of(Store store) {
            return new StoreView(
                    store.storeId(),
                    store.name(),
                    store.address(),
                    store.timeZone().getId(),
                    store.currency().getCurrencyCode());
        }
    }

    record CategoryView(String code, Optional<String> parent, String name) {}

    private void listStores(ServerRequest request, ServerResponse response) {
        List<StoreView> items =
                database.inTransaction(Authentication.caller(request), stores::list).stream()
                        .map(StoreView::of)
                        .toList();
        answer(request, response, Map.of("items", items));
    }

    private void categories(ServerRequest request, ServerResponse response) {
        Languages languages = Languages.from(request, language);
        List<Category> all =
                database.inTransaction(Authentication.caller(request), catalog::categories);
        answer(
                request,
                response,
                Map.of(
                        "items",
                        all.stream()
                                .map(category ->
                                        new CategoryView(
                                                category.code(),
                                                category.parent(),
                                                languages.of(category.names())))
                                .toList()));
    }

    private void brands(ServerRequest request, ServerResponse response) {
        List<Brand> items = database.inTransaction(Authentication.caller(request), catalog::brands);
        answer(request, response, Map.of("items", items));
    }

    private void product(ServerRequest request, ServerResponse response) {
        UUID productId = Paths.uuid(request, "product");
        Languages languages = Languages.from(request, language);
        ProductView view =
                database.inTransaction(
                        Authentication.caller(request),
                        session -> {
                            Product product =
                                    catalog.find(session, productId)
                                            .orElseThrow(() ->
                                                    Problem.notFound("No such product.").refusal());
                            return views(session, request, List.of(product), languages).getFirst();
                        });
        answer(request, response, view);
    }

    /// Products that are not there (any more) are left out.
    private void compare(ServerRequest request, ServerResponse response) {
        List<UUID> ids =
                Arrays.stream(request.query().first("products").orElse("").split(",", -1))
                        .limit(MAX_COMPARED + 1L)
                        .filter(text -> !text.isBlank())
                        .map(Paths::uuid)
                        .distinct()
                        .toList();
        if (ids.size() < 2 || ids.size() > MAX_COMPARED) {
            throw invalid("products are 2 to " + MAX_COMPARED + " ids with commas between.");
        }
        Languages languages = Languages.from(request, language);
        answer(
                request,
                response,
                Comparison.of(
                        database.inTransaction(
                                Authentication.caller(request),
                                session -> {
                                    Map<UUID, Product> found = catalog.find(session, ids);
                                    return views(
                                            session,
                                            request,
                                            ids.stream()
                                                    .flatMap(id -> Stream.ofNullable(found.get(id)))
                                                    .toList(),
                                            languages);
                                })));
    }

    private List<ProductView> views(
            StatelessSession session,
            ServerRequest request,
            List<Product> products,
            Languages languages) {
        Instant now = clock.instant();
        Optional<StoreId> store = Paths.wantedStore(request);
        Terms terms =
                Terms.find(session, store, now)
                        .orElseThrow(() -> Problem.notFound("No such store.").refusal());
        return ProductViews.read(session, terms, products, languages, now);
    }

    private void answer(ServerRequest request, ServerResponse response, Object value) {
        Cached.ok(request, response, Languages.from(request, language), value);
    }

    private static RuntimeException invalid(String detail) {
        return Problem.badRequest("invalid_query", detail).refusal();
    }
}
