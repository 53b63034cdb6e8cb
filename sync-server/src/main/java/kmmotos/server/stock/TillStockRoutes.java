package kmmotos.server.stock;

import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.Clock;
import java.util.List;
import kmmotos.model.catalog.Sku;
import kmmotos.model.money.Quantity;
import kmmotos.model.stock.StockEverywhere;
import kmmotos.model.stores.DeviceId;
import kmmotos.model.stores.StoreId;
import kmmotos.model.stores.Till;
import kmmotos.server.http.Answers;
import kmmotos.server.http.Paths;
import kmmotos.server.http.Problem;
import kmmotos.server.storage.Caller;
import kmmotos.server.storage.Database;
import kmmotos.server.storage.Sql;
import kmmotos.server.sync.DeviceAuthentication;
import kmmotos.server.sync.TillProtocol;
import org.hibernate.StatelessSession;

/// What a clerk wants to know of an item at the other shops, below `/sync/v1`, signed by the till.
///
/// `GET /devices/{device}/stock?sku=` -> a [StockEverywhere]: every shop of the chain, those
/// without any too. Errors: 400 `invalid_query`, 403 `another_device`.
public final class TillStockRoutes implements HttpService {

    private final Database database;
    private final DeviceAuthentication authentication;

    public TillStockRoutes(Database database, Clock clock) {
        this.database = database;
        this.authentication = new DeviceAuthentication(database, clock);
    }

    @Override
    public void routing(HttpRules rules) {
        rules.get("/devices/{device}/stock", this::everywhere);
    }

    private void everywhere(ServerRequest request, ServerResponse response) {
        TillProtocol.refuseTooOld(request, response);
        Till till = authentication.till(request, new byte[0]).till();
        if (!till.deviceId().equals(new DeviceId(Paths.uuid(request, "device")))) {
            throw Problem.of(403, "another_device", "A till asks for itself only.").refusal();
        }
        Sku sku = sku(request);
        Caller caller = new Caller.Device(till.deviceId(), till.storeId());
        Answers.ok(
                request,
                response,
                database.inTransaction(
                        caller, session -> new StockEverywhere(sku, stores(session, sku))));
    }

    private static Sku sku(ServerRequest request) {
        try {
            return new Sku(request.query().first("sku").orElse(""));
        } catch (IllegalArgumentException e) {
            throw Problem.badRequest("invalid_query", "sku: " + e.getMessage()).refusal();
        }
    }

    private static List<StockEverywhere.AtStore> stores(StatelessSession session, Sku sku) {
        return Sql.list(
                session,
                """
                select s.store_id, s.name, coalesce(b.on_hand, 0) as on_hand,
                    coalesce(b.reserved, 0) as reserved, coalesce(b.in_transit, 0) as in_transit,
                    c.last_contact
                from store s left join stock_balance b on b.store_id = s.store_id and b.sku = ?
                left join store_contact c on c.store_id = s.store_id order by s.name, s.store_id\
                """,
                row ->
                        new StockEverywhere.AtStore(
                                new StoreId(row.getString("store_id")),
                                row.getString("name"),
                                Quantity.of(row.getBigDecimal("on_hand")),
                                Quantity.of(row.getBigDecimal("reserved")),
                                Quantity.of(row.getBigDecimal("in_transit")),
                                Sql.optionalInstant(row, "last_contact")),
                sku.value());
    }
}
