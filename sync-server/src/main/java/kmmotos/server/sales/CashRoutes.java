package kmmotos.server.sales;

import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kmmotos.model.money.Money;
import kmmotos.model.shifts.CashPurpose;
import kmmotos.model.shifts.ForeignCount;
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

/// The cash in the chain's drawers, as head office sees it (READ_CHAIN). Shifts that were opened
/// before the server kept their amounts are left out.
///
/// `GET /cash` -> a page of the open shifts with what is in their drawers now, as far as the server
/// heard; `GET /cash/shifts` -> a page of the closed ones, newest first, with their differences;
/// `GET /cash/shifts/{shift}/movements` -> `items`, what was put in and taken out of that shift's
/// drawer, by whom and who approved it.
public final class CashRoutes implements HttpService {

    private static final int MAX_MOVEMENTS = 1_000;

    private final Database database;

    public CashRoutes(Database database) {
        this.database = database;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.get("/cash", this::open)
                .get("/cash/shifts", this::closed)
                .get("/cash/shifts/{shift}/movements", this::movements);
    }

    /// @param openedBy a name
    /// @param cash what is in the drawer
    record OpenView(
            UUID shiftId,
            StoreId store,
            int till,
            int drawer,
            boolean shared,
            LocalDate businessDay,
            Instant openedAt,
            String openedBy,
            Money openingFloat,
            Money cash) {}

    /// @param difference counted less expected
    /// @param foreign the foreign cash that was expected and counted; absent if there was none
    /// @param goesOn for a shift that was left to go on at another register: whether it has been
    ///   taken up there
    record ClosedView(
            UUID shiftId,
            StoreId store,
            int till,
            int drawer,
            LocalDate businessDay,
            Instant closedAt,
            String closedBy,
            int zNumber,
            Money expected,
            Money counted,
            Money difference,
            boolean proved,
            Optional<List<ForeignCount>> foreign,
            Optional<Boolean> goesOn) {}

    record MovementView(
            int number,
            Instant at,
            CashPurpose purpose,
            Money amount,
            String note,
            String by,
            Optional<String> approvedBy) {}

    record Movements(List<MovementView> items) {}

    private void open(ServerRequest request, ServerResponse response) {
        Caller caller = Authentication.staff(request, Permission.READ_CHAIN);
        Page.Wanted wanted = Page.Wanted.from(request, 2);
        List<OpenView> rows = database.inTransaction(caller, session -> open(session, wanted));
        Answers.ok(
                request,
                response,
                Page.of(
                        rows,
                        wanted,
                        shift -> List.of(shift.store().value(), shift.shiftId().toString())));
    }

    /// A shift's sales are looked for among those of its store and day, which have an index.
    private static List<OpenView> open(StatelessSession session, Page.Wanted wanted) {
        return Sql.list(
                session,
                """
                select h.*, coalesce(t.number, 0) as till, coalesce(p.name, '') as person,
                    h.float_minor
                    + coalesce((select sum(d.amount_minor) from sale s join tender d using (sale_id)
                        where s.store_id = h.store_id and s.business_day = h.business_day
                            and s.shift_id = h.shift_id and d.kind = 'cash'), 0)
                    + coalesce((select sum(case m.kind when 'PAID_IN' then m.amount_minor
                            else -m.amount_minor end) from cash_movement m
                        where m.shift_id = h.shift_id), 0)
                    - coalesce((select sum(d.change_minor) from sale s join tender d using (sale_id)
                        where s.store_id = h.store_id and s.business_day = h.business_day
                            and s.shift_id = h.shift_id and d.kind = 'foreign_cash'), 0)
                    as cash_minor
                from shift h left join till t using (device_id)
                left join staff p on p.staff_id = h.opened_by
                where h.closed_at is null and h.currency is not null
                    and (h.store_id, h.shift_id) > (?, ?)
                order by h.store_id, h.shift_id limit ?\
                """,
                row ->
                        new OpenView(
                                row.getObject("shift_id", UUID.class),
                                new StoreId(row.getString("store_id")),
                                row.getInt("till"),
                                row.getInt("drawer"),
                                row.getBoolean("shared"),
                                row.getObject("business_day", LocalDate.class),
                                Sql.instant(row, "opened_at"),
                                row.getString("person"),
                                money(row, "float_minor"),
                                money(row, "cash_minor")),
                wanted.first() ? "" : wanted.after().getFirst(),
                wanted.first() ? new UUID(0, 0) : Paths.uuid(wanted.after().getLast()),
                wanted.rowsToRead());
    }

