package kmmotos.server.purchasing;

import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import kmmotos.model.money.Money;
import kmmotos.model.purchasing.SupplierReturn;
import kmmotos.model.staff.Permission;
import kmmotos.server.http.Answers;
import kmmotos.server.http.Authentication;
import kmmotos.server.http.Note;
import kmmotos.server.http.Page;
import kmmotos.server.http.Paths;
import kmmotos.server.http.Problem;
import kmmotos.server.sales.LedgerStore;
import kmmotos.server.storage.Caller;
import kmmotos.server.storage.Database;
import kmmotos.server.storage.Sql;
import org.hibernate.StatelessSession;

/// Goods that went back to suppliers (READ_CHAIN to read, ORDER_GOODS to write).
///
/// `GET /supplier-returns` -> a page, those that are not credited first, of both the oldest; `POST
/// /supplier-returns/{return}/credit {"note"}` -> 204 once the supplier has credited it, which
/// moves its value from `supplier_claims` to `suppliers`. Errors: 404 if it is not known or
/// credited already.
public final class SupplierReturnRoutes implements HttpService {

    private final Database database;
    private final Clock clock;

    public SupplierReturnRoutes(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.get("/supplier-returns", this::list)
                .post("/supplier-returns/{return}/credit", this::credit);
    }

    /// @param value what it cost on average, if that is known
    record Kept(
            SupplierReturn goods,
            String state,
            Optional<Money> value,
            Optional<Instant> creditedAt,
            String note) {

        static Kept of(ResultSet row) throws SQLException {
            String currency = row.getString("currency");
            return new Kept(
                    Sql.json(row, "document", SupplierReturn.class),
                    row.getString("state"),
                    currency == null
                            ? Optional.empty()
                            : Optional.of(
                                    Money.ofMinor(
                                            row.getLong("value_minor"),
                                            Currency.getInstance(currency))),
                    Sql.optionalInstant(row, "credited_at"),
                    row.getString("note"));
        }
    }

    private void list(ServerRequest request, ServerResponse response) {
        Caller caller = Authentication.staff(request, Permission.READ_CHAIN);
        Page.Wanted wanted = Page.Wanted.from(request, 3);
        List<String> after =
                wanted.first()
                        ? List.of("0", "0001-01-01T00:00:00Z", new UUID(0, 0).toString())
                        : wanted.after();
        List<Kept> rows =
                database.inTransaction(
                        caller,
                        session ->
                                Sql.list(
                                        session,
                                        "select * from supplier_return"
                                                + " where ((state <> 'sent')::integer, at, return_id)"
                                                + " > (?::integer, ?::timestamptz, ?::uuid)"
                                                + " order by (state <> 'sent')::integer, at, return_id"
                                                + " limit ?",
                                        Kept::of,
                                        after.get(0),
                                        after.get(1),
                                        after.get(2),
                                        wanted.rowsToRead()));
        Answers.ok(
                request,
                response,
                Page.of(
                        rows,
                        wanted,
                        row ->
                                List.of(
                                        row.state().equals("sent") ? "0" : "1",
                                        row.goods().at().toString(),
                                        row.goods().returnId().toString())));
    }

    private void credit(ServerRequest request, ServerResponse response) {
        Caller.Staff caller = Authentication.staff(request, Permission.ORDER_GOODS);
        UUID returnId = Paths.uuid(request, "return");
        String note = Note.read(request);
        database.execute(caller, session -> credit(session, returnId, note, caller));
        Answers.noContent(response);
    }

    private void credit(StatelessSession session, UUID returnId, String note, Caller.Staff caller) {
        Kept kept =
                Sql.first(
                                session,
                                "update supplier_return set state = 'credited', credited_at = ?,"
                                        + " credited_by = ?, note = ?"
                                        + " where return_id = ? and state = 'sent' returning *",
                                Kept::of,
                                clock.instant(),
                                caller.staffId(),
                                note,
                                returnId)
                        .orElseThrow(() -> Problem.notFound("No such open return.").refusal());
        kept.value()
                .filter(value -> !value.isZero())
                .ifPresent(value ->
                        LedgerStore.post(
                                session,
                                List.of(
                                        new LedgerStore.Posting(
                                                UUID.randomUUID(),
                                                kept.goods().store(),
                                                kept.goods().businessDay(),
                                                Map.of(
                                                        "supplier_claims",
                                                        value.negated(),
                                                        "suppliers",
                                                        value)))));
    }
}
