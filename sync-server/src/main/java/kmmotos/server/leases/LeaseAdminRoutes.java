package kmmotos.server.leases;

import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kmmotos.model.leases.Lease;
import kmmotos.model.leases.LeaseKind;
import kmmotos.model.money.Money;
import kmmotos.model.staff.Permission;
import kmmotos.model.stores.StoreId;
import kmmotos.server.http.Answers;
import kmmotos.server.http.Authentication;
import kmmotos.server.http.Body;
import kmmotos.server.http.Note;
import kmmotos.server.http.Page;
import kmmotos.server.http.Paths;
import kmmotos.server.http.Problem;
import kmmotos.server.storage.Caller;
import kmmotos.server.storage.Database;
import kmmotos.server.storage.Sql;
import org.hibernate.StatelessSession;

/// The leases tills hold, as head office sees them.
///
/// `GET /leases` (READ_CHAIN) -> a page of open ones, with what they hold and whether they are
/// late: expired, and the till has not said yet that it used no more. `POST /leases/{lease}/close
/// {"note"}` (ADMINISTER_CREDIT) -> 204: what the lease of a lost till holds is free again; 422
/// `note_needed`. `GET`, `PUT /lease-terms` (READ_CHAIN, ADMINISTER_CREDIT), see [LeaseTerms].
public final class LeaseAdminRoutes implements HttpService {

    private static final int MAX_BODY = 4_096;

    private final Database database;
    private final Clock clock;

    public LeaseAdminRoutes(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.get("/leases", this::list)
                .post("/leases/{lease}/close", this::close)
                .get("/lease-terms", this::terms)
                .put("/lease-terms", this::saveTerms);
    }

    /// @param whose the customer's name, the end of the card's number, or the coupon's code
    /// @param holds money; absent for a coupon
    /// @param late whether it expired and the till has not released it
    record LeaseView(
            UUID leaseId,
            StoreId store,
            int till,
            LeaseKind kind,
            String whose,
            Optional<Money> holds,
            long uses,
            Instant grantedAt,
            Instant expiresAt,
            boolean late) {}

    private void list(ServerRequest request, ServerResponse response) {
        Caller caller = Authentication.staff(request, Permission.READ_CHAIN);
        Page.Wanted wanted = Page.Wanted.from(request, 1);
        Instant now = clock.instant();
        List<LeaseView> rows =
                database.inTransaction(caller, session -> open(session, wanted, now));
        Answers.ok(
                request,
                response,
                Page.of(rows, wanted, lease -> List.of(lease.leaseId().toString())));
    }

    private static List<LeaseView> open(StatelessSession session, Page.Wanted wanted, Instant now) {
        return Sql.list(
                session,
                """
                select l.*, coalesce(t.number, 0) as till, coalesce(c.name, nullif(a.last_four, ''),
                    l.subject) as whose
                from lease l left join till t using (device_id)
                left join customer c on l.kind = 'CREDIT' and c.customer_id::text = l.subject
                left join lease_account a on a.kind = l.kind and a.subject = l.subject
                    and a.currency = l.currency
                where l.state = 'OPEN' and l.lease_id > ? order by l.lease_id limit ?\
                """,
                row -> {
                    Lease lease = LeaseStore.lease(row);
                    long held = Math.max(0, lease.granted() - lease.used());
                    return new LeaseView(
                            lease.leaseId(),
                            new StoreId(row.getString("store_id")),
                            row.getInt("till"),
                            lease.subject().kind(),
                            row.getString("whose"),
                            lease.subject()
                                    .currency()
                                    .map(currency -> Money.ofMinor(held, currency)),
                            lease.subject().kind() == LeaseKind.COUPON ? held : 0,
                            lease.grantedAt(),
                            lease.expiresAt(),
                            lease.expiresAt().isBefore(now));
                },
                wanted.first() ? new UUID(0, 0) : Paths.uuid(wanted.after().getFirst()),
                wanted.rowsToRead());
    }

    private void close(ServerRequest request, ServerResponse response) {
        Caller.Staff caller = Authentication.staff(request, Permission.ADMINISTER_CREDIT);
        UUID leaseId = Paths.uuid(request, "lease");
        String note = Note.read(request);
        boolean closed =
                database.inTransaction(
                        caller,
                        session ->
                                new Leases(new DatabaseLeases(session), UUID::randomUUID)
                                        .close(
                                                leaseId,
                                                new LeaseTables.ClosedBy(caller.staffId(), note),
                                                clock.instant()));
        if (!closed) {
            throw Problem.notFound("No such open lease.").refusal();
        }
        Answers.noContent(response);
    }

    private void terms(ServerRequest request, ServerResponse response) {
        Caller caller = Authentication.staff(request, Permission.READ_CHAIN);
        Answers.ok(request, response, database.inTransaction(caller, LeaseTerms::read));
    }

    private void saveTerms(ServerRequest request, ServerResponse response) {
        Caller caller = Authentication.staff(request, Permission.ADMINISTER_CREDIT);
        LeaseTerms terms = Body.json(request, LeaseTerms.class, MAX_BODY);
        database.execute(caller, terms::save);
        Answers.ok(request, response, terms);
    }
}
