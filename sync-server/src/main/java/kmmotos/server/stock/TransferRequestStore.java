package kmmotos.server.stock;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kmmotos.model.stock.TransferRequest;
import kmmotos.model.stores.StoreId;
import kmmotos.model.sync.CanonicalJson;
import kmmotos.model.sync.Policy;
import kmmotos.model.sync.Scope;
import kmmotos.server.storage.Sql;
import kmmotos.server.storage.Sql.Column;
import kmmotos.server.sync.News;
import org.hibernate.StatelessSession;

/// Keeps what stores ask of each other. A request is open until goods with its id were sent, or
/// nobody needs them any more.
public final class TransferRequestStore {

    private TransferRequestStore() {}

    /// Keeps a request, once; the goods may have been sent already, by a till that heard of it
    /// before the server did.
    ///
    /// @param caseId the shortage it is to end, if any
    public static void add(
            StatelessSession session,
            TransferRequest request,
            Optional<UUID> caseId,
            Instant now,
            News news) {
        boolean isNew =
                Sql.update(
                                session,
                                """
                                insert into transfer_request
                                    (request_id, from_store, to_store, case_id, document, state,
                                    changed_at)
                                values (?, ?, ?, ?, ?, case when exists (select 1 from transfer
                                    where transfer_id = ? and sent_at is not null)
                                    then 'sent' else 'open' end, ?)
                                on conflict (request_id) do nothing\
                                """,
                                request.requestId(),
                                request.from().value(),
                                request.to().value(),
                                caseId.orElse(null),
                                new String(CanonicalJson.bytes(request), StandardCharsets.UTF_8),
                                request.requestId(),
                                now)
                        == 1;
        if (isNew) {
            tell(request, isOpen(session, request.requestId()), news);
        }
    }

    /// These transfers were sent; the requests they answer are done.
    static void sent(
            StatelessSession session, Collection<UUID> transferIds, Instant now, News news) {
        Sql.list(
                        session,
                        """
                        with done as (update transfer_request r set state = 'sent', changed_at = ?
                            from transfer t where r.request_id = any (?) and r.state = 'open'
                                and t.transfer_id = r.request_id and t.sent_at is not null
                                and t.from_store = r.from_store and t.to_store = r.to_store
                            returning r.request_id, r.document)
                        select document from done order by request_id\
                        """,
                        TransferRequestStore::request,
                        now,
                        Column.uuids(List.copyOf(transferIds)))
                .forEach(request -> tell(request, false, news));
    }

    /// These shortages are over: what was asked for them and not sent is needed no more.
    public static void withdraw(
            StatelessSession session, Collection<UUID> caseIds, Instant now, News news) {
        Sql.list(
                        session,
                        """
                        with done as (update transfer_request set state = 'withdrawn',
                                changed_at = ?
                            where case_id = any (?) and state = 'open'
                            returning request_id, document)
                        select document from done order by request_id\
                        """,
                        TransferRequestStore::request,
                        now,
                        Column.uuids(List.copyOf(caseIds)))
                .forEach(request -> tell(request, false, news));
    }

    /// The open requests from and to a store, in the order in which they were made.
    static List<TransferRequest> open(StatelessSession session, StoreId store) {
        return Sql.list(
                session,
                """
                select document from transfer_request
                where state = 'open' and (from_store = ? or to_store = ?)
                order by changed_at, request_id\
                """,
                TransferRequestStore::request,
                store.value(),
                store.value());
    }

    private static boolean isOpen(StatelessSession session, UUID requestId) {
        return Sql.first(
                        session,
                        "select state = 'open' from transfer_request where request_id = ?",
                        row -> row.getBoolean(1),
                        requestId)
                .orElse(false);
    }

    private static void tell(TransferRequest request, boolean open, News news) {
        Policy policy = new Policy.TransferRequestChanged(request, open);
        news.add(Scope.store(request.from()), policy);
        news.add(Scope.store(request.to()), policy);
    }

    private static TransferRequest request(ResultSet row) throws SQLException {
        return Sql.json(row, "document", TransferRequest.class);
    }
}
