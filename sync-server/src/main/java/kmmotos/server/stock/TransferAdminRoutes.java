package kmmotos.server.stock;

import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kmmotos.model.staff.Permission;
import kmmotos.model.stock.TransferProgress;
import kmmotos.model.stores.StoreId;
import kmmotos.server.http.Answers;
import kmmotos.server.http.Authentication;
import kmmotos.server.http.Page;
import kmmotos.server.http.Paths;
import kmmotos.server.http.Problem;
import kmmotos.server.storage.Caller;
import kmmotos.server.storage.Database;

/// Goods on their way between stores, as head office sees them (READ_CHAIN).
///
/// `GET /transfers?store=` -> a page of the transfers that are not wholly received, the oldest
/// first; with `store`, those from or to it.
public final class TransferAdminRoutes implements HttpService {

    private final Database database;

    public TransferAdminRoutes(Database database) {
        this.database = database;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.get("/transfers", this::list);
    }

    record TransferView(
            UUID transferId,
            StoreId from,
            StoreId to,
            TransferProgress.State state,
            Optional<Instant> sentAt,
            List<TransferProgress.Line> lines) {

        static TransferView of(TransferProgress transfer) {
            return new TransferView(
                    transfer.transferId(),
                    transfer.from(),
                    transfer.to(),
                    transfer.state(),
                    transfer.sentAt(),
                    transfer.lines());
        }
    }

    private void list(ServerRequest request, ServerResponse response) {
        Caller caller = Authentication.staff(request, Permission.READ_CHAIN);
        Page.Wanted wanted = Page.Wanted.from(request, 1);
        Optional<UUID> after = wanted.after().stream().findFirst().map(Paths::uuid);
        Optional<StoreId> store = store(request);
        List<TransferView> rows =
                database
                        .inTransaction(
                                caller,
                                session ->
                                        TransferStore.open(
                                                session, store, after, wanted.rowsToRead()))
                        .stream()
                        .map(TransferView::of)
                        .toList();
        Answers.ok(
                request,
                response,
                Page.of(rows, wanted, row -> List.of(row.transferId().toString())));
    }

    private static Optional<StoreId> store(ServerRequest request) {
        try {
            return request.query().first("store").filter(text -> !text.isBlank()).map(StoreId::new);
        } catch (IllegalArgumentException e) {
            throw Problem.badRequest("invalid_query", "store: " + e.getMessage()).refusal();
        }
    }
}
