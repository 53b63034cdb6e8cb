package kmmotos.server.orders;

import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.Optional;
import kmmotos.model.orders.Order;
import kmmotos.model.staff.Permission;
import kmmotos.model.stores.StoreId;
import kmmotos.server.http.Answers;
import kmmotos.server.http.Authentication;
import kmmotos.server.http.Page;
import kmmotos.server.http.Problem;
import kmmotos.server.storage.Caller;
import kmmotos.server.storage.Database;

/// Web orders, as head office sees them (READ_CHAIN).
///
/// `GET /orders?store=&state=` -> a page, newest first.
public final class OrderAdminRoutes implements HttpService {

    private final Database database;
    private final OrderStore orders = new OrderStore();

    public OrderAdminRoutes(Database database) {
        this.database = database;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.get("/orders", this::list);
    }

    private void list(ServerRequest request, ServerResponse response) {
        Caller caller = Authentication.staff(request, Permission.READ_CHAIN);
        Page.Wanted wanted = Page.Wanted.from(request, 2);
        Optional<StoreId> store = request.query().first("store").map(OrderAdminRoutes::store);
        Optional<String> state = request.query().first("state").asOptional();
        if (state.filter(word -> !word.matches("[a-z_]{1,20}")).isPresent()) {
            throw Problem.badRequest("invalid_query", "state must be a state's word.").refusal();
        }
        Page<Order> page =
                database.inTransaction(
                        caller, session -> orders.page(session, store, state, wanted));
        Answers.ok(
                request,
                response,
                new Page<>(
                        page.items().stream()
                                .map(order -> OrderView.of(order, Optional.empty()))
                                .toList(),
                        page.nextCursor(),
                        page.hasMore()));
    }

    private static StoreId store(String text) {
        try {
            return new StoreId(text);
        } catch (IllegalArgumentException e) {
            throw Problem.badRequest("invalid_query", String.valueOf(e.getMessage())).refusal();
        }
    }
}
