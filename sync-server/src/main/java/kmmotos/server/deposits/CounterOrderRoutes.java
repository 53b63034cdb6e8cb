package kmmotos.server.deposits;

import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kmmotos.model.deposits.CounterOrderProgress;
import kmmotos.model.money.Money;
import kmmotos.model.staff.Permission;
import kmmotos.server.http.Answers;
import kmmotos.server.http.Authentication;
import kmmotos.server.http.Page;
import kmmotos.server.http.Paths;
import kmmotos.server.storage.Caller;
import kmmotos.server.storage.Database;
import kmmotos.server.storage.Sql;
import org.hibernate.StatelessSession;

/// Orders of counters that are not over, and what is owed for them (READ_CHAIN).
///
/// `GET /counter-orders` -> a page of `{order, state, payments}`, what is due first at the
/// beginning; `GET /counter-orders/owed` -> `{items: [money]}`, the deposits owed in each currency.
public final class CounterOrderRoutes implements HttpService {

    private static final String FIRST = "0001-01-01";

    private final Database database;

    public CounterOrderRoutes(Database database) {
        this.database = database;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.get("/counter-orders", this::list).get("/counter-orders/owed", this::owed);
    }

    private void list(ServerRequest request, ServerResponse response) {
        Caller caller = Authentication.staff(request, Permission.READ_CHAIN);
        Page.Wanted wanted = Page.Wanted.from(request, 2);
        List<CounterOrderProgress> rows =
                database.inTransaction(caller, session -> list(session, wanted));
        Answers.ok(
                request,
                response,
                Page.of(
                        rows,
                        wanted,
                        one ->
                                List.of(
                                        one.order().due().toString(),
                                        one.order().orderId().toString())));
    }

    private static List<CounterOrderProgress> list(StatelessSession session, Page.Wanted wanted) {
        return Sql.list(
                session,
                """
                select progress from counter_order
                where not is_over and (due, order_id) > (?::date, ?)
                order by due, order_id limit ?\
                """,
                row -> Sql.json(row, "progress", CounterOrderProgress.class),
                wanted.first() ? FIRST : Page.day(wanted.after().getFirst()),
                wanted.first() ? new UUID(0, 0) : Paths.uuid(wanted.after().getLast()),
                wanted.rowsToRead());
    }

    private void owed(ServerRequest request, ServerResponse response) {
        Caller caller = Authentication.staff(request, Permission.READ_CHAIN);
        Answers.ok(
                request,
                response,
                Map.of("items", database.inTransaction(caller, CounterOrderRoutes::owed)));
    }

    private static List<Money> owed(StatelessSession session) {
        return Sql.list(
                session,
                "select currency, sum(owed_minor)::bigint as owed_minor from counter_order"
                        + " where not is_over group by currency order by currency",
                row -> Sql.money(row, "owed_minor"));
    }
}
