package kmmotos.server.backup;

import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import kmmotos.model.staff.Permission;
import kmmotos.server.http.Answers;
import kmmotos.server.http.Authentication;
import kmmotos.server.storage.Caller;
import kmmotos.server.storage.Database;
import org.hibernate.StatelessSession;

/// How far the chain's facts are in a backup that was seen to be good (READ_CHAIN).
///
/// `GET /backup` -> what counts as a backup, up to when all is in it, how many journal entries are
/// not, and whether it stands still.
public final class BackupRoutes implements HttpService {

    private final Database database;
    private final BackupPlan plan;
    private final Clock clock;
    private final BackupStore store = new BackupStore();

    public BackupRoutes(Database database, BackupPlan plan, Clock clock) {
        this.database = database;
        this.plan = plan;
        this.clock = clock;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.get("/backup", this::read);
    }

    /// @param provenUpTo everything that had come by then is in the backup
    /// @param provenBy which backup, in words
    /// @param waitingSince since when there are facts that wait for it
    /// @param unprovenEntries entries of tills' journals that are in no proven backup
    /// @param problem one sentence on what is wrong; empty if all is well
    /// @param alarm whether somebody has to look after it
    record BackupView(
            Proof proof,
            Optional<Instant> provenUpTo,
            String provenBy,
            Optional<Instant> waitingSince,
            long unprovenEntries,
            String problem,
            boolean alarm) {}

    private void read(ServerRequest request, ServerResponse response) {
        Caller caller = Authentication.staff(request, Permission.READ_CHAIN);
        Answers.ok(request, response, database.inTransaction(caller, this::view));
    }

    private BackupView view(StatelessSession session) {
        Optional<BackupStore.State> state = store.read(session);
        Optional<Instant> waiting = state.flatMap(BackupStore.State::mark).map(Mark::at);
        Instant patience = clock.instant().minus(plan.alarmAfter());
        return new BackupView(
                plan.proof(),
                state.flatMap(BackupStore.State::provenAt),
                state.map(BackupStore.State::provenBy).orElse(""),
                waiting,
                store.unproven(session),
                state.map(BackupStore.State::problem).orElse(""),
                waiting.filter(since -> since.isBefore(patience)).isPresent());
    }
}
