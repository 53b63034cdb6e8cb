package kmmotos.server.purchasing;

import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kmmotos.model.purchasing.PurchaseOrder;
import kmmotos.model.staff.Permission;
import kmmotos.model.stores.StoreId;
import kmmotos.server.http.Answers;
import kmmotos.server.http.Authentication;
import kmmotos.server.http.Body;
import kmmotos.server.http.Page;
import kmmotos.server.http.Paths;
import kmmotos.server.http.Problem;
import kmmotos.server.imports.TableFile;
import kmmotos.server.storage.Caller;
import kmmotos.server.storage.Database;
import kmmotos.server.storage.Sql;
import kmmotos.server.storage.Sql.Column;
import org.hibernate.StatelessSession;

/// Purchase orders, as head office keeps them (READ_CHAIN to read, ORDER_GOODS to write).
///
/// `GET /purchase-orders?store=` -> a page, those that are awaited first; `GET
/// /purchase-orders/{order}`; `PUT /purchase-orders/{order}` with the model's order makes or
/// changes one; `POST /purchase-orders/{order}/close` -> 204; `POST /imports/purchase-orders` -> a
/// report, see docs/import.md. Errors: 400 `wrong_id`, 404, 409 `number_taken`, 422
/// `unknown_store`, `unknown_sku`, `store_changed`.
public final class PurchaseRoutes implements HttpService {

    private static final int MAX_BODY = 262_144;

    private final Database database;
    private final Clock clock;
    private final PurchaseStore orders = new PurchaseStore();
    private final PurchaseImport imports = new PurchaseImport();

    public PurchaseRoutes(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.get("/purchase-orders", this::list)
                .get("/purchase-orders/{order}", this::find)
                .put("/purchase-orders/{order}", this::save)
                .post("/purchase-orders/{order}/close", this::close)
                .post("/imports/purchase-orders", this::take);
    }

    private void list(ServerRequest request, ServerResponse response) {
        Caller caller = Authentication.staff(request, Permission.READ_CHAIN);
        Page.Wanted wanted = Page.Wanted.from(request, 3);
        Optional<StoreId> store = store(request);
        Answers.ok(
                request,
                response,
                database.inTransaction(caller, session -> orders.page(session, store, wanted)));
    }

    private void find(ServerRequest request, ServerResponse response) {
        Caller caller = Authentication.staff(request, Permission.READ_CHAIN);
        UUID orderId = Paths.uuid(request, "order");
        Answers.ok(
                request,
                response,
                database.inTransaction(caller, session -> known(session, orderId)));
    }

    private void save(ServerRequest request, ServerResponse response) {
        Caller.Staff caller = Authentication.staff(request, Permission.ORDER_GOODS);
        PurchaseOrder order = Body.json(request, PurchaseOrder.class, MAX_BODY);
        if (!order.orderId().equals(Paths.uuid(request, "order"))) {
            throw Problem.badRequest("wrong_id", "Path and body name different things.").refusal();
        }
        Answers.ok(
                request,
                response,
                database.inTransaction(
                        caller,
                        session -> {
                            check(session, order);
                            orders.save(session, order, caller.staffId(), clock.instant());
                            return known(session, order.orderId());
                        }));
    }

    private void close(ServerRequest request, ServerResponse response) {
        Caller.Staff caller = Authentication.staff(request, Permission.ORDER_GOODS);
        UUID orderId = Paths.uuid(request, "order");
        database.execute(
                caller,
                session -> {
                    PurchaseOrder order = known(session, orderId).progress().order();
                    if (order.open()) {
                        orders.save(session, order.closed(), caller.staffId(), clock.instant());
                    }
                });
        Answers.noContent(response);
    }

    private void take(ServerRequest request, ServerResponse response) {
        Caller.Staff caller = Authentication.staff(request, Permission.ORDER_GOODS);
        byte[] file = Body.read(request, TableFile.MAX_BYTES).content();
        Answers.ok(
                request,
                response,
                database.inTransaction(
                        caller,
                        session -> imports.take(session, file, caller.staffId(), clock.instant())));
    }

    private PurchaseStore.Kept known(StatelessSession session, UUID orderId) {
        return orders.find(session, orderId)
                .orElseThrow(() -> Problem.notFound("No such purchase order.").refusal());
    }

    private void check(StatelessSession session, PurchaseOrder order) {
        if (orders.idOf(session, order.number())
                .filter(id -> !id.equals(order.orderId()))
                .isPresent()) {
            throw Problem.of(
                            409,
                            "number_taken",
                            "Another purchase order has the number %s.".formatted(order.number()))
                    .refusal();
        }
        orders.find(session, order.orderId())
                .map(kept -> kept.progress().order().store())
                .filter(store -> !store.equals(order.store()))
                .ifPresent(store -> {
                    throw Problem.of(
                                    422,
                                    "store_changed",
                                    "The order is for store %s; make another one.".formatted(store))
                            .refusal();
                });
        refuseUnknown(session, order);
    }

    private static void refuseUnknown(StatelessSession session, PurchaseOrder order) {
        if (Sql.first(
                        session,
                        "select 1 from store where store_id = ?",
                        _ -> true,
                        order.store().value())
                .isEmpty()) {
            throw Problem.of(422, "unknown_store", "There is no store " + order.store() + ".")
                    .refusal();
        }
        List<String> unknown =
                Sql.list(
                        session,
                        "select s.sku from unnest(?) as s (sku) left join variant v using (sku)"
                                + " where v.sku is null order by s.sku",
                        row -> row.getString("sku"),
                        Column.of("text", order.lines(), line -> line.sku().value()));
        if (!unknown.isEmpty()) {
            throw Problem.of(
                            422,
                            "unknown_sku",
                            "There is no such SKU: " + String.join(", ", unknown) + ".")
                    .refusal();
        }
    }

    private static Optional<StoreId> store(ServerRequest request) {
        try {
            return request.query().first("store").filter(text -> !text.isBlank()).map(StoreId::new);
        } catch (IllegalArgumentException e) {
            throw Problem.badRequest("invalid_query", "store: " + e.getMessage()).refusal();
        }
    }
}
