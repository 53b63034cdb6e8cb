package kmmotos.server.purchasing;

import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import kmmotos.model.catalog.Sku;
import kmmotos.model.money.Quantity;
import kmmotos.model.purchasing.ReorderLevel;
import kmmotos.model.purchasing.ReorderProposal;
import kmmotos.model.staff.Permission;
import kmmotos.model.stock.Transfer;
import kmmotos.model.stock.TransferRequest;
import kmmotos.model.stores.StoreId;
import kmmotos.server.feed.Feed;
import kmmotos.server.http.Answers;
import kmmotos.server.http.Authentication;
import kmmotos.server.http.Body;
import kmmotos.server.http.Page;
import kmmotos.server.http.Paths;
import kmmotos.server.http.Problem;
import kmmotos.server.imports.ImportReport;
import kmmotos.server.imports.RowCheck;
import kmmotos.server.imports.TableFile;
import kmmotos.server.stock.TransferRequestStore;
import kmmotos.server.storage.Caller;
import kmmotos.server.storage.Database;
import kmmotos.server.storage.Sql;
import kmmotos.server.storage.Sql.Column;
import kmmotos.server.sync.News;
import org.hibernate.StatelessSession;

/// When stores get more goods (READ_CHAIN to read, ORDER_GOODS to write).
///
/// `GET /reorder-levels?store=` -> a store's levels; `POST /imports/reorder-levels` -> a report,
/// see docs/import.md. `GET /reorder-proposals` -> a page of what stores proposed and nobody has
/// decided yet, the oldest first; `POST /reorder-proposals/{proposal}/transfer {"from","lines"}`
/// asks another store for the goods; `POST /reorder-proposals/{proposal}/done` -> 204 once it was
/// ordered, or is not wanted. Errors: 404, 422 `unknown_store`, `invalid_transfer`.
public final class ReorderRoutes implements HttpService {

    private static final int MAX_BODY = 131_072;
    private static final Set<String> COLUMNS = Set.of("store", "sku", "min", "max");

    private final Database database;
    private final Clock clock;
    private final ReorderStore reorder = new ReorderStore();

    public ReorderRoutes(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.get("/reorder-levels", this::levels)
                .post("/imports/reorder-levels", this::take)
                .get("/reorder-proposals", this::list)
                .post("/reorder-proposals/{proposal}/transfer", this::transfer)
                .post("/reorder-proposals/{proposal}/done", this::done);
    }

    record Wished(StoreId from, List<Transfer.Line> lines) {}

    private record Row(int number, ReorderLevel level) {}

    private void levels(ServerRequest request, ServerResponse response) {
        Caller caller = Authentication.staff(request, Permission.READ_CHAIN);
        StoreId store = store(request.query().first("store").orElse(""));
        Answers.ok(
                request,
                response,
                Map.of(
                        "items",
                        database.inTransaction(caller, session -> reorder.levels(session, store))));
    }

    private static StoreId store(String text) {
        try {
            return new StoreId(text);
        } catch (IllegalArgumentException e) {
            throw Problem.badRequest("invalid_query", "store: " + e.getMessage()).refusal();
        }
    }

    private void take(ServerRequest request, ServerResponse response) {
        Caller caller = Authentication.staff(request, Permission.ORDER_GOODS);
        byte[] file = Body.read(request, TableFile.MAX_BYTES).content();
        Answers.ok(
                request, response, database.inTransaction(caller, session -> take(session, file)));
    }

