package kmmotos.server.accounts;

import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import kmmotos.model.customers.Consent;
import kmmotos.model.customers.Customer;
import kmmotos.server.customers.CustomerStore;
import kmmotos.server.http.Answers;
import kmmotos.server.http.Authentication;
import kmmotos.server.http.Body;
import kmmotos.server.http.Problem;
import kmmotos.server.identity.Account;
import kmmotos.server.identity.CredentialStore;
import kmmotos.server.storage.Caller;
import kmmotos.server.storage.Database;
import org.hibernate.StatelessSession;

/// What customers tell of themselves; every till of the chain hears of it.
///
/// `PATCH /me {"name"?,"phone"?,"language"?,"marketing_consent"?}` -> 200 the customer; an empty
/// `phone` takes it away. Errors: 403 `email_unverified` for a consent before the address is
/// confirmed; 422 `invalid_profile` with the places.
public final class ProfileRoutes implements HttpService {

    private static final int MAX_BODY = 4_096;
    private static final int MAX_TEXT = 120;
    private static final Set<String> LANGUAGES = Set.of("en", "pt-BR", "es");

    private final Database database;
    private final Clock clock;
    private final CustomerStore customers = new CustomerStore();
    private final CredentialStore credentials = new CredentialStore();

    public ProfileRoutes(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.patch("/me", this::change);
    }

    record Profile(
            Optional<String> name,
            Optional<String> phone,
            Optional<String> language,
            Optional<Boolean> marketingConsent) {

        void check() {
            Problem problem =
                    Problem.of(422, "invalid_profile", "Something is missing or not correct.");
            if (name.filter(text -> text.isBlank() || isBad(text)).isPresent()) {
                problem = problem.at("/name", "required", "A name is needed.");
            }
            if (phone.filter(Profile::isBad).isPresent()) {
                problem = problem.at("/phone", "invalid_text", "1 to 120 characters");
            }
            if (language.filter(tag -> !LANGUAGES.contains(tag)).isPresent()) {
                problem = problem.at("/language", "invalid_language", "en, pt-BR or es");
            }
            if (!problem.errors().isEmpty()) {
                throw problem.refusal();
            }
        }

        private static boolean isBad(String text) {
            return text.length() > MAX_TEXT || text.chars().anyMatch(c -> c < ' ');
        }

        Customer of(Customer known, Instant now) {
            Optional<Consent> consent =
                    marketingConsent
                            .filter(given ->
                                    known.consent().filter(had -> had.given() == given).isEmpty())
                            .map(given -> new Consent(given, now));
            Customer renamed =
                    new Customer(
                            known.customerId(),
                            known.kind(),
                            name.map(String::strip).orElse(known.name()),
                            known.email(),
                            phone.isPresent()
                                    ? phone.map(String::strip).filter(text -> !text.isEmpty())
                                    : known.phone(),
                            known.taxNumber(),
                            known.priceGroup(),
                            known.active());
            return renamed.in(language.or(known::language), consent.or(known::consent));
        }
    }

    private void change(ServerRequest request, ServerResponse response) {
        UUID customerId = Authentication.customer(request).customerId();
        Profile profile = Body.json(request, Profile.class, MAX_BODY);
        profile.check();
        // The tills' feed is the server's to write.
        Customer changed =
                database.inTransaction(
                        new Caller.Server("profile"),
                        session -> changed(session, customerId, profile));
        Answers.ok(request, response, changed);
    }

    private Customer changed(StatelessSession session, UUID customerId, Profile profile) {
        Account account = new Account(Account.Kind.CUSTOMER, customerId);
        if (profile.marketingConsent().orElse(false)
                && credentials
                        .standing(session, account)
                        .flatMap(CredentialStore.Standing::verifiedAt)
                        .isEmpty()) {
            throw Problem.of(
                            403,
                            "email_unverified",
                            "Please confirm your e-mail address first: the link is in our mail.")
                    .refusal();
        }
        // As the tills' journal writes moments, so that the answer is what is kept.
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Customer known = customers.find(session, customerId).orElseThrow(CustomerStore::unknown);
        return customers.save(session, profile.of(known, now), now);
    }
}
