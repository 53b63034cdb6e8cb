package kmmotos.server.accounts;

import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import kmmotos.model.customers.Customer;
import kmmotos.server.accounts.AccountRoutes.AccountView;
import kmmotos.server.customers.CustomerStore;
import kmmotos.server.http.Answers;
import kmmotos.server.http.Authentication;
import kmmotos.server.identity.Account;
import kmmotos.server.identity.CredentialStore;
import kmmotos.server.identity.Session;
import kmmotos.server.identity.SignIn;
import kmmotos.server.orders.OrderStore;
import kmmotos.server.orders.OrderView;
import kmmotos.server.storage.Caller;
import kmmotos.server.storage.Database;
import org.hibernate.StatelessSession;

/// All that the online shop keeps of a customer, to take along (GDPR art. 15 and 20, LGPD art. 18).
///
/// `GET /me/export` -> 200 [Export]. Errors: 404 `not_found`.
public final class ExportRoutes implements HttpService {

    private static final Caller ACCOUNTS = new Caller.Server("accounts");

    private final Database database;
    private final SignIn signIn;
    private final Clock clock;
    private final CustomerStore customers = new CustomerStore();
    private final AddressStore addresses = new AddressStore();
    private final OrderStore orders = new OrderStore();
    private final CredentialStore credentials = new CredentialStore();

    public ExportRoutes(Database database, SignIn signIn, Clock clock) {
        this.database = database;
        this.signIn = signIn;
        this.clock = clock;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.get("/me/export", this::export);
    }

    private record Own(
            Customer profile, List<AddressStore.Kept> addresses, List<OrderView> orders) {}

    private record Access(AccountView account, List<Session> sessions) {}

    /// @param profile with the motorcycles and the consent
    /// @param orders the newest first
    record Export(
            Instant exportedAt,
            Customer profile,
            List<AddressStore.Kept> addresses,
            List<OrderView> orders,
            AccountView account,
            List<Session> sessions) {}

    private void export(ServerRequest request, ServerResponse response) {
        Caller.Customer caller = Authentication.customer(request);
        Instant now = clock.instant();
        Own own = database.inTransaction(caller, session -> own(session, caller.customerId()));
        // How one signs in is the server's to read.
        Access access =
                database.inTransaction(
                        ACCOUNTS,
                        session ->
                                access(
                                        session,
                                        new Account(Account.Kind.CUSTOMER, caller.customerId()),
                                        now));
        response.header(HeaderNames.CACHE_CONTROL, "private, no-store");
        Answers.ok(
                request,
                response,
                new Export(
                        now,
                        own.profile(),
                        own.addresses(),
                        own.orders(),
                        access.account(),
                        access.sessions()));
    }

    private Own own(StatelessSession session, UUID customerId) {
        return new Own(
                customers.find(session, customerId).orElseThrow(CustomerStore::unknown),
                addresses.of(session, customerId),
                orders.allOf(session, customerId));
    }

    private Access access(StatelessSession session, Account account, Instant now) {
        return new Access(
                credentials
                        .standing(session, account)
                        .map(AccountView::of)
                        .orElseThrow(CustomerStore::unknown),
                signIn.sessions(session, account, now));
    }
}
