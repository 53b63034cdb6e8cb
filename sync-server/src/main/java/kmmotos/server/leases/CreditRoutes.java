package kmmotos.server.leases;

import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import kmmotos.model.leases.LeaseKind;
import kmmotos.model.money.Money;
import kmmotos.model.staff.Permission;
import kmmotos.model.stores.StoreId;
import kmmotos.server.http.Answers;
import kmmotos.server.http.Authentication;
import kmmotos.server.http.Body;
import kmmotos.server.http.Page;
import kmmotos.server.http.Paths;
import kmmotos.server.http.Problem;
import kmmotos.server.storage.Caller;
import kmmotos.server.storage.Database;
import kmmotos.server.storage.Sql;
import org.hibernate.StatelessSession;

/// What customers owe and may owe, and what the chain owes on gift cards.
///
/// `GET /credit` (READ_CHAIN) -> a page of customers' accounts; `PUT /customers/{customer}/credit
/// {"limit","home_store","blocked"}` (ADMINISTER_CREDIT): the tills of the home store hold a part
/// of it beforehand; `GET /gift-cards` (READ_CHAIN) -> for each currency how many cards there are
/// and what is owed on them.
public final class CreditRoutes implements HttpService {

    private static final int MAX_BODY = 4_096;

    private final Database database;

    public CreditRoutes(Database database) {
        this.database = database;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.get("/credit", this::list)
                .put("/customers/{customer}/credit", this::save)
                .get("/gift-cards", this::giftCards);
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
    record Credit(Money limit, Optional<StoreId> homeStore, Optional<Boolean> blocked) {}

    /// @param cards with money on them
    /// @param owed what is on all of them
    record Liability(Currency currency, long cards, Money owed, Money held) {}

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
                row -> {
                    Currency currency = Currency.getInstance(row.getString("currency"));
                    return new CreditView(
                            UUID.fromString(row.getString("subject")),
                            row.getString("name"),
                            Money.ofMinor(row.getLong("limit_minor"), currency),
                            Money.ofMinor(-row.getLong("balance_minor"), currency),
                            Money.ofMinor(row.getLong("held_minor"), currency),
                            Optional.ofNullable(row.getString("home_store")).map(StoreId::new),
                            row.getBoolean("blocked"));
                },
                wanted.first() ? "" : wanted.after().getFirst(),
                wanted.first() ? "" : wanted.after().getLast(),
                wanted.rowsToRead());
    }

    private void save(ServerRequest request, ServerResponse response) {
        Caller caller = Authentication.staff(request, Permission.ADMINISTER_CREDIT);
        UUID customer = Paths.uuid(request, "customer");
        Credit credit = Body.json(request, Credit.class, MAX_BODY);
        if (credit.limit().isNegative()) {
            throw Problem.of(422, "invalid_value", "A credit limit is 0 or more.")
                    .at("/limit", "invalid_value", "0 or more")
                    .refusal();
        }
        boolean known = database.inTransaction(caller, session -> save(session, customer, credit));
        if (!known) {
            throw Problem.notFound("No such customer.").refusal();
        }
        Answers.ok(request, response, credit);
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

    private void giftCards(ServerRequest request, ServerResponse response) {
        Caller caller = Authentication.staff(request, Permission.READ_CHAIN);
        List<Liability> items =
                database.inTransaction(
                        caller,
                        session ->
                                Sql.list(
                                        session,
                                        """
                                        select currency, count(*) filter (where balance_minor > 0)
                                            as cards, sum(balance_minor) as owed,
                                            sum(held_minor) as held
                                        from lease_account where kind = 'GIFT_CARD'
                                        group by currency order by currency\
                                        """,
                                        row -> {
                                            Currency currency =
                                                    Currency.getInstance(row.getString("currency"));
                                            return new Liability(
                                                    currency,
                                                    row.getLong("cards"),
                                                    Money.ofMinor(row.getLong("owed"), currency),
                                                    Money.ofMinor(row.getLong("held"), currency));
                                        }));
        Answers.ok(request, response, Map.of("items", items));
    }
}
