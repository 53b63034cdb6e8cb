package kmmotos.server.leases;

import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kmmotos.model.leases.LeaseKind;
import kmmotos.model.leases.LeaseSubject;
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

/// What customers owe and may owe.
///
/// `GET /credit` (READ_CHAIN) -> a page of customers' accounts; `PUT /customers/{customer}/credit
/// {"limit","home_store","blocked","note"}` (ADMINISTER_CREDIT): the tills of the home store hold a
/// part of it beforehand. Errors: 404; 422 `invalid_value`, `unknown_store`, `wrong_currency`,
/// `note_needed`.
public final class CreditRoutes implements HttpService {

    private static final int MAX_BODY = 4_096;

    private final Database database;
    private final Clock clock;

    public CreditRoutes(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.get("/credit", this::list).put("/customers/{customer}/credit", this::save);
    }

    /// @param owes what the customer bought on account and has not paid
    /// @param held of the credit that is left, by tills
    record CreditView(
            UUID customerId,
            String name,
            Money limit,
            Money owes,
            Money held,
            Optional<StoreId> homeStore,
            boolean blocked) {}

    /// @param limit 0: nothing on account any more
    /// @param note why
    record Credit(
            Money limit, Optional<StoreId> homeStore, Optional<Boolean> blocked, String note) {}

    private void list(ServerRequest request, ServerResponse response) {
        Caller caller = Authentication.staff(request, Permission.READ_CHAIN);
        Page.Wanted wanted = Page.Wanted.from(request, 2);
        List<CreditView> rows = database.inTransaction(caller, session -> list(session, wanted));
        Answers.ok(
                request,
                response,
                Page.of(
                        rows,
                        wanted,
                        row ->
                                List.of(
                                        row.customerId().toString(),
                                        row.limit().currency().getCurrencyCode())));
    }

    private static List<CreditView> list(StatelessSession session, Page.Wanted wanted) {
        return Sql.list(
                session,
                """
                select a.*, coalesce(c.name, a.subject) as name from lease_account a
                left join customer c on c.customer_id::text = a.subject
                where a.kind = 'CREDIT' and (a.subject, a.currency) > (?, ?)
                order by a.subject, a.currency limit ?\
                """,
                row ->
                        new CreditView(
                                UUID.fromString(row.getString("subject")),
                                row.getString("name"),
                                Sql.money(row, "limit_minor"),
                                Sql.money(row, "balance_minor").negated(),
                                Sql.money(row, "held_minor"),
                                Optional.ofNullable(row.getString("home_store")).map(StoreId::new),
                                row.getBoolean("blocked")),
                wanted.first() ? "" : wanted.after().getFirst(),
                wanted.first() ? "" : wanted.after().getLast(),
                wanted.rowsToRead());
    }

    private void save(ServerRequest request, ServerResponse response) {
        Caller.Staff caller = Authentication.staff(request, Permission.ADMINISTER_CREDIT);
        UUID customer = Paths.uuid(request, "customer");
        Credit credit = Body.json(request, Credit.class, MAX_BODY);
        if (credit.limit().isNegative()) {
            throw Problem.of(422, "invalid_value", "A credit limit is 0 or more.")
                    .at("/limit", "invalid_value", "0 or more")
                    .refusal();
        }
        String note = Note.checked(credit.note(), "/note");
        boolean known =
                database.inTransaction(
                        caller,
                        session -> {
                            credit.homeStore()
                                    .ifPresent(home -> refuseOther(session, home, credit.limit()));
                            decided(customer, credit, caller.staffId(), note).save(session);
                            return save(session, customer, credit);
                        });
        if (!known) {
            throw Problem.notFound("No such customer.").refusal();
        }
        Answers.ok(request, response, credit);
    }

    private Decision decided(UUID customer, Credit credit, UUID by, String note) {
        return new Decision(
                UUID.randomUUID(),
                LeaseSubject.credit(customer, credit.limit().currency()),
                credit.blocked().orElse(false) ? Decision.What.BLOCK : Decision.What.LIMIT,
                Optional.of(credit.limit().minor()),
                Optional.empty(),
                by,
                clock.instant(),
                note);
    }

    /// The home store's tills hold a part of it, in the money they sell for.
    private static void refuseOther(StatelessSession session, StoreId home, Money limit) {
        String currency =
                Sql.first(
                                session,
                                "select currency from store where store_id = ?",
                                row -> row.getString(1),
                                home.value())
                        .orElseThrow(() ->
                                Problem.of(422, "unknown_store", "There is no store " + home + ".")
                                        .at("/home_store", "unknown_store", "a store's code")
                                        .refusal());
        if (!currency.equals(limit.currency().getCurrencyCode())) {
            throw Problem.of(
                            422,
                            "wrong_currency",
                            "Store %s sells for %s.".formatted(home, currency))
                    .at("/limit", "wrong_currency", currency)
                    .refusal();
        }
    }

    private static boolean save(StatelessSession session, UUID customer, Credit credit) {
        return Sql.update(
                        session,
                        """
                        insert into lease_account
                            (kind, subject, currency, limit_minor, home_store, blocked)
                        select ?, customer_id::text, ?, ?, ?, ? from customer where customer_id = ?
                        on conflict (kind, subject, currency) do update
                        set limit_minor = excluded.limit_minor, home_store = excluded.home_store,
                            blocked = excluded.blocked\
                        """,
                        LeaseKind.CREDIT.name(),
                        credit.limit().currency().getCurrencyCode(),
                        credit.limit().minor(),
                        credit.homeStore().map(StoreId::value).orElse(null),
                        credit.blocked().orElse(false),
                        customer)
                == 1;
    }
}
