package kmmotos.desktop.stock;

import java.util.List;
import java.util.UUID;
import kmmotos.desktop.storage.JsonText;
import kmmotos.desktop.storage.Sql;
import kmmotos.model.stock.Shortage;
import kmmotos.model.stock.TransferRequest;
import org.hibernate.StatelessSession;

/// What this shop promised too often, and what shops ask of each other: only what is open.
public final class ShortageStore {

    private static final int MOST = 1_000;

    /// As the server tells of a case.
    public void put(StatelessSession session, Shortage shortage) {
        if (shortage.closedAt().isPresent()) {
            Sql.run(session, "delete from shortage where case_id = ?1", shortage.caseId());
        } else {
            Sql.run(
                    session,
                    "merge into shortage (case_id, body) key (case_id) values (?1, ?2)",
                    shortage.caseId(),
                    JsonText.write(shortage));
        }
    }

    /// As the server, or a fact of this till, tells of a request.
    public void put(StatelessSession session, TransferRequest request, boolean open) {
        if (open) {
            Sql.run(
                    session,
                    "merge into transfer_request (request_id, body) key (request_id)"
                            + " values (?1, ?2)",
                    request.requestId(),
                    JsonText.write(request));
        } else {
            answered(session, request.requestId());
        }
    }

    /// Goods with this id were sent.
    public void answered(StatelessSession session, UUID requestId) {
        Sql.run(session, "delete from transfer_request where request_id = ?1", requestId);
    }

    /// Forgets what the server told.
    public void clear(StatelessSession session) {
        Sql.run(session, "delete from shortage");
        Sql.run(session, "delete from transfer_request");
    }

    public List<Shortage> shortages(StatelessSession session) {
        return Sql.list(session, String.class, MOST, "select body from shortage order by case_id")
                .stream()
                .map(body -> JsonText.read(body, Shortage.class))
                .toList();
    }

    public List<TransferRequest> requests(StatelessSession session) {
        return Sql.list(
                        session,
                        String.class,
                        MOST,
                        "select body from transfer_request order by request_id")
                .stream()
                .map(body -> JsonText.read(body, TransferRequest.class))
                .toList();
    }
}
