package kmmotos.server.sales;

import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kmmotos.model.catalog.Sku;
import kmmotos.model.money.Quantity;
import kmmotos.model.sales.LostSale;
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

/// What customers wanted and did not get (READ_CHAIN).
///
/// `GET /lost-sales` -> a page, the latest day first; `GET /lost-sales/totals` -> `items`, the 100
/// articles and words that were asked for most often within 90 days, with how often and how many.
public final class LostSaleRoutes implements HttpService {

    private static final int MOST = 100;
    private static final String NEWEST = "9999-12-31";

    private final Database database;

    public LostSaleRoutes(Database database) {
        this.database = database;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.get("/lost-sales", this::list).get("/lost-sales/totals", this::totals);
    }

    record LostView(
            UUID lostSaleId,
            StoreId store,
            LocalDate day,
            Optional<Sku> sku,
            String words,
            Quantity quantity,
            LostSale.Reason reason,
            Optional<String> customer,
            String by) {}

    /// @param words without a SKU: what was asked for, in small letters
    /// @param times how often
    record Total(
            Optional<Sku> sku,
            String words,
            LostSale.Reason reason,
            long times,
            Quantity quantity) {}

    record Totals(List<Total> items) {}

    private void list(ServerRequest request, ServerResponse response) {
        Caller caller = Authentication.staff(request, Permission.READ_CHAIN);
        Page.Wanted wanted = Page.Wanted.from(request, 2);
        List<LostView> rows = database.inTransaction(caller, session -> list(session, wanted));
        Answers.ok(
                request,
                response,
                Page.of(
                        rows,
                        wanted,
                        lost -> List.of(lost.day().toString(), lost.lostSaleId().toString())));
    }

    private static List<LostView> list(StatelessSession session, Page.Wanted wanted) {
        return Sql.list(
                session,
                """
                select l.*, c.name as customer, coalesce(p.name, '') as person
                from lost_sale l left join customer c using (customer_id)
                left join staff p on p.staff_id = l.staff_id
                where (l.day, l.lost_sale_id) < (?::date, ?)
                order by l.day desc, l.lost_sale_id desc limit ?\
                """,
                row ->
                        new LostView(
                                row.getObject("lost_sale_id", UUID.class),
                                new StoreId(row.getString("store_id")),
                                row.getObject("day", LocalDate.class),
                                sku(row),
                                row.getString("words"),
                                Quantity.of(row.getBigDecimal("quantity")),
                                LostSale.Reason.valueOf(row.getString("reason")),
                                Optional.ofNullable(row.getString("customer")),
                                row.getString("person")),
                wanted.first() ? NEWEST : Page.day(wanted.after().getFirst()),
                wanted.first() ? new UUID(-1, -1) : Paths.uuid(wanted.after().getLast()),
                wanted.rowsToRead());
    }

    private void totals(ServerRequest request, ServerResponse response) {
        Caller caller = Authentication.staff(request, Permission.READ_CHAIN);
        Answers.ok(
                request,
                response,
                new Totals(database.inTransaction(caller, LostSaleRoutes::totals)));
    }

    private static List<Total> totals(StatelessSession session) {
        return Sql.list(
                session,
                """
                select sku, case when sku is null then lower(trim(words)) else '' end as words,
                    reason, count(*) as times, sum(quantity) as quantity
                from lost_sale where day > current_date - 90
                group by 1, 2, 3 order by times desc, quantity desc, 1, 2, 3 limit ?\
                """,
                row ->
                        new Total(
                                sku(row),
                                row.getString("words"),
                                LostSale.Reason.valueOf(row.getString("reason")),
                                row.getLong("times"),
                                Quantity.of(row.getBigDecimal("quantity"))),
                MOST);
    }

    private static Optional<Sku> sku(ResultSet row) throws SQLException {
        return Optional.ofNullable(row.getString("sku")).map(Sku::new);
    }
}
