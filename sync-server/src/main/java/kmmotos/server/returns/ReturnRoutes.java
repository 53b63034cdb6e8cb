package kmmotos.server.returns;

import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kmmotos.model.catalog.Sku;
import kmmotos.model.money.Money;
import kmmotos.model.money.Quantity;
import kmmotos.model.sales.Returned;
import kmmotos.model.staff.Permission;
import kmmotos.model.stores.StoreId;
import kmmotos.server.http.Answers;
import kmmotos.server.http.Authentication;
import kmmotos.server.http.Page;
import kmmotos.server.http.Paths;
import kmmotos.server.storage.Caller;
import kmmotos.server.storage.Database;
import kmmotos.server.storage.Sql;
import org.hibernate.StatelessSession;

/// What came back in the chain (READ_CHAIN).
///
/// `GET /returns` -> a page of returned lines, the latest day first: by which receipt, of which,
/// why, what became of the goods, and who approved it.
public final class ReturnRoutes implements HttpService {

    private static final String NEWEST = "9999-12-31";

    private final Database database;

    public ReturnRoutes(Database database) {
        this.database = database;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.get("/returns", this::list);
    }

    /// @param ofReceipt absent if there was none
    /// @param reason absent for returns of before it was asked
    record ReturnView(
            UUID saleId,
            int line,
            StoreId store,
            LocalDate businessDay,
            String receipt,
            Optional<String> ofReceipt,
            Sku sku,
            Quantity quantity,
            Money refund,
            Optional<Returned.Reason> reason,
            Optional<Returned.Condition> condition,
            String note,
            String by,
            Optional<String> approvedBy) {}

    private void list(ServerRequest request, ServerResponse response) {
        Caller caller = Authentication.staff(request, Permission.READ_CHAIN);
        Page.Wanted wanted = Page.Wanted.from(request, 3);
        List<ReturnView> rows = database.inTransaction(caller, session -> list(session, wanted));
        Answers.ok(
                request,
                response,
                Page.of(
                        rows,
                        wanted,
                        back ->
                                List.of(
                                        back.businessDay().toString(),
                                        back.saleId().toString(),
                                        Integer.toString(back.line()))));
    }

    private static List<ReturnView> list(StatelessSession session, Page.Wanted wanted) {
        return Sql.list(
                session,
                """
                select r.*, s.receipt_number, coalesce(p.name, '') as person, a.name as approver
                from sale_return r join sale s using (sale_id)
                left join staff p on p.staff_id = r.staff_id
                left join staff a on a.staff_id = r.approved_by
                where (r.business_day, r.sale_id, r.line) < (?::date, ?, ?)
                order by r.business_day desc, r.sale_id desc, r.line desc limit ?\
                """,
                ReturnRoutes::view,
                wanted.first() ? NEWEST : Page.day(wanted.after().getFirst()),
                wanted.first() ? new UUID(-1, -1) : Paths.uuid(wanted.after().get(1)),
                wanted.first() ? Integer.MAX_VALUE : Page.number(wanted.after().getLast()),
                wanted.rowsToRead());
    }

    private static ReturnView view(ResultSet row) throws SQLException {
        return new ReturnView(
                row.getObject("sale_id", UUID.class),
                row.getInt("line"),
                new StoreId(row.getString("store_id")),
                row.getObject("business_day", LocalDate.class),
                row.getString("receipt_number"),
                Optional.ofNullable(row.getString("of_receipt")),
                new Sku(row.getString("sku")),
                Quantity.of(row.getBigDecimal("quantity")),
                Money.ofMinor(
                        -row.getLong("total_minor"),
                        Currency.getInstance(row.getString("currency"))),
                Optional.ofNullable(row.getString("reason")).map(Returned.Reason::valueOf),
                Optional.ofNullable(row.getString("condition")).map(Returned.Condition::valueOf),
                row.getString("note"),
                row.getString("person"),
                Optional.ofNullable(row.getString("approver")));
    }
}