    private void closed(ServerRequest request, ServerResponse response) {
        Caller caller = Authentication.staff(request, Permission.READ_CHAIN);
        Page.Wanted wanted = Page.Wanted.from(request, 2);
        List<ClosedView> rows = database.inTransaction(caller, session -> closed(session, wanted));
        Answers.ok(
                request,
                response,
                Page.of(
                        rows,
                        wanted,
                        shift ->
                                List.of(
                                        shift.businessDay().toString(),
                                        shift.shiftId().toString())));
    }

    private static List<ClosedView> closed(StatelessSession session, Page.Wanted wanted) {
        return Sql.list(
                session,
                """
                select h.*, coalesce(t.number, 0) as till, coalesce(p.name, '') as person,
                    exists (select 1 from shift n where n.shift_id = h.goes_on_as) as taken_up
                from shift h left join till t using (device_id)
                left join staff p on p.staff_id = h.closed_by
                where h.closed_at is not null and h.counted_minor is not null
                    and (h.business_day, h.shift_id) < (?::date, ?)
                order by h.business_day desc, h.shift_id desc limit ?\
                """,
                CashRoutes::closed,
                wanted.first() ? "9999-12-31" : Page.day(wanted.after().getFirst()),
                wanted.first() ? new UUID(-1, -1) : Paths.uuid(wanted.after().getLast()),
                wanted.rowsToRead());
    }

    private static ClosedView closed(ResultSet row) throws SQLException {
        Money expected = money(row, "expected_minor");
        Money counted = money(row, "counted_minor");
        return new ClosedView(
                row.getObject("shift_id", UUID.class),
                new StoreId(row.getString("store_id")),
                row.getInt("till"),
                row.getInt("drawer"),
                row.getObject("business_day", LocalDate.class),
                Sql.instant(row, "closed_at"),
                row.getString("person"),
                row.getInt("z_number"),
                expected,
                counted,
                counted.minus(expected),
                "proved".equals(row.getString("proof")),
                row.getString("foreign_counts") == null
                        ? Optional.empty()
                        : Optional.of(
                                List.of(Sql.json(row, "foreign_counts", ForeignCount[].class))),
                row.getObject("goes_on_as") == null
                        ? Optional.empty()
                        : Optional.of(row.getBoolean("taken_up")));
    }

    private void movements(ServerRequest request, ServerResponse response) {
        Caller caller = Authentication.staff(request, Permission.READ_CHAIN);
        UUID shiftId = Paths.uuid(request, "shift");
        Answers.ok(
                request,
                response,
                new Movements(
                        database.inTransaction(caller, session -> movements(session, shiftId))));
    }

    private static List<MovementView> movements(StatelessSession session, UUID shiftId) {
        return Sql.list(
                session,
                """
                select m.*, coalesce(p.name, '') as person, a.name as approver
                from cash_movement m left join staff p using (staff_id)
                left join staff a on a.staff_id = m.approved_by
                where m.shift_id = ? order by m.number, m.at limit ?\
                """,
                row ->
                        new MovementView(
                                row.getInt("number"),
                                Sql.instant(row, "at"),
                                CashPurpose.valueOf(row.getString("purpose")),
                                money(row, "amount_minor"),
                                row.getString("note"),
                                row.getString("person"),
                                Optional.ofNullable(row.getString("approver"))),
                shiftId,
                MAX_MOVEMENTS);
    }

    private static Money money(ResultSet row, String column) throws SQLException {
        return Money.ofMinor(row.getLong(column), Currency.getInstance(row.getString("currency")));
    }
}