    private ImportReport take(StatelessSession session, byte[] file) {
        var tally = new ImportReport.Tally("reorder-levels", COLUMNS);
        List<Row> rows = tally.read(file, COLUMNS, ReorderRoutes::row);
        Set<String> stores =
                new HashSet<>(
                        Sql.list(session, "select store_id from store", row -> row.getString(1)));
        Set<String> skus =
                new HashSet<>(
                        Sql.list(
                                session,
                                "select sku from variant where sku = any (?)",
                                row -> row.getString(1),
                                Column.of("text", rows, row -> row.level().sku().value())));
        List<ReorderLevel> known =
                rows.stream()
                        .filter(row -> {
                            boolean hasStore = stores.contains(row.level().store().value());
                            boolean hasSku = skus.contains(row.level().sku().value());
                            if (!hasStore) {
                                tally.refuse(
                                        row.number(), "store", "unknown_store", "no such store");
                            } else if (!hasSku) {
                                tally.refuse(row.number(), "sku", "unknown_sku", "no such SKU");
                            }
                            return hasStore && hasSku;
                        })
                        .map(Row::level)
                        .toList();
        tally.changed(reorder.save(session, known, clock.instant()));
        return tally.report();
    }

    private static Optional<Row> row(RowCheck row) {
        var store = row.required("store", StoreId::new);
        var sku = row.required("sku", Sku::new);
        var min = row.required("min", Quantity::parse);
        var max = row.required("max", Quantity::parse);
        if (row.isFaulty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    new Row(
                            row.number(),
                            new ReorderLevel(
                                    store.orElseThrow(),
                                    sku.orElseThrow(),
                                    min.orElseThrow(),
                                    max.orElseThrow())));
        } catch (IllegalArgumentException e) {
            row.fault("max", "invalid", String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    private void list(ServerRequest request, ServerResponse response) {
        Caller caller = Authentication.staff(request, Permission.READ_CHAIN);
        Page.Wanted wanted = Page.Wanted.from(request, 2);
        Answers.ok(
                request,
                response,
                database.inTransaction(caller, session -> reorder.waiting(session, wanted)));
    }

    /// The request has the proposal's id, so that it is asked for once.
    private void transfer(ServerRequest request, ServerResponse response) {
        Caller.Staff caller = Authentication.staff(request, Permission.ORDER_GOODS);
        UUID proposalId = Paths.uuid(request, "proposal");
        Wished wished = Body.json(request, Wished.class, MAX_BODY);
        database.execute(
                caller,
                session -> {
                    ReorderProposal proposal = known(session, proposalId);
                    TransferRequest asked = asked(session, proposal, wished, caller.staffId());
                    News news = new News();
                    TransferRequestStore.add(
                            session, asked, Optional.empty(), clock.instant(), news);
                    Feed.publish(session, news.byScope());
                    reorder.decided(session, proposalId, caller.staffId(), clock.instant());
                });
        Answers.noContent(response);
    }

    private TransferRequest asked(
            StatelessSession session, ReorderProposal proposal, Wished wished, UUID by) {
        if (Sql.first(
                        session,
                        "select 1 from store where store_id = ?",
                        _ -> true,
                        wished.from().value())
                .isEmpty()) {
            throw Problem.of(422, "unknown_store", "There is no store " + wished.from() + ".")
                    .refusal();
        }
        try {
            return new TransferRequest(
                    proposal.proposalId(),
                    wished.from(),
                    proposal.store(),
                    wished.lines(),
                    clock.instant(),
                    by);
        } catch (IllegalArgumentException e) {
            throw Problem.of(422, "invalid_transfer", e.getMessage() + ".").refusal();
        }
    }

    private void done(ServerRequest request, ServerResponse response) {
        Caller.Staff caller = Authentication.staff(request, Permission.ORDER_GOODS);
        UUID proposalId = Paths.uuid(request, "proposal");
        database.execute(
                caller,
                session -> {
                    ReorderProposal _ = known(session, proposalId);
                    reorder.decided(session, proposalId, caller.staffId(), clock.instant());
                });
        Answers.noContent(response);
    }

    private ReorderProposal known(StatelessSession session, UUID proposalId) {
        return reorder.find(session, proposalId)
                .orElseThrow(() -> Problem.notFound("No such open proposal.").refusal());
    }
}
