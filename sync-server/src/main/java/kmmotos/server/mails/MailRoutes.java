package kmmotos.server.mails;

import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kmmotos.model.mails.MailRequest;
import kmmotos.model.staff.Permission;
import kmmotos.model.stores.StoreId;
import kmmotos.server.http.Answers;
import kmmotos.server.http.Authentication;
import kmmotos.server.storage.Caller;
import kmmotos.server.storage.Database;
import kmmotos.server.storage.Sql;
import org.hibernate.StatelessSession;

/// The newest mails to customers, and whether they went (READ_CHAIN).
///
/// `GET /mails` -> `{can_send, waiting, items}`: without settings for a mail server nothing is
/// sent, and what tills ask for waits. `state` is `waiting`, `sending`, `sent` or `failed`.
public final class MailRoutes implements HttpService {

    private static final int MOST = 200;

    private final Database database;
    private final boolean canSend;

    /// @param canSend whether a mail server is set
    public MailRoutes(Database database, boolean canSend) {
        this.database = database;
        this.canSend = canSend;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.get("/mails", this::list);
    }

    /// @param problem why it was not taken the last time; may be empty
    record MailView(
            UUID requestId,
            MailRequest.Kind kind,
            StoreId store,
            Instant askedAt,
            String reference,
            String to,
            String state,
            int attempts,
            String problem) {}

    private void list(ServerRequest request, ServerResponse response) {
        Caller caller = Authentication.staff(request, Permission.READ_CHAIN);
        Answers.ok(request, response, database.inTransaction(caller, this::read));
    }

    private Map<String, Object> read(StatelessSession session) {
        long waiting =
                Sql.first(
                                session,
                                "select count(*) from mail_outbox where state = 'waiting'"
                                        + " and event_id is not null",
                                row -> row.getLong(1))
                        .orElseThrow();
        return Map.of("can_send", canSend, "waiting", waiting, "items", newest(session));
    }

    private static List<MailView> newest(StatelessSession session) {
        return Sql.list(
                session,
                "select * from mail_outbox where event_id is not null order by asked_at desc, request_id limit "
                        + MOST,
                row -> {
                    MailRequest mail = Sql.json(row, "document", MailRequest.class);
                    return new MailView(
                            mail.requestId(),
                            mail.kind(),
                            mail.store(),
                            mail.at(),
                            mail.reference(),
                            mail.to(),
                            row.getString("state"),
                            row.getInt("attempts"),
                            row.getString("problem"));
                });
    }
}
