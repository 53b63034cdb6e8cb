package kmmotos.server.pricing;

import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.List;
import java.util.Map;
import kmmotos.model.payments.ForeignRates;
import kmmotos.model.staff.Permission;
import kmmotos.model.stores.StoreId;
import kmmotos.server.http.Answers;
import kmmotos.server.http.Authentication;
import kmmotos.server.http.Body;
import kmmotos.server.http.Problem;
import kmmotos.server.storage.Caller;
import kmmotos.server.storage.Database;
import kmmotos.server.storage.Sql;
import org.hibernate.StatelessSession;

/// Which foreign cash each store takes, and at which rates (ADMINISTER_PRICES).
///
/// `GET /foreign-rates` -> `items`, [ForeignRates] by store; `PUT /foreign-rates/{store}` with
/// `{rates}` sets a store's and tells its tills. A rate of 0 ends a currency from its day on.
/// Errors: 422 `unknown_store`, `own_currency`, `rate_twice`.
public final class ForeignRateRoutes implements HttpService {

    private static final int MAX_BODY = 65_536;

    private final Database database;
    private final ForeignRatesStore rates = new ForeignRatesStore();

    public ForeignRateRoutes(Database database) {
        this.database = database;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.get("/foreign-rates", this::list).put("/foreign-rates/{store}", this::save);
    }

    record Wanted(List<ForeignRates.Rate> rates) {}

    private void list(ServerRequest request, ServerResponse response) {
        Caller caller = Authentication.staff(request, Permission.ADMINISTER_PRICES);
        Answers.ok(request, response, Map.of("items", database.inTransaction(caller, rates::list)));
    }

    private void save(ServerRequest request, ServerResponse response) {
        Caller caller = Authentication.staff(request, Permission.ADMINISTER_PRICES);
        Wanted wanted = Body.json(request, Wanted.class, MAX_BODY);
        StoreId store = store(request.path().pathParameters().get("store"));
        ForeignRates taken = new ForeignRates(store, wanted.rates());
        refuseTwice(taken);
        database.execute(
                caller,
                session -> {
                    refuseOwnCurrency(session, taken);
                    rates.save(session, taken);
                });
        Answers.ok(request, response, taken);
    }

    private static StoreId store(String name) {
        try {
            return new StoreId(name);
        } catch (IllegalArgumentException _) {
            throw unknownStore();
        }
    }

    private static void refuseTwice(ForeignRates taken) {
        long distinct =
                taken.rates().stream()
                        .map(rate -> rate.currency().getCurrencyCode() + rate.from())
                        .distinct()
                        .count();
        if (distinct < taken.rates().size()) {
            throw Problem.of(422, "rate_twice", "A currency has one rate from a day on.").refusal();
        }
    }

    private static void refuseOwnCurrency(StatelessSession session, ForeignRates taken) {
        String own =
                Sql.first(
                                session,
                                "select currency from store where store_id = ?",
                                row -> row.getString(1),
                                taken.store().value())
                        .orElseThrow(ForeignRateRoutes::unknownStore);
        if (taken.rates().stream().anyMatch(it -> it.currency().getCurrencyCode().equals(own))) {
            throw Problem.of(422, "own_currency", "That is the store's own money.").refusal();
        }
    }

    private static RuntimeException unknownStore() {
        return Problem.of(422, "unknown_store", "No such store.").refusal();
    }
}
