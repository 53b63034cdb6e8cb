package kmmotos.server.staff;

import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import kmmotos.model.staff.StaffMember;
import kmmotos.model.stores.Till;
import kmmotos.server.http.Body;
import kmmotos.server.identity.Account;
import kmmotos.server.identity.Passwords;
import kmmotos.server.identity.SignIn;
import kmmotos.server.identity.SignInRoutes;
import kmmotos.server.storage.Caller;
import kmmotos.server.storage.Database;
import kmmotos.server.sync.DeviceAuthentication;

/// Staff at a till get a token for what only the server can answer: `POST /tokens {"staff_id",
/// "pin"}`, signed by the till. A PIN alone, without an enrolled till, opens nothing.
///
/// Answers and errors as [SignInRoutes], and those of the till's signature.
public final class TillSignInRoutes implements HttpService {

    private static final int MAX_BODY = 4_096;

    private final Database database;
    private final SignIn signIn;
    private final DeviceAuthentication tills;
    private final Clock clock;
    private final StaffStore staff = new StaffStore();

    public TillSignInRoutes(Database database, SignIn signIn, Clock clock) {
        this.database = database;
        this.signIn = signIn;
        this.tills = new DeviceAuthentication(database, clock);
        this.clock = clock;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.post("/tokens", this::signIn);
    }

    record Pin(UUID staffId, String pin) {}

    private void signIn(ServerRequest request, ServerResponse response) {
        Body body = Body.read(request, MAX_BODY);
        Till till = tills.till(request, body.sent()).till();
        Pin given = body.as(Pin.class);
        SignInRoutes.answer(
                request,
                response,
                signIn.attempt("pin:" + given.staffId(), () -> check(till, given)));
    }

    private SignIn.Outcome check(Till till, Pin given) {
        Caller caller = new Caller.Server("sign-in at a till");
        Optional<StaffMember> member =
                database.inTransaction(caller, session -> staff.find(session, given.staffId()))
                        .filter(one -> one.worksAt(till.storeId()))
                        .filter(one -> Passwords.matches(given.pin(), one.pinHash()));
        if (member.isEmpty()) {
            return new SignIn.Outcome.Refused();
        }
        Account account = new Account(Account.Kind.STAFF, given.staffId());
        return database.inTransaction(
                caller, session -> signIn.begin(session, account, "till", clock.instant()));
    }
}
