package kmmotos.server.returns;

import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kmmotos.model.money.Quantity;
import kmmotos.model.returns.ReceiptAnswer;
import kmmotos.model.returns.TakenBack;
import kmmotos.model.sales.ReceiptNumber;
import kmmotos.model.sales.Sale;
import kmmotos.model.stores.DeviceId;
import kmmotos.model.stores.Till;
import kmmotos.model.sync.Event;
import kmmotos.model.sync.JournalEntry;
import kmmotos.server.http.Answers;
import kmmotos.server.http.Paths;
import kmmotos.server.http.Problem;
import kmmotos.server.storage.Caller;
import kmmotos.server.storage.Database;
import kmmotos.server.storage.Sql;
import kmmotos.server.sync.DeviceAuthentication;
import kmmotos.server.sync.EventStore;
import kmmotos.server.sync.TillProtocol;
import org.hibernate.StatelessSession;

/// Receipts of all stores for tills, below `/sync/v1`, signed by the till.
///
/// `GET /devices/{device}/receipts/{number}` -> a [ReceiptAnswer]: the sale, and what of it came
/// back anywhere. Errors: 403 `another_device`, 404 `unknown_receipt`.
public final class ReceiptRoutes implements HttpService {

    /// A receipt of another store is no business of a till's, except for what comes back by it.
    private static final Caller LOOK_UP = new Caller.Server("receipt look-up");

    private final Database database;
    private final DeviceAuthentication authentication;

    public ReceiptRoutes(Database database, Clock clock) {
        this.database = database;
        this.authentication = new DeviceAuthentication(database, clock);
    }

    @Override
    public void routing(HttpRules rules) {
        rules.get("/devices/{device}/receipts/{number}", this::receipt);
    }

    private void receipt(ServerRequest request, ServerResponse response) {
        TillProtocol.refuseTooOld(request, response);
        Till till = authentication.till(request, new byte[0]).till();
        if (!till.deviceId().equals(new DeviceId(Paths.uuid(request, "device")))) {
            throw Problem.of(403, "another_device", "A till asks for itself only.").refusal();
        }
        Optional<ReceiptAnswer> found =
                number(request.path().pathParameters().get("number"))
                        .flatMap(number ->
                                database.inTransaction(
                                        LOOK_UP, session -> answer(session, number)));
        Answers.ok(
                request,
                response,
                found.orElseThrow(
                        () -> Problem.of(404, "unknown_receipt", "No such receipt.").refusal()));
    }

    private static Optional<ReceiptNumber> number(String typed) {
        try {
            return Optional.of(ReceiptNumber.parse(typed));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static Optional<ReceiptAnswer> answer(StatelessSession session, ReceiptNumber number) {
        return Sql.first(
                        session,
                        "select e.fact from sale s join event e using (event_id)"
                                + " where s.store_id = ? and s.receipt_number = ?"
                                + " order by s.at desc limit 1",
                        row -> row.getBytes("fact"),
                        number.store().value(),
                        number.toString())
                .map(EventStore::read)
                .flatMap(ReceiptRoutes::sale)
                .map(sale -> new ReceiptAnswer(sale, returns(session, sale.saleId())));
    }

    private static Optional<Sale> sale(JournalEntry entry) {
        return entry.read() instanceof JournalEntry.Reading.Known(Event.SaleCompleted(Sale sale))
                ? Optional.of(sale)
                : Optional.empty();
    }

    private static List<TakenBack> returns(StatelessSession session, UUID saleId) {
        return Sql.list(
                session,
                "select device_id, sale_id, of_line, quantity from sale_return where of_sale = ?"
                        + " order by sale_id, line",
                row ->
                        new TakenBack(
                                new DeviceId(row.getObject("device_id", UUID.class)),
                                row.getObject("sale_id", UUID.class),
                                row.getInt("of_line"),
                                Quantity.of(row.getBigDecimal("quantity"))),
                saleId);
    }
}
