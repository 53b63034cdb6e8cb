package kmmotos.server.quotes;

import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import kmmotos.model.money.Money;
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

/// What customers were offered (READ_CHAIN).
///
/// `GET /quotes` -> a page, the latest day first.
public final class QuoteAdminRoutes implements HttpService {

    private static final String NEWEST = "9999-12-31";

    private final Database database;

    public QuoteAdminRoutes(Database database) {
        this.database = database;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.get("/quotes", this::list);
    }

    /// @param customer may be empty
    record QuoteView(
            UUID quoteId,
            String number,
            StoreId store,
            LocalDate day,
            LocalDate validUntil,
            String customer,
            Money total,
            String by) {}

    private void list(ServerRequest request, ServerResponse response) {
        Caller caller = Authentication.staff(request, Permission.READ_CHAIN);
        Page.Wanted wanted = Page.Wanted.from(request, 2);
        List<QuoteView> rows = database.inTransaction(caller, session -> list(session, wanted));
        Answers.ok(
                request,
                response,
                Page.of(
                        rows,
                        wanted,
                        quote -> List.of(quote.day().toString(), quote.quoteId().toString())));
    }

    private static List<QuoteView> list(StatelessSession session, Page.Wanted wanted) {
        return Sql.list(
                session,
                """
                select q.*, coalesce(p.name, '') as person
                from quote q left join staff p on p.staff_id = q.staff_id
                where (q.day, q.quote_id) < (?::date, ?)
                order by q.day desc, q.quote_id desc limit ?\
                """,
                row ->
                        new QuoteView(
                                row.getObject("quote_id", UUID.class),
                                row.getString("number"),
                                new StoreId(row.getString("store_id")),
                                row.getObject("day", LocalDate.class),
                                row.getObject("valid_until", LocalDate.class),
                                row.getString("customer_name"),
                                Money.ofMinor(
                                        row.getLong("total_minor"),
                                        Currency.getInstance(row.getString("currency"))),
                                row.getString("person")),
                wanted.first() ? NEWEST : Page.day(wanted.after().getFirst()),
                wanted.first() ? new UUID(-1, -1) : Paths.uuid(wanted.after().getLast()),
                wanted.rowsToRead());
    }
}
