package kmmotos.server.sync;

import com.fasterxml.jackson.databind.JsonNode;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kmmotos.model.staff.Permission;
import kmmotos.model.stores.DeviceId;
import kmmotos.model.stores.StoreId;
import kmmotos.model.sync.Concern;
import kmmotos.model.sync.Json;
import kmmotos.model.sync.Policy;
import kmmotos.model.sync.Scope;
import kmmotos.server.feed.Feed;
import kmmotos.server.http.Answers;
import kmmotos.server.http.Authentication;
import kmmotos.server.http.Note;
import kmmotos.server.http.Page;
import kmmotos.server.http.Paths;
import kmmotos.server.http.Problem;
import kmmotos.server.storage.Caller;
import kmmotos.server.storage.Database;

/// The work list of events whose effects wait (permission REPAIR_EXCEPTIONS; managers see and
/// repair those of their stores).
///
/// `GET /event-exceptions` -> page of items with a plain-language cause and what they concern;
/// `POST /event-exceptions/{id}/retry` -> 204, or 409 `still_failing`; `POST
/// /event-exceptions/{id}/dismiss {"note"}` -> 204: set aside with a reason, nothing to book; 422
/// `note_needed`. The till is told that it is solved.
public final class ExceptionRoutes implements HttpService {

    private final Database database;
    private final Uploads uploads;
    private final Clock clock;
    private final EventStore events = new EventStore();

    public ExceptionRoutes(Database database, Uploads uploads, Clock clock) {
        this.database = database;
        this.uploads = uploads;
        this.clock = clock;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.get("/event-exceptions", this::list)
                .post("/event-exceptions/{exception}/retry", this::retry)
                .post("/event-exceptions/{exception}/dismiss", this::dismiss);
    }

    record ExceptionView(
            UUID exceptionId,
            UUID eventId,
            DeviceId device,
            StoreId store,
            String code,
            String cause,
            Instant raisedAt,
            boolean mayBeTriedAgain,
            Concern concerns,
            JsonNode fact) {

        static ExceptionView of(EventStore.Waiting waiting) {
            return new ExceptionView(
                    waiting.exceptionId(),
                    waiting.eventId(),
                    waiting.device(),
                    waiting.store(),
                    waiting.code(),
                    waiting.cause(),
                    waiting.raisedAt(),
                    waiting.mayBeTriedAgain(),
                    Concern.of(waiting.entry()),
                    Json.MAPPER.valueToTree(waiting.entry()));
        }
    }

    private void list(ServerRequest request, ServerResponse response) {
        Caller caller = Authentication.staff(request, Permission.REPAIR_EXCEPTIONS);
        Page.Wanted wanted = Page.Wanted.from(request, 1);
        Optional<UUID> after = wanted.after().stream().findFirst().map(Paths::uuid);
        List<ExceptionView> rows =
                database
                        .inTransaction(
                                caller,
                                session -> events.waiting(session, after, wanted.rowsToRead()))
                        .stream()
                        .map(ExceptionView::of)
                        .toList();
        Answers.ok(
                request,
                response,
                Page.of(rows, wanted, item -> List.of(item.exceptionId().toString())));
    }

    private void retry(ServerRequest request, ServerResponse response) {
        Caller.Staff caller = Authentication.staff(request, Permission.REPAIR_EXCEPTIONS);
        UUID id = Paths.uuid(request, "exception");
        database.execute(caller, session -> events.takeOpen(session, id));
        uploads.retry(id, caller.staffId(), clock.instant())
                .ifPresent(why -> {
                    throw Problem.of(409, "still_failing", why).refusal();
                });
        Answers.noContent(response);
    }

    private void dismiss(ServerRequest request, ServerResponse response) {
        Caller.Staff caller = Authentication.staff(request, Permission.REPAIR_EXCEPTIONS);
        UUID id = Paths.uuid(request, "exception");
        String note = Note.read(request);
        database.execute(
                caller,
                session -> {
                    EventStore.Waiting waiting = events.takeOpen(session, id);
                    events.solve(
                            session,
                            id,
                            new EventStore.Solution(
                                    "set_aside", note, caller.staffId(), clock.instant()));
                    Feed.publish(
                            session,
                            Scope.device(waiting.device()),
                            List.of(new Policy.ExceptionSolved(waiting.eventId())));
                });
        Answers.noContent(response);
    }
}
