package kmmotos.server.sync;

import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.Clock;
import java.util.Map;
import kmmotos.model.staff.Permission;
import kmmotos.model.stores.DeviceId;
import kmmotos.model.sync.UploadAnswer;
import kmmotos.model.sync.UploadBatch;
import kmmotos.server.http.Answers;
import kmmotos.server.http.Authentication;
import kmmotos.server.http.Body;
import kmmotos.server.http.Paths;
import kmmotos.server.http.Problem;
import kmmotos.server.storage.Caller;
import kmmotos.server.storage.Database;
import kmmotos.server.stores.EnrolledTill;

/// A person brings the journal of a till that can't bring it itself, from its old disk (permission
/// IMPORT_JOURNAL for tills of their stores).
///
/// `GET /tills/{till}/journals` -> how far the server has each of its journals; `POST
/// /tills/{till}/journals` with an [UploadBatch] -> an [UploadAnswer], as for the till itself, also
/// if the till was revoked. A batch without the till's signature takes ADMINISTER_STORES. Whoever
/// brought what is kept. Errors: 400 `bad_batch_signature`, 403, 404, 413.
public final class JournalImportRoutes implements HttpService {

    private final Uploads uploads;
    private final Clock clock;
    private final DeviceAuthentication tills;
    private final BroughtJournals brought;

    public JournalImportRoutes(Database database, Uploads uploads, Clock clock) {
        this.uploads = uploads;
        this.clock = clock;
        this.tills = new DeviceAuthentication(database, clock);
        this.brought = new BroughtJournals(database);
    }

    @Override
    public void routing(HttpRules rules) {
        rules.get("/tills/{till}/journals", this::list).post("/tills/{till}/journals", this::take);
    }

    private void list(ServerRequest request, ServerResponse response) {
        Caller.Staff caller = Authentication.staff(request, Permission.IMPORT_JOURNAL);
        EnrolledTill till = till(request, caller);
        Answers.ok(request, response, Map.of("items", brought.of(caller, till.till().deviceId())));
    }

    private void take(ServerRequest request, ServerResponse response) {
        Caller.Staff caller = Authentication.staff(request, Permission.IMPORT_JOURNAL);
        EnrolledTill author = till(request, caller);
        Body body = Body.read(request, UploadRoutes.MAX_BODY);
        UploadBatch batch = body.as(UploadBatch.class);
        UploadRoutes.refuseTooLarge(batch, body.content().length);
        boolean signed = BroughtJournals.isSigned(author, batch);
        if (!signed && !(batch.signature().isEmpty() && caller.may(Permission.ADMINISTER_STORES))) {
            throw Problem.badRequest(
                            "bad_batch_signature",
                            "The batch was not signed by its till. Only head office may bring"
                                    + " facts without their signature.")
                    .refusal();
        }
        Upload upload = Upload.admitted(author.till(), batch);
        brought.note(caller, author, batch, signed, clock.instant());
        UploadAnswer answer = uploads.accept(upload, clock.instant()).answered();
        int status = answer instanceof UploadAnswer.Ack ? 200 : 409;
        Answers.json(request, response, status, answer);
    }

    private EnrolledTill till(ServerRequest request, Caller.Staff caller) {
        EnrolledTill till = tills.find(new DeviceId(Paths.uuid(request, "till"))).till();
        if (!caller.worksAt(till.till().storeId())) {
            throw Problem.notFound("No such till.").refusal();
        }
        return till;
    }
}
