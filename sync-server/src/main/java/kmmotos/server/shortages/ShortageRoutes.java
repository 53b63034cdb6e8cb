package kmmotos.server.shortages;

import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import kmmotos.model.catalog.Sku;
import kmmotos.model.money.Quantity;
import kmmotos.model.staff.Permission;
import kmmotos.model.stores.StoreId;
import kmmotos.server.http.Answers;
import kmmotos.server.http.Authentication;
import kmmotos.server.http.Body;
import kmmotos.server.http.IdempotencyKeys;
import kmmotos.server.http.Languages;
import kmmotos.server.http.Page;
import kmmotos.server.http.Paths;
import kmmotos.server.http.Problem;
import kmmotos.server.storage.Caller;
import kmmotos.server.storage.Database;
import org.hibernate.StatelessSession;

/// Oversell cases and what to do about them (SOLVE_SHORTAGES). Head office sees every store's, a
/// store's people their own.
///
/// `GET /stock/shortages?store=` -> a page of open cases with the orders that wait and what was
/// done; `GET /stock/shortages/{case}` -> one, with proposals; `POST
/// /stock/shortages/{case}/actions {"action","order_id","store","sku","quantity","note"}` with an
/// `Idempotency-Key` -> 201 with the action. Errors: see [ShortageRepair].
public final class ShortageRoutes implements HttpService {

    private static final int MAX_BODY = 8_192;
    private static final int MAX_NOTE = 500;
    private static final Caller REPAIR = new Caller.Server("shortages");

    private final Database database;
    private final Clock clock;
    private final Locale language;
    private final IdempotencyKeys keys;
    private final ShortageStore shortages = new ShortageStore();
    private final ShortageRepair repair = new ShortageRepair();

    /// @param language the chain's
    public ShortageRoutes(Database database, Clock clock, Locale language) {
        this.database = database;
        this.clock = clock;
        this.language = language;
        this.keys = new IdempotencyKeys(database);
    }

    @Override
    public void routing(HttpRules rules) {
        rules.get("/stock/shortages", this::list)
                .get("/stock/shortages/{case}", this::show)
                .post("/stock/shortages/{case}/actions", this::act);
    }

    record View(
            UUID caseId,
            StoreId store,
            Sku sku,
            String description,
            Instant openedAt,
            Optional<Instant> closedAt,
            Quantity onHand,
            Quantity reserved,
            List<AffectedOrder.View> orders,
            List<ShortageAction> actions,
            Optional<Proposals> proposals) {}

    record Action(
            ShortageAction.Kind action,
            Optional<UUID> orderId,
            Optional<StoreId> store,
            Optional<Sku> sku,
            Optional<Quantity> quantity,
            Optional<String> note) {

        ShortageRepair.Command command() {
            String told = note.orElse("").strip();
            if (told.length() > MAX_NOTE || told.chars().anyMatch(c -> c < ' ')) {
                throw Problem.of(
                                422,
                                "invalid_value",
                                "A note has at most " + MAX_NOTE + " characters.")
                        .at("/note", "invalid_value", "too long, or not one line")
                        .refusal();
            }
            return new ShortageRepair.Command(action, orderId, store, sku, quantity, told);
        }
    }

    private void list(ServerRequest request, ServerResponse response) {
        Caller caller = Authentication.staff(request, Permission.SOLVE_SHORTAGES);
        Page.Wanted wanted = Page.Wanted.from(request, 2);
        Optional<StoreId> store = store(request);
        Languages languages = Languages.from(request, language);
        List<View> rows =
                database.inTransaction(
                        caller,
                        session -> {
                            List<ShortageCase> cases = shortages.open(session, store, wanted);
                            return views(session, cases, languages);
                        });
        Answers.ok(
                request,
                response,
                Page.of(rows, wanted, row -> List.of(row.store().value(), row.sku().value())));
    }

    private void show(ServerRequest request, ServerResponse response) {
        Caller caller = Authentication.staff(request, Permission.SOLVE_SHORTAGES);
        UUID caseId = Paths.uuid(request, "case");
        Instant now = clock.instant();
        Languages languages = Languages.from(request, language);
        Answers.ok(
                request,
                response,
                database.inTransaction(
                        caller,
                        session -> {
                            ShortageCase found = found(shortages.find(session, caseId));
                            List<AffectedOrder> orders =
                                    shortages
                                            .affected(session, List.of(found))
                                            .getOrDefault(caseId, List.of());
                            return view(
                                    found,
                                    orders,
                                    shortages
                                            .actions(session, List.of(found))
                                            .getOrDefault(caseId, List.of()),
                                    Optional.of(
                                            Proposals.of(session, found, orders, languages, now)),
                                    languages);
                        }));
    }

    /// Works for the server itself, since an order may go to a store where the caller does not
    /// work; whose case it is was looked at before.
    private void act(ServerRequest request, ServerResponse response) {
        Caller.Staff caller = Authentication.staff(request, Permission.SOLVE_SHORTAGES);
        UUID caseId = Paths.uuid(request, "case");
        Body body = Body.read(request, MAX_BODY);
        ShortageRepair.Command command = body.as(Action.class).command();
        keys.once(
                request,
                response,
                REPAIR,
                caller.account(),
                body,
                session -> {
                    ShortageCase found =
                            found(
                                    shortages
                                            .find(session, caseId)
                                            .filter(one -> caller.worksAt(one.store())));
                    return IdempotencyKeys.Answer.created(
                            repair.run(session, found, command, caller.staffId(), clock.instant()));
                });
    }

    private List<View> views(
            StatelessSession session, List<ShortageCase> cases, Languages languages) {
        var orders = shortages.affected(session, cases);
        var actions = shortages.actions(session, cases);
        return cases.stream()
                .map(one ->
                        view(
                                one,
                                orders.getOrDefault(one.caseId(), List.of()),
                                actions.getOrDefault(one.caseId(), List.of()),
                                Optional.empty(),
                                languages))
                .toList();
    }

    private static View view(
            ShortageCase of,
            List<AffectedOrder> orders,
            List<ShortageAction> actions,
            Optional<Proposals> proposals,
            Languages languages) {
        return new View(
                of.caseId(),
                of.store(),
                of.sku(),
                of.name().map(name -> name.in(languages)).orElse(""),
                of.openedAt(),
                of.closedAt(),
                of.onHand(),
                of.reserved(),
                orders.stream().map(AffectedOrder::view).toList(),
                actions,
                proposals);
    }

    private static ShortageCase found(Optional<ShortageCase> found) {
        return found.orElseThrow(() -> Problem.notFound("No such case.").refusal());
    }

    private static Optional<StoreId> store(ServerRequest request) {
        try {
            return request.query().first("store").filter(text -> !text.isBlank()).map(StoreId::new);
        } catch (IllegalArgumentException e) {
            throw Problem.badRequest("invalid_query", "store: " + e.getMessage()).refusal();
        }
    }
}
