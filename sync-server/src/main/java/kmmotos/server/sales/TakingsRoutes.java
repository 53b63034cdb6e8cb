package kmmotos.server.sales;

import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kmmotos.model.catalog.Sku;
import kmmotos.model.money.Money;
import kmmotos.model.money.Quantity;
import kmmotos.model.staff.Permission;
import kmmotos.model.stores.StoreId;
import kmmotos.server.http.Answers;
import kmmotos.server.http.Authentication;
import kmmotos.server.http.Page;
import kmmotos.server.http.Problem;
import kmmotos.server.storage.Caller;
import kmmotos.server.storage.Database;
import kmmotos.server.storage.Sql;
import org.hibernate.StatelessSession;

/// Takings, as head office sees them (READ_CHAIN). `from` and `until` are business days, both may
/// be left out.
///
/// `GET /takings?from=&until=` -> a page by day and store; `GET /takings/total?from=&until=` -> the
/// chain in one figure per currency, with units; `GET /takings/skus?from=&until=` -> a page of
/// units and money by SKU.
public final class TakingsRoutes implements HttpService {

    private final Database database;

    public TakingsRoutes(Database database) {
        this.database = database;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.get("/takings", this::byDay)
                .get("/takings/total", this::total)
                .get("/takings/skus", this::bySku);
    }

    /// @param tenders what was paid with each kind, e.g. `cash`
    record DayView(
            StoreId store,
            LocalDate businessDay,
            long sales,
            long lines,
            Money net,
            Money tax,
            Money total,
            Map<String, Money> tenders) {}

    record TotalView(
            long sales,
            long lines,
            Quantity units,
            Money net,
            Money tax,
            Money total,
            Map<String, Money> tenders) {}

    record SkuView(Sku sku, long lines, Quantity units, Money total) {}

    private record Days(LocalDate from, LocalDate until) {

        static Days of(ServerRequest request) {
            return new Days(
                    day(request, "from").orElse(LocalDate.of(1900, 1, 1)),
                    day(request, "until").orElse(LocalDate.of(9999, 12, 31)));
        }

        private static Optional<LocalDate> day(ServerRequest request, String name) {
            try {
                return request.query().first(name).map(LocalDate::parse);
            } catch (DateTimeException _) {
                throw Problem.badRequest("invalid_query", name + " must be a day like 2026-11-22.")
                        .refusal();
            }
        }

        Date first() {
            return Date.valueOf(from);
        }

        Date last() {
            return Date.valueOf(until);
        }
    }

    private void byDay(ServerRequest request, ServerResponse response) {
        Caller caller = Authentication.staff(request, Permission.READ_CHAIN);
        Days days = Days.of(request);
        Page.Wanted wanted = Page.Wanted.from(request, 3);
        List<DayView> rows =
                database.inTransaction(caller, session -> byDay(session, days, wanted));
        Answers.ok(
                request,
                response,
                Page.of(
                        rows,
                        wanted,
                        day ->
                                List.of(
                                        day.businessDay().toString(),
                                        day.store().value(),
                                        day.total().currency().getCurrencyCode())));
    }

    private static List<DayView> byDay(StatelessSession session, Days days, Page.Wanted wanted) {
        List<String> after = wanted.first() ? List.of("9999-12-31", "", "") : wanted.after();
        return Sql.list(
                session,
                "select * from takings where business_day between ? and ? and (business_day <"
                        + " ?::date or (business_day = ?::date and (store_id, currency) > (?, ?)))"
                        + " order by business_day desc, store_id, currency limit ?",
                TakingsRoutes::day,
                days.first(),
                days.last(),
                Page.day(after.getFirst()),
                Page.day(after.getFirst()),
                after.get(1),
                after.get(2),
                wanted.rowsToRead());
    }

    private void total(ServerRequest request, ServerResponse response) {
        Caller caller = Authentication.staff(request, Permission.READ_CHAIN);
        Days days = Days.of(request);
        List<TotalView> items = database.inTransaction(caller, session -> total(session, days));
        Answers.ok(request, response, Map.of("items", items));
    }

    private static List<TotalView> total(StatelessSession session, Days days) {
        return Sql.list(
                session,
                "select t.currency, sum(t.sales) as sales, sum(t.lines) as lines, sum(t.net_minor)"
                        + " as net_minor, sum(t.tax_minor) as tax_minor, sum(t.total_minor) as"
                        + " total_minor, sum(t.cash_minor) as cash_minor, sum(t.card_minor) as"
                        + " card_minor, sum(t.gift_card_minor) as gift_card_minor,"
                        + " sum(t.account_minor) as account_minor, sum(t.deposit_minor) as"
                        + " deposit_minor, sum(t.units) as units"
                        + " from takings t where t.business_day between ? and ? group by t.currency"
                        + " order by t.currency",
                row ->
                        new TotalView(
                                row.getLong("sales"),
                                row.getLong("lines"),
                                Quantity.of(row.getBigDecimal("units")),
                                Sql.money(row, "net_minor"),
                                Sql.money(row, "tax_minor"),
                                Sql.money(row, "total_minor"),
                                tenders(row)),
                days.first(),
                days.last());
    }

    private void bySku(ServerRequest request, ServerResponse response) {
        Caller caller = Authentication.staff(request, Permission.READ_CHAIN);
        Days days = Days.of(request);
        Page.Wanted wanted = Page.Wanted.from(request, 2);
        List<SkuView> rows =
                database.inTransaction(caller, session -> bySku(session, days, wanted));
        Answers.ok(
                request,
                response,
                Page.of(
                        rows,
                        wanted,
                        view ->
                                List.of(
                                        view.sku().value(),
                                        view.total().currency().getCurrencyCode())));
    }

    private static List<SkuView> bySku(StatelessSession session, Days days, Page.Wanted wanted) {
        return Sql.list(
                session,
                "select l.sku, s.currency, count(*) as lines, coalesce(sum(l.quantity)"
                        + " filter (where l.kind not like 'CORE%'), 0) as units,"
                        + " sum(l.total_minor) as total_minor from sale_line l join sale s using"
                        + " (sale_id) where s.business_day between ? and ? and (l.sku, s.currency)"
                        + " > (?, ?) group by l.sku, s.currency order by l.sku, s.currency limit ?",
                row ->
                        new SkuView(
                                new Sku(row.getString("sku")),
                                row.getLong("lines"),
                                Quantity.of(row.getBigDecimal("units")),
                                Sql.money(row, "total_minor")),
                days.first(),
                days.last(),
                wanted.first() ? "" : wanted.after().getFirst(),
                wanted.first() ? "" : wanted.after().getLast(),
                wanted.rowsToRead());
    }

    private static DayView day(ResultSet row) throws SQLException {
        return new DayView(
                new StoreId(row.getString("store_id")),
                row.getObject("business_day", LocalDate.class),
                row.getLong("sales"),
                row.getLong("lines"),
                Sql.money(row, "net_minor"),
                Sql.money(row, "tax_minor"),
                Sql.money(row, "total_minor"),
                tenders(row));
    }

    private static Map<String, Money> tenders(ResultSet row) throws SQLException {
        return new java.util.TreeMap<>(
                Map.of(
                        "cash",
                        Sql.money(row, "cash_minor"),
                        "card",
                        Sql.money(row, "card_minor"),
                        "gift_card",
                        Sql.money(row, "gift_card_minor"),
                        "account",
                        Sql.money(row, "account_minor"),
                        "deposit",
                        Sql.money(row, "deposit_minor")));
    }
}
