package kmmotos.server.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.security.MessageDigest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import kmmotos.model.sync.Json;
import kmmotos.server.storage.Caller;
import kmmotos.server.storage.Database;
import kmmotos.server.storage.Sql;
import org.hibernate.StatelessSession;

/// Makes a write repeatable: the answer is stored in the transaction of the write, under the
/// caller, the route and the caller's `Idempotency-Key`, and given again to a repetition.
///
/// Missing key: 400. The same key with another payload: 422. The first attempt still runs: 409.
public final class IdempotencyKeys {

    static final Duration KEPT = Duration.ofDays(2);

    private static final int MAX_KEY_LENGTH = 200;
    private static final HeaderName KEY = HeaderNames.create("Idempotency-Key");
    private static final HeaderName REPLAYED = HeaderNames.create("Idempotency-Replayed");

    private final Database database;

    public IdempotencyKeys(Database database) {
        this.database = database;
    }

    /// What a write answers.
    public record Answer(int status, Object body, Map<String, String> headers) {

        public Answer {
            headers = Map.copyOf(headers);
        }

        public static Answer ok(Object body) {
            return new Answer(200, body, Map.of());
        }

        public static Answer created(Object body) {
            return new Answer(201, body, Map.of());
        }
    }

    /// Runs the work once for this key and answers; what the work refuses by throwing is not
    /// stored.
    public void once(
            ServerRequest request,
            ServerResponse response,
            Caller caller,
            Body body,
            Function<StatelessSession, Answer> work) {
        once(request, response, caller, "", body, work);
    }

    /// As above, for callers who share an account (visitors): the holder tells them apart.
    public void once(
            ServerRequest request,
            ServerResponse response,
            Caller caller,
            String holder,
            Body body,
            Function<StatelessSession, Answer> work) {
        String key = key(request);
        String scope =
                request.prologue().method().text() + " " + request.path().rawPath() + " " + holder;
        Stored stored =
                database.inTransaction(
                        caller, session -> stored(session, scope, key, body.content(), work));
        stored.headers().forEach((name, value) -> response.header(name, value));
        if (stored.replayed()) {
            response.header(REPLAYED, "true");
        }
        String type = stored.status() >= 400 ? "application/problem+json" : "application/json";
        Answers.send(request, response, stored.status(), type, stored.body());
    }

    /// Forgets what is older than it need be kept.
    public int sweep() {
        return database.inTransaction(
                new Caller.Server("sweep"),
                session ->
                        Sql.update(
                                session,
                                "delete from idempotency_key"
                                        + " where created_at < now() - ? * interval '1 second'",
                                KEPT.toSeconds()));
    }

    private static Stored stored(
            StatelessSession session,
            String scope,
            String key,
            byte[] payload,
            Function<StatelessSession, Answer> work) {
        refuseWhileRunning(session, scope, key);
        byte[] hash = Hashes.sha256(payload);
        Optional<Stored> before = find(session, scope, key);
        if (before.isPresent()) {
            if (!MessageDigest.isEqual(before.get().payloadHash(), hash)) {
                throw Problem.of(
                                422,
                                "idempotency_key_reused",
                                "This Idempotency-Key came with another payload before.")
                        .refusal();
            }
            return before.get();
        }
        Answer answer = work.apply(session);
        Stored fresh =
                new Stored(
                        hash,
                        answer.status(),
                        answer.headers(),
                        Answers.bytes(answer.body()),
                        false);
        keep(session, scope, key, fresh);
        return fresh;
    }

    /// A lock that the database frees with the transaction, whatever becomes of this server.
    private static void refuseWhileRunning(StatelessSession session, String scope, String key) {
        boolean free =
                Sql.first(
                                session,
                                "select pg_try_advisory_xact_lock(hashtextextended("
                                        + "km_caller() || ? || ' ' || ?, 0))",
                                row -> row.getBoolean(1),
                                scope,
                                key)
                        .orElse(false);
        if (!free) {
            throw Problem.of(
                            409,
                            "idempotency_key_running",
                            "The first attempt with this Idempotency-Key still runs.")
                    .refusal();
        }
    }

    private static Optional<Stored> find(StatelessSession session, String scope, String key) {
        return Sql.first(
                session,
                "select payload_hash, status, headers, body from idempotency_key"
                        + " where caller = km_caller() and scope = ? and key = ?",
                Stored::from,
                scope,
                key);
    }

    private static void keep(StatelessSession session, String scope, String key, Stored stored) {
        Sql.update(
                session,
                "insert into idempotency_key (caller, scope, key, payload_hash, status, headers,"
                        + " body) values (km_caller(), ?, ?, ?, ?, ?::jsonb, ?)",
                scope,
                key,
                stored.payloadHash(),
                stored.status(),
                new String(
                        Answers.bytes(stored.headers()), java.nio.charset.StandardCharsets.UTF_8),
                stored.body());
    }

    private static String key(ServerRequest request) {
        String key = request.headers().first(KEY).map(String::strip).orElse("");
        if (key.isEmpty() || key.length() > MAX_KEY_LENGTH) {
            throw Problem.badRequest(
                            "idempotency_key_missing",
                            "This request needs an Idempotency-Key header of 1 to "
                                    + MAX_KEY_LENGTH
                                    + " characters.")
                    .refusal();
        }
        return key;
    }

    @SuppressWarnings("ArrayRecordComponent")
    private record Stored(
            byte[] payloadHash,
            int status,
            Map<String, String> headers,
            byte[] body,
            boolean replayed) {

        static Stored from(ResultSet row) throws SQLException {
            try {
                return new Stored(
                        row.getBytes("payload_hash"),
                        row.getInt("status"),
                        Json.MAPPER.readValue(row.getString("headers"), new TypeReference<>() {}),
                        row.getBytes("body"),
                        true);
            } catch (JsonProcessingException e) {
                throw new SQLException("the stored headers are not JSON", e);
            }
        }
    }
}
