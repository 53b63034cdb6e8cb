package kmmotos.server.staff;

import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import kmmotos.model.staff.Badge;
import kmmotos.model.staff.Permission;
import kmmotos.model.staff.Role;
import kmmotos.model.staff.StaffMember;
import kmmotos.model.stores.StoreId;
import kmmotos.server.http.Answers;
import kmmotos.server.http.Authentication;
import kmmotos.server.http.Body;
import kmmotos.server.http.Page;
import kmmotos.server.http.Paths;
import kmmotos.server.http.Problem;
import kmmotos.server.identity.Account;
import kmmotos.server.identity.CredentialStore;
import kmmotos.server.identity.Passwords;
import kmmotos.server.identity.SignIn;
import kmmotos.server.storage.Caller;
import kmmotos.server.storage.Database;
import org.hibernate.StatelessSession;

/// Staff, as head office keeps them (permission ADMINISTER_STAFF).
///
/// `GET /staff` -> page of staff without PINs. `PUT /staff/{id} {"name","role","pin"?,"stores",
/// "active","login"?,"password"?}` -> the member; a new one needs a PIN of 4 to 12 digits; login
/// and password are for those who sign in at the server. A change of password or a member who left
/// ends their tokens. 409 `login_taken`. `POST /staff/{id}/badge` -> `{"code"}`, to be printed as a
/// barcode: it opens tills as the PIN does, and is told this once; the badge before opens nothing
/// any more. `DELETE /staff/{id}/badge` -> 204: whoever finds it finds nothing. 404 for nobody.
public final class StaffRoutes implements HttpService {

    private static final int MAX_BODY = 16_384;
    private static final Pattern PIN = Pattern.compile("\\d{4,12}");

    private final Database database;
    private final SignIn signIn;
    private final Clock clock;
    private final RandomGenerator random = new SecureRandom();
    private final StaffStore staff = new StaffStore();
    private final CredentialStore credentials = new CredentialStore();

    public StaffRoutes(Database database, SignIn signIn, Clock clock) {
        this.database = database;
        this.signIn = signIn;
        this.clock = clock;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.get("/staff", this::list)
                .put("/staff/{staff}", this::save)
                .post("/staff/{staff}/badge", this::makeBadge)
                .delete("/staff/{staff}/badge", this::revokeBadge);
    }

    record Edit(
            String name,
            Role role,
            Optional<String> pin,
            Set<StoreId> stores,
            boolean active,
            Optional<String> login,
            Optional<String> password) {}

    /// A member without the PIN's hash.
    record StaffView(
            UUID staffId,
            String name,
            Role role,
            Set<StoreId> stores,
            boolean active,
            boolean hasBadge) {

        static StaffView of(StaffMember member) {
            return new StaffView(
                    member.staffId(),
                    member.name(),
                    member.role(),
                    member.stores(),
                    member.active(),
                    member.badgeHash().isPresent());
        }
    }

    private void list(ServerRequest request, ServerResponse response) {
        Caller caller = Authentication.staff(request, Permission.ADMINISTER_STAFF);
        Page.Wanted wanted = Page.Wanted.from(request, 1);
        Optional<UUID> after = wanted.after().stream().findFirst().map(Paths::uuid);
        List<StaffView> rows =
                database
                        .inTransaction(
                                caller, session -> staff.list(session, after, wanted.rowsToRead()))
                        .stream()
                        .map(StaffView::of)
                        .toList();
        Answers.ok(
                request,
                response,
                Page.of(rows, wanted, member -> List.of(member.staffId().toString())));
    }

    private void save(ServerRequest request, ServerResponse response) {
        Caller caller = Authentication.staff(request, Permission.ADMINISTER_STAFF);
        UUID id = Paths.uuid(request, "staff");
        Edit edit = Body.json(request, Edit.class, MAX_BODY);
        check(edit);
        // Hashing takes time on purpose, so it is done before the transaction.
        Optional<String> pinHash = edit.pin().map(Passwords::hash);
        Optional<String> passwordHash = edit.password().map(Passwords::hash);
        StaffMember saved =
                database.inTransaction(
                        caller, session -> save(session, id, edit, pinHash, passwordHash));
        Answers.ok(request, response, StaffView.of(saved));
    }

    private StaffMember save(
            StatelessSession session,
            UUID id,
            Edit edit,
            Optional<String> pinHash,
            Optional<String> passwordHash) {
        String pin =
                pinHash.or(() -> staff.find(session, id).map(StaffMember::pinHash))
                        .orElseThrow(() ->
                                Problem.badRequest(
                                                "pin_required",
                                                "A new member of staff needs a PIN.")
                                        .refusal());
        Optional<String> badge = staff.find(session, id).flatMap(StaffMember::badgeHash);
        StaffMember member =
                new StaffMember(
                        id,
                        edit.name(),
                        edit.role(),
                        pin,
                        edit.stores(),
                        edit.active(),
                        badge.filter(_ -> edit.active()));
        Account account = new Account(Account.Kind.STAFF, id);
        if (edit.login().isPresent() && passwordHash.isPresent()) {
            String login = edit.login().get();
            if (!credentials.save(session, account, login, passwordHash.get(), clock.instant())) {
                throw Problem.of(409, "login_taken", "Somebody else has this login.").refusal();
            }
        }
        if (passwordHash.isPresent() || !edit.active()) {
            signIn.endAll(session, account, clock.instant());
        }
        staff.save(session, member);
        return member;
    }

    private void makeBadge(ServerRequest request, ServerResponse response) {
        byte[] secret = new byte[Badge.SECRET_BYTES];
        random.nextBytes(secret);
        Badge badge = Badge.of(secret);
        change(request, Optional.of(badge.hash()));
        Answers.ok(request, response, Map.of("code", badge.code()));
    }

    private void revokeBadge(ServerRequest request, ServerResponse response) {
        change(request, Optional.empty());
        Answers.noContent(response);
    }

    private void change(ServerRequest request, Optional<String> badgeHash) {
        Caller caller = Authentication.staff(request, Permission.ADMINISTER_STAFF);
        UUID id = Paths.uuid(request, "staff");
        database.execute(
                caller,
                session -> {
                    StaffMember member =
                            staff.find(session, id)
                                    .filter(StaffMember::active)
                                    .orElseThrow(() ->
                                            Problem.notFound("No such member of staff.").refusal());
                    staff.save(session, member.withBadgeHash(badgeHash));
                });
    }

    private static void check(Edit edit) {
        Problem problem = Problem.badRequest("invalid_staff", "Something is not right.");
        if (edit.name().isBlank()) {
            problem = problem.at("/name", "required", "A name is needed.");
        }
        if (edit.pin().filter(pin -> !PIN.matcher(pin).matches()).isPresent()) {
            problem = problem.at("/pin", "invalid_pin", "A PIN has 4 to 12 digits.");
        }
        if (edit.login().isPresent() != edit.password().isPresent()) {
            problem = problem.at("/login", "incomplete", "Login and password come together.");
        }
        if (edit.password().filter(word -> word.length() < Passwords.MIN_LENGTH).isPresent()) {
            problem =
                    problem.at(
                            "/password",
                            "invalid_password",
                            "A password has at least " + Passwords.MIN_LENGTH + " characters.",
                            Map.of("least", Passwords.MIN_LENGTH, "most", Passwords.MAX_LENGTH));
        }
        if (!problem.errors().isEmpty()) {
            throw problem.refusal();
        }
    }
}
