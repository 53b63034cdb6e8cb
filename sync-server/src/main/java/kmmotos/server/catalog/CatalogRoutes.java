package kmmotos.server.catalog;

import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import kmmotos.model.catalog.Brand;
import kmmotos.model.catalog.Category;
import kmmotos.model.catalog.Product;
import kmmotos.model.fitment.Motorcycle;
import kmmotos.model.stores.Store;
import kmmotos.model.stores.StoreId;
import kmmotos.server.http.Authentication;
import kmmotos.server.http.Cached;
import kmmotos.server.http.Languages;
import kmmotos.server.http.Page;
import kmmotos.server.http.Paths;
import kmmotos.server.http.Problem;
import kmmotos.server.pricing.Terms;
import kmmotos.server.storage.Database;
import kmmotos.server.stores.StoreStore;
import org.hibernate.StatelessSession;

/// The online shop's catalogue, for everybody; who is signed in sees their own prices.
///
/// `GET /stores`, `GET /categories`, `GET /brands` -> `{"items"}`; `GET /products?q=&category=
/// &brand=&make=&model=&year=&store=` -> a page; `GET /products/{id}?store=` -> one product.
/// `store` chooses whose price zone is shown. Errors: 400 `invalid_query`, 404 `not_found`.
public final class CatalogRoutes implements HttpService {

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
                .get("/products", this::products)
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

    private void products(ServerRequest request, ServerResponse response) {
        ProductSearch.Wanted wanted =
                new ProductSearch.Wanted(
                        parameter(request, "q"),
                        parameter(request, "category"),
                        parameter(request, "brand"),
                        motorcycle(request),
                        Page.Wanted.from(request, 3));
        Languages languages = Languages.from(request, language);
        Page<ProductView> page =
                database.inTransaction(
                        Authentication.caller(request),
                        session -> {
                            Page<Product> found = ProductSearch.find(session, wanted);
                            return new Page<>(
                                    views(session, request, found.items(), languages),
                                    found.nextCursor(),
                                    found.hasMore());
                        });
        answer(request, response, page);
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

    private List<ProductView> views(
            StatelessSession session,
            ServerRequest request,
            List<Product> products,
            Languages languages) {
        Instant now = clock.instant();
        Optional<StoreId> store = request.query().first("store").map(CatalogRoutes::store);
        Terms terms =
                Terms.find(session, store, now)
                        .orElseThrow(() -> Problem.notFound("No such store.").refusal());
        Offers offers = Offers.read(session, terms, products, now);
        return products.stream()
                .map(product -> ProductView.of(product, languages, offers))
                .toList();
    }

    private void answer(ServerRequest request, ServerResponse response, Object value) {
        Cached.ok(request, response, Languages.from(request, language), value);
    }

    private static Optional<Motorcycle> motorcycle(ServerRequest request) {
        Optional<String> make = parameter(request, "make");
        Optional<String> model = parameter(request, "model");
        Optional<String> year = parameter(request, "year");
        if (make.isEmpty() && model.isEmpty() && year.isEmpty()) {
            return Optional.empty();
        }
        if (make.isEmpty() || model.isEmpty() || year.filter(y -> y.matches("\\d{4}")).isEmpty()) {
            throw invalid("A motorcycle is make, model and a year of 4 digits.");
        }
        return Optional.of(
                new Motorcycle(make.get(), model.get(), Integer.parseInt(year.orElseThrow())));
    }

    private static StoreId store(String text) {
        try {
            return new StoreId(text);
        } catch (IllegalArgumentException e) {
            throw invalid(String.valueOf(e.getMessage()));
        }
    }

    private static Optional<String> parameter(ServerRequest request, String name) {
        Optional<String> value =
                request.query().first(name).map(String::strip).filter(text -> !text.isEmpty());
        if (value.filter(text -> text.length() > SearchWords.MAX_LENGTH).isPresent()) {
            throw invalid(name + " may have " + SearchWords.MAX_LENGTH + " characters at most.");
        }
        if (value.filter(text -> text.indexOf('\0') >= 0).isPresent()) {
            throw invalid(name + " must not hold a NUL character.");
        }
        return value;
    }

    private static RuntimeException invalid(String detail) {
        return Problem.badRequest("invalid_query", detail).refusal();
    }
}
