package kmmotos.server.wishes;

import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import kmmotos.model.catalog.Product;
import kmmotos.model.stores.StoreId;
import kmmotos.server.catalog.CatalogStore;
import kmmotos.server.catalog.ProductView;
import kmmotos.server.catalog.ProductViews;
import kmmotos.server.http.Answers;
import kmmotos.server.http.Authentication;
import kmmotos.server.http.Languages;
import kmmotos.server.http.Paths;
import kmmotos.server.http.Problem;
import kmmotos.server.pricing.Terms;
import kmmotos.server.storage.Caller;
import kmmotos.server.storage.Database;
import org.hibernate.StatelessSession;

/// A customer's wish list.
///
/// `GET /me/wishlist?store=` -> `{"items": [{"wished_at", "product"}]}`, the newest first, with
/// today's prices and stock; `PUT` and `DELETE /me/wishlist/{product}` -> 204, however often.
/// Errors: 404 `not_found`; 422 `too_many_wishes`.
public final class WishRoutes implements HttpService {

    private final Database database;
    private final Clock clock;
    private final Locale language;
    private final WishStore wishes = new WishStore();
    private final CatalogStore catalog = new CatalogStore();

    public WishRoutes(Database database, Clock clock, Locale language) {
        this.database = database;
        this.clock = clock;
        this.language = language;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.get("/me/wishlist", this::list)
                .put("/me/wishlist/{product}", this::add)
                .delete("/me/wishlist/{product}", this::remove);
    }

    record Wish(Instant wishedAt, ProductView product) {}

    private void list(ServerRequest request, ServerResponse response) {
        Caller.Customer caller = Authentication.customer(request);
        Languages languages = Languages.from(request, language);
        Optional<StoreId> store = Paths.wantedStore(request);
        List<Wish> items =
                database.inTransaction(
                        caller, session -> wishes(session, caller, store, languages));
        response.header(HeaderNames.CACHE_CONTROL, "private, no-cache");
        Answers.ok(request, response, Map.of("items", items));
    }

    private List<Wish> wishes(
            StatelessSession session,
            Caller.Customer caller,
            Optional<StoreId> store,
            Languages languages) {
        Instant now = clock.instant();
        Map<UUID, Instant> wished = wishes.of(session, caller.customerId());
        Terms terms =
                Terms.find(session, store, now)
                        .orElseThrow(() -> Problem.notFound("No such store.").refusal());
        Map<UUID, Product> found = catalog.find(session, wished.keySet());
        return ProductViews.read(
                        session,
                        terms,
                        wished.keySet().stream()
                                .flatMap(id -> Stream.ofNullable(found.get(id)))
                                .toList(),
                        languages,
                        now)
                .stream()
                .map(product ->
                        new Wish(Objects.requireNonNull(wished.get(product.productId())), product))
                .toList();
    }

    private void add(ServerRequest request, ServerResponse response) {
        Caller.Customer caller = Authentication.customer(request);
        UUID productId = Paths.uuid(request, "product");
        boolean added =
                database.inTransaction(
                        caller,
                        session -> {
                            if (catalog.find(session, productId).isEmpty()) {
                                throw Problem.notFound("No such product.").refusal();
                            }
                            return wishes.add(
                                    session, caller.customerId(), productId, clock.instant());
                        });
        if (!added) {
            throw Problem.of(
                            422,
                            "too_many_wishes",
                            "A wish list has at most " + WishStore.MAX_WISHES + " products.")
                    .with("limit", WishStore.MAX_WISHES)
                    .refusal();
        }
        Answers.noContent(response);
    }

    private void remove(ServerRequest request, ServerResponse response) {
        Caller.Customer caller = Authentication.customer(request);
        UUID productId = Paths.uuid(request, "product");
        database.execute(caller, session -> wishes.remove(session, caller.customerId(), productId));
        Answers.noContent(response);
    }
}
