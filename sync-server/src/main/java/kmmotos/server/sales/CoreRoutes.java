package kmmotos.server.sales;

import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import kmmotos.model.catalog.Sku;
import kmmotos.model.money.Money;
import kmmotos.model.money.Quantity;
import kmmotos.model.sales.ReceiptNumber;
import kmmotos.model.staff.Permission;
import kmmotos.model.stores.StoreId;
import kmmotos.server.http.Answers;
import kmmotos.server.http.Authentication;
import kmmotos.server.storage.Caller;
import kmmotos.server.storage.Database;
import kmmotos.server.storage.Sql;
import org.hibernate.StatelessSession;

/// Old parts that are still to come back (READ_CHAIN).
///
/// `GET /open-cores` -> `{"items": [...]}`, the newest 500 sales' first.
public final class CoreRoutes implements HttpService {

    private static final int MAX_ITEMS = 500;

    private final Database database;

    public CoreRoutes(Database database) {
        this.database = database;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.get("/open-cores", this::open);
    }

    /// @param quantity how many are still to come
    /// @param deposit what is given back for them
    record OpenCore(
            UUID saleId,
            ReceiptNumber receiptNumber,
            StoreId store,
            Instant at,
            Sku sku,
            Quantity quantity,
            Money deposit,
            Optional<UUID> customerId,
            Optional<String> customer) {}

    private void open(ServerRequest request, ServerResponse response) {
        Caller caller = Authentication.staff(request, Permission.READ_CHAIN);
        Answers.ok(
                request,
                response,
                Map.of("items", database.inTransaction(caller, CoreRoutes::open)));
    }

    private static List<OpenCore> open(StatelessSession session) {
        return Sql.list(
                session,
                """
                select s.sale_id, s.receipt_number, s.store_id, s.at, m.sku,
                    sum(m.quantity) as quantity, m.currency, sum(m.amount_minor) as deposit,
                    s.customer_id, c.name
                from core_movement m join sale s on s.sale_id = m.sale_id
                left join customer c on c.customer_id = s.customer_id
                group by s.sale_id, s.receipt_number, s.store_id, s.at, m.sku, m.currency,
                    s.customer_id, c.name
                having sum(m.quantity) > 0 order by s.at desc, s.sale_id, m.sku limit ?\
                """,
                row ->
                        new OpenCore(
                                row.getObject("sale_id", UUID.class),
                                ReceiptNumber.parse(row.getString("receipt_number")),
                                new StoreId(row.getString("store_id")),
                                Sql.instant(row, "at"),
                                new Sku(row.getString("sku")),
                                Quantity.of(row.getBigDecimal("quantity")),
                                Sql.money(row, "deposit"),
                                Optional.ofNullable(row.getObject("customer_id", UUID.class)),
                                Optional.ofNullable(row.getString("name"))),
                MAX_ITEMS);
    }
}
