package kmmotos.server.search;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import kmmotos.model.catalog.Product;
import kmmotos.model.staff.Permission;
import kmmotos.model.stores.StoreId;
import kmmotos.server.catalog.CatalogStore;
import kmmotos.server.catalog.ProductView;
import kmmotos.server.catalog.ProductViews;
import kmmotos.server.http.Authentication;
import kmmotos.server.http.Cached;
import kmmotos.server.http.Languages;
import kmmotos.server.http.Problem;
import kmmotos.server.pricing.Terms;
import kmmotos.server.search.index.LiveIndex;
import kmmotos.server.storage.Caller;
import kmmotos.server.storage.Database;
import org.hibernate.StatelessSession;

/// The shop's search, for everybody; who is signed in sees their own prices.
///
/// `GET /products?q=&category=&brand=&make=&model=&year=&bike=&price_from=&price_to=&in_stock_at=
/// &sort=&facets=&store=` -> a page of products; `GET /suggestions?q=` -> what the text may become.
/// `store` chooses whose price zone is shown. `explain=true` needs READ_CHAIN. Errors: 400
/// `invalid_query`, `invalid_cursor`, 404 `not_found`, 503 `search_not_ready`.
final class SearchRoutes implements HttpService {

    private final Search search;
    private final Database database;
    private final Clock clock;
    private final Locale language;
    private final CatalogStore catalog = new CatalogStore();

    SearchRoutes(Search search, Database database, Clock clock, Locale language) {
        this.search = search;
        this.database = database;
        this.clock = clock;
        this.language = language;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.get("/products", this::products).get("/suggestions", this::suggestions);
    }

    /// @param partly true if no product has all the words
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record SearchPage(
            List<ProductView> items,
            Optional<String> nextCursor,
            boolean hasMore,
            long total,
            boolean totalIsExact,
            boolean partly,
            Optional<String> didYouMean,
            Optional<FacetsView> facets,
            Optional<Map<UUID, String>> explanations) {}

    private void products(ServerRequest request, ServerResponse response) {
        Wanted wanted = WantedQuery.from(request);
        Optional<StoreId> store = WantedQuery.store(request, "store");
        Languages languages = Languages.from(request, language);
        Caller caller =
                wanted.explain()
                        ? Authentication.staff(request, Permission.READ_CHAIN)
                        : Authentication.caller(request);
        SearchPage page =
                database.inTransaction(
                        caller,
                        session ->
                                search.read(view -> page(session, view, wanted, store, languages)));
        if (page.total() == 0 && WantedQuery.isBare(wanted)) {
            wanted.text().ifPresent(search.misses()::add);
        }
        Cached.ok(request, response, languages, page);
    }

    private SearchPage page(
            StatelessSession session,
            LiveIndex.View view,
            Wanted wanted,
            Optional<StoreId> store,
            Languages languages)
            throws IOException {
        Terms terms =
                Terms.find(session, store, clock.instant())
                        .orElseThrow(() -> Problem.notFound("No such store.").refusal());
        Found found = search.find(view, wanted, terms.store().zone());
        List<UUID> ids = found.hits().items().stream().map(Found.Hit::productId).toList();
        Map<UUID, Product> products = catalog.find(session, ids);
        // The index may still hold what was just taken off.
        List<Product> shown =
                ids.stream()
                        .map(products::get)
                        .filter(Objects::nonNull)
                        .filter(Product::active)
                        .toList();
        return new SearchPage(
                ProductViews.read(session, terms, shown, languages, clock.instant()),
                found.hits().nextCursor(),
                found.hits().hasMore(),
                found.total(),
                found.totalIsExact(),
                found.partly(),
                found.didYouMean(),
                found.facets()
                        .map(facets ->
                                FacetsView.of(facets, view.names(), languages, terms.store())),
                wanted.explain() ? Optional.of(explanations(found)) : Optional.empty());
    }

    private static Map<UUID, String> explanations(Found found) {
        Map<UUID, String> explanations = new LinkedHashMap<>();
        found.hits()
                .items()
                .forEach(hit ->
                        hit.explanation().ifPresent(why -> explanations.put(hit.productId(), why)));
        return explanations;
    }

    private void suggestions(ServerRequest request, ServerResponse response) {
        String text =
                WantedQuery.text(request, "q")
                        .orElseThrow(() -> WantedQuery.invalid("q is what was typed so far."));
        Languages languages = Languages.from(request, language);
        Suggestions suggestions =
                database.inTransaction(
                        Authentication.caller(request),
                        session ->
                                search.read(view ->
                                        Suggestions.of(session, view, search, text, languages)));
        Cached.ok(request, response, languages, suggestions);
    }
}
