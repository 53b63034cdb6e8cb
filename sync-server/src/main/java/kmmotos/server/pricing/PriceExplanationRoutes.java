package kmmotos.server.pricing;

import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import kmmotos.model.catalog.Sku;
import kmmotos.model.money.Money;
import kmmotos.model.money.Quantity;
import kmmotos.model.money.UnitPrice;
import kmmotos.model.pricing.Basket;
import kmmotos.model.pricing.BasketLine;
import kmmotos.model.pricing.PricedLine;
import kmmotos.model.pricing.Prices;
import kmmotos.model.pricing.PricingEngine;
import kmmotos.model.stores.StoreId;
import kmmotos.server.http.Answers;
import kmmotos.server.http.Authentication;
import kmmotos.server.http.Paths;
import kmmotos.server.http.Problem;
import kmmotos.server.storage.Database;
import kmmotos.server.storage.Sql;
import org.hibernate.StatelessSession;

/// Why something costs what it does, for whoever asks.
///
/// `GET /prices/explanation?sku=&quantity=&store=` -> [Explanation]: each step from the list price
/// to what is paid, and from how many on one costs less. Errors: 400 `invalid_query`; 404
/// `not_found`; 409 `not_for_sale`.
public final class PriceExplanationRoutes implements HttpService {

    private static final int MAX_QUANTITY = 10_000;

    private final Database database;
    private final Clock clock;
    private final PriceStore prices = new PriceStore();
    private final PromotionStore promotions = new PromotionStore();

    public PriceExplanationRoutes(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.get("/prices/explanation", this::explain);
    }

    /// From so many on, one costs this, before promotions.
    record Tier(Quantity from, UnitPrice unit) {}

    /// @param steps the first is the list price times the quantity; all but an included tax add up
    ///   to `total`
    /// @param tiers of the caller, the smallest quantity first
    record Explanation(
            Sku sku,
            Quantity quantity,
            StoreId store,
            List<PricedLine.Step> steps,
            Money net,
            Money tax,
            Money total,
            List<Tier> tiers) {}

    private void explain(ServerRequest request, ServerResponse response) {
        Sku sku = sku(request.query().first("sku").orElse(""));
        Quantity quantity = quantity(request.query().first("quantity").orElse("1"));
        Optional<StoreId> store = Paths.wantedStore(request);
        Explanation explanation =
                database.inTransaction(
                        Authentication.caller(request),
                        session -> {
                            Terms terms =
                                    Terms.find(session, store, clock.instant())
                                            .orElseThrow(() -> notFound("No such store."));
                            return explanation(session, terms, sku, quantity);
                        });
        response.header(HeaderNames.CACHE_CONTROL, "private, no-cache");
        Answers.ok(request, response, explanation);
    }

    private Explanation explanation(
            StatelessSession session, Terms terms, Sku sku, Quantity quantity) {
        String taxCategory =
                Sql.first(
                                session,
                                "select v.tax_category from variant v join product p using"
                                        + " (product_id) where v.sku = ? and p.active",
                                row -> row.getString(1),
                                sku.value())
                        .orElseThrow(() -> notFound("No such item."));
        String list = terms.priceListId().orElseThrow(PriceExplanationRoutes::notForSale);
        Prices rows = prices.prices(session, list, List.of(sku));
        PricingEngine engine =
                terms.engine(rows, promotions.at(session, terms.store(), List.of(sku)));
        Basket basket =
                new Basket(
                        List.of(
                                new BasketLine(
                                        1,
                                        sku,
                                        taxCategory,
                                        quantity,
                                        Optional.empty(),
                                        Optional.empty())),
                        Optional.empty(),
                        List.of());
        if (!engine.unpriced(basket, terms.context()).isEmpty()) {
            throw notForSale();
        }
        PricedLine line = engine.price(basket, terms.context()).line(1).orElseThrow();
        return new Explanation(
                sku,
                quantity,
                terms.store().storeId(),
                line.explanation(),
                line.net(),
                line.tax(),
                line.total(),
                tiers(engine, rows, terms, sku));
    }

    /// Where the caller's price of one changes; rows that are not theirs change nothing.
    private static List<Tier> tiers(PricingEngine engine, Prices rows, Terms terms, Sku sku) {
        List<Tier> all =
                rows.of(sku).stream()
                        .map(row -> row.minQuantity())
                        .distinct()
                        .sorted()
                        .flatMap(from ->
                                engine.quote(sku, from, terms.context()).stream()
                                        .map(quote -> new Tier(from, quote.unit())))
                        .toList();
        return all.stream()
                .filter(tier ->
                        all.stream()
                                .noneMatch(before ->
                                        before.from().compareTo(tier.from()) < 0
                                                && before.unit().equals(tier.unit())))
                .toList();
    }

    private static Sku sku(String text) {
        try {
            return new Sku(text);
        } catch (IllegalArgumentException e) {
            throw invalid(String.valueOf(e.getMessage()));
        }
    }

    private static Quantity quantity(String text) {
        try {
            Quantity quantity = Quantity.parse(text);
            if (quantity.isPositive() && quantity.compareTo(Quantity.of(MAX_QUANTITY)) <= 0) {
                return quantity;
            }
        } catch (IllegalArgumentException | ArithmeticException _) {
            // Then it is none.
        }
        throw invalid("quantity is more than 0 and at most " + MAX_QUANTITY + ".");
    }

    private static RuntimeException invalid(String why) {
        return Problem.badRequest("invalid_query", why).refusal();
    }

    private static RuntimeException notFound(String what) {
        return Problem.notFound(what).refusal();
    }

    private static RuntimeException notForSale() {
        return Problem.of(409, "not_for_sale", "No price at this store.").refusal();
    }
}
