package kmmotos.server.orders;

import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import kmmotos.model.orders.OrderState;
import kmmotos.model.staff.Permission;
import kmmotos.model.stores.StoreId;
import kmmotos.model.sync.Event;
import kmmotos.model.sync.JournalEntry;
import kmmotos.model.sync.Policy;
import kmmotos.model.sync.Scope;
import kmmotos.server.feed.Feed;
import kmmotos.server.http.Answers;
import kmmotos.server.http.Authentication;
import kmmotos.server.http.Body;
import kmmotos.server.http.Paths;
import kmmotos.server.http.Problem;
import kmmotos.server.storage.Caller;
import kmmotos.server.storage.Database;
import kmmotos.server.storage.Sql;
import kmmotos.server.sync.EventStore;
import kmmotos.server.sync.News;
import org.hibernate.StatelessSession;

/// Books what a store told of an order that could not be found on the order it meant
/// (REPAIR_EXCEPTIONS): `POST /event-exceptions/{id}/order {"number","note"}` -> 204. Errors: 404
/// `not_found`; 409 `not_correctable` (the item is about something else), `order_too_far`.
public final class OrderRepairRoutes implements HttpService {

    private static final int MAX_BODY = 4_096;

    private final Database database;
    private final Clock clock;
    private final EventStore events = new EventStore();
    private final OrderStore orders = new OrderStore();

    public OrderRepairRoutes(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.post("/event-exceptions/{exception}/order", this::correct);
    }

    record Correction(String number, java.util.Optional<String> note) {}

    private void correct(ServerRequest request, ServerResponse response) {
        Caller.Staff caller = Authentication.staff(request, Permission.REPAIR_EXCEPTIONS);
        UUID id = Paths.uuid(request, "exception");
        Correction correction = Body.json(request, Correction.class, MAX_BODY);
        database.execute(caller, session -> events.takeOpen(session, id));
        database.execute(
                new Caller.Server("repair"), session -> correct(session, caller, id, correction));
        Answers.noContent(response);
    }

    private void correct(
            StatelessSession session,
            Caller.Staff caller,
            UUID exceptionId,
            Correction correction) {
        EventStore.Waiting waiting = events.takeOpen(session, exceptionId);
        OrderState next = step(waiting);
        UUID orderId = orderId(session, caller, correction.number());
        News news = new News();
        switch (orders.becomeQuietly(session, orderId, next)) {
            case OrderStore.Outcome.Done(var order) ->
                    news.add(Scope.store(order.store()), new Policy.OrderChanged(order));
            case OrderStore.Outcome.Unknown _ -> throw unknown();
            case OrderStore.Outcome.NotPossible(var order) ->
                    throw Problem.of(
                                    409,
                                    "order_too_far",
                                    "The order is %s and can't become %s."
                                            .formatted(order.state().word(), next.word()))
                            .refusal();
        }
        events.solve(
                session,
                exceptionId,
                new EventStore.Solution(
                        "corrected",
                        correction.number() + correction.note().map(": "::concat).orElse(""),
                        caller.staffId(),
                        clock.instant()));
        news.add(Scope.device(waiting.device()), new Policy.ExceptionSolved(waiting.eventId()));
        Feed.publish(session, news.byScope());
    }

    private static OrderState step(EventStore.Waiting waiting) {
        if (waiting.code().equals("unknown_order")
                && waiting.entry().read() instanceof JournalEntry.Reading.Known(Event event)
                && event.orderStep().isPresent()) {
            return event.orderStep().get().next();
        }
        throw Problem.of(409, "not_correctable", "This item is not about an unknown order.")
                .refusal();
    }

    private static UUID orderId(StatelessSession session, Caller.Staff caller, String number) {
        return Sql.first(
                        session,
                        "select order_id, store_id from customer_order where number = ?",
                        row ->
                                Map.entry(
                                        row.getObject("order_id", UUID.class),
                                        new StoreId(row.getString("store_id"))),
                        number.strip())
                .filter(order -> caller.worksAt(order.getValue()))
                .map(Map.Entry::getKey)
                .orElseThrow(OrderRepairRoutes::unknown);
    }

    private static RuntimeException unknown() {
        return Problem.notFound("No such order.").refusal();
    }
}
