package kmmotos.server.stores;

import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import kmmotos.model.stores.Store;
import kmmotos.model.stores.Till;
import kmmotos.model.sync.DeviceSignature;
import kmmotos.model.sync.Enrolment;
import kmmotos.server.http.Answers;
import kmmotos.server.http.Body;
import kmmotos.server.http.Problem;
import kmmotos.server.storage.Caller;
import kmmotos.server.storage.Database;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A device becomes a till: `POST /enrolments` with a one-time code and the device's public key
/// ([Enrolment]). Errors: 400 `invalid_key`, 403 `invalid_code` for a code that is unknown, used or
/// too old.
public final class EnrolmentRoutes implements HttpService {

    private static final Logger LOG = LoggerFactory.getLogger(EnrolmentRoutes.class);
    private static final int MAX_BODY = 4_096;

    private final Database database;
    private final Clock clock;
    private final StoreStore stores = new StoreStore();
    private final TillStore tills = new TillStore();

    public EnrolmentRoutes(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.post("/enrolments", this::enrol);
    }

    private void enrol(ServerRequest request, ServerResponse response) {
        Enrolment.Request wanted = Body.json(request, Enrolment.Request.class, MAX_BODY);
        refuseAnInvalidKey(wanted.publicKey());
        Instant now = clock.instant();
        Optional<Enrolment.Answer> answer =
                database.inTransaction(
                        new Caller.Server("enrolment"),
                        session ->
                                tills.redeem(session, wanted.code(), now)
                                        .map(place -> {
                                            Store store =
                                                    stores.find(session, place.store())
                                                            .orElseThrow();
                                            Till till =
                                                    tills.enrol(
                                                            session,
                                                            place,
                                                            wanted.publicKey(),
                                                            wanted.appVersion(),
                                                            now);
                                            return new Enrolment.Answer(till, store, now);
                                        }));
        if (answer.isEmpty()) {
            throw Problem.of(
                            403,
                            "invalid_code",
                            "This code is unknown, used or too old. Head office gives out a new"
                                    + " one.")
                    .refusal();
        }
        LOG.info("enrolled till {}", answer.get().till());
        Answers.created(request, response, answer.get());
    }

    private static void refuseAnInvalidKey(String publicKey) {
        try {
            var _ = DeviceSignature.publicKey(publicKey);
        } catch (IllegalArgumentException _) {
            throw Problem.badRequest("invalid_key", "public_key is no Ed25519 key (X.509, base64).")
                    .refusal();
        }
    }
}
