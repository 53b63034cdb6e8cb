package kmmotos.server.mails;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import kmmotos.model.sync.CanonicalJson;
import kmmotos.server.storage.Caller;
import kmmotos.server.storage.Database;
import kmmotos.server.storage.Sql;
import org.hibernate.StatelessSession;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Sends what waits in the outbox. A mail is marked as being sent before it is handed over. Of a
/// server that stops in between nobody knows whether the mail went: it stays `sending` for an hour
/// and is sent again then, under the same number, by which mail systems know that they have it.
/// What is refused is tried again, later each time, and given up after a day.
public final class Outbox implements AutoCloseable {

    /// How long until the next try, by how many there were.
    static final List<Duration> WAITS =
            List.of(
                    Duration.ofMinutes(1),
                    Duration.ofMinutes(5),
                    Duration.ofMinutes(30),
                    Duration.ofHours(2),
                    Duration.ofHours(6),
                    Duration.ofHours(15));

    /// How long a mail is `sending` until it is taken for one whose server stopped.
    static final Duration STUCK_AFTER = Duration.ofHours(1);

    /// What is older is for people to look at.
    private static final Duration GIVEN_UP_AFTER = Duration.ofDays(1);

    private static final Logger LOG = LoggerFactory.getLogger(Outbox.class);
    private static final Caller CALLER = new Caller.Server("mails");
    private static final Duration EVERY = Duration.ofSeconds(10);
    private static final int MAX_ROUND = 100;
    private static final int MAX_PROBLEM = 300;

    /// What was in a mail about an account is nobody's to read once it went out.
    private static final String WITHOUT_TEXT =
            "(document::jsonb || '{\"text\":\"\"}'::jsonb)::text";

    private final Database database;
    private final Clock clock;
    private final MailPort port;
    private final ScheduledExecutorService timer;

    private record Waiting(UUID requestId, Letter mail, int attempts) {}

    private Outbox(Database database, Clock clock, MailPort port) {
        this.database = database;
        this.clock = clock;
        this.port = port;
        this.timer =
                Executors.newSingleThreadScheduledExecutor(
                        Thread.ofPlatform().daemon().name("outbox").factory());
    }

    public static Outbox start(Database database, Clock clock, MailPort port) {
        Outbox outbox = new Outbox(database, clock, port);
        var _ =
                outbox.timer.scheduleWithFixedDelay(
                        outbox::runSafely,
                        EVERY.toMillis(),
                        EVERY.toMillis(),
                        TimeUnit.MILLISECONDS);
        return outbox;
    }

    /// Puts a mail about an account in the outbox.
    ///
    /// @param goodUntil when what it says no longer holds; it is not sent after that
    /// @param isMeant whether it is to go out: the statement is the same if not, so that its time
    ///   tells nothing
    public static void post(
            StatelessSession session, Letter letter, Instant goodUntil, boolean isMeant) {
        Sql.update(
                session,
                """
                insert into mail_outbox
                    (request_id, asked_at, document, state, attempts, next_at, good_until)
                select ?, ?, ?, 'waiting', 0, ?, ? where ?\
                """,
                letter.requestId(),
                letter.at(),
                new String(CanonicalJson.bytes(letter), StandardCharsets.UTF_8),
                letter.at(),
                goodUntil,
                isMeant);
    }

    /// Gives up mails about accounts whose time is over.
    public static void sweep(Database database, Instant now) {
        database.execute(
                CALLER,
                session ->
                        Sql.update(
                                session,
                                "update mail_outbox set state = 'failed', problem = 'too late',"
                                        + " document = "
                                        + WITHOUT_TEXT
                                        + " where good_until < ? and state in ('waiting', 'sending')",
                                now));
    }

    /// One round; answers how many were sent.
    static int run(Database database, Clock clock, MailPort port) {
        try (Outbox outbox = new Outbox(database, clock, port)) {
            return outbox.run();
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }

    private int run() {
        int sent = 0;
        for (int i = 0; i < MAX_ROUND; i++) {
            Optional<Waiting> next = database.inTransaction(CALLER, this::takeNext);
            if (next.isEmpty()) {
                break;
            }
            sent += send(next.get()) ? 1 : 0;
        }
        return sent;
    }

    /// From here on nobody else sends it.
    private Optional<Waiting> takeNext(StatelessSession session) {
        Instant now = clock.instant();
        return Sql.first(
                session,
                """
                update mail_outbox set state = 'sending', attempts = attempts + 1, next_at = ?
                where request_id = (select request_id from mail_outbox
                    where next_at <= ? and (state = 'waiting'
                            or (state = 'sending' and asked_at > ? and attempts <= ?))
                        and (good_until is null or good_until > ?)
                    order by next_at limit 1
                    for update skip locked)
                returning request_id, document, attempts\
                """,
                row ->
                        new Waiting(
                                row.getObject("request_id", UUID.class),
                                Sql.json(row, "document", Letter.class),
                                row.getInt("attempts")),
                now.plus(STUCK_AFTER),
                now,
                now.minus(GIVEN_UP_AFTER),
                WAITS.size(),
                now);
    }

    private boolean send(Waiting waiting) {
        try {
            port.send(waiting.mail());
        } catch (MailRefused e) {
            LOG.warn("mail {} was not taken: {}", waiting.requestId(), e.getMessage());
            boolean givesUp = waiting.attempts() > WAITS.size();
            Instant next =
                    clock.instant().plus(WAITS.get(Math.min(waiting.attempts(), WAITS.size()) - 1));
            become(waiting, givesUp ? "failed" : "waiting", String.valueOf(e.getMessage()), next);
            return false;
        }
        become(waiting, "sent", "", clock.instant());
        return true;
    }

    private void become(Waiting waiting, String state, String problem, Instant at) {
        database.execute(
                CALLER,
                session ->
                        Sql.update(
                                session,
                                "update mail_outbox set state = ?, problem = ?, next_at = ?, document ="
                                        + " case when good_until is not null and ? <> 'waiting' then "
                                        + WITHOUT_TEXT
                                        + " else document end where request_id = ?",
                                state,
                                problem.substring(0, Math.min(problem.length(), MAX_PROBLEM)),
                                at,
                                state,
                                waiting.requestId()));
    }

    /// A round that fails, perhaps because the database is away, must not end the timer.
    private void runSafely() {
        try {
            int _ = run();
        } catch (RuntimeException e) {
            LOG.warn("the outbox failed, next round as usual: {}", e.toString());
        }
    }
}
