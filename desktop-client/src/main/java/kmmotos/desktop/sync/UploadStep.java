package kmmotos.desktop.sync;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kmmotos.desktop.journal.Journal;
import kmmotos.model.sync.Event;
import kmmotos.model.sync.UploadAnswer;
import kmmotos.model.sync.UploadBatch;
import kmmotos.model.sync.UuidV7;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Sends the next batch of the journal and follows the server's answer. The server's position
/// always wins over the till's own (rule R3); after a time-out the same facts go again.
final class UploadStep implements SyncStep {
    private static final Logger LOG = LoggerFactory.getLogger(UploadStep.class);

    /// Returns of receipts up to this old need the journal when the database is rebuilt.
    static final Duration KEPT = Duration.ofDays(60);

    /// With nothing to send the server is asked this often what it has and what is safe.
    private static final Duration IDLE = Duration.ofSeconds(60);

    private final TillEngine engine;
    private final ServerLink link;
    private final SyncBoard board;
    private final Journal journal;
    private final TillTables tables;
    private final Failures failures;
    private final Batches batches;
    private JournalPoint have;
    private int maxBatch = UploadBatch.MAX_EVENTS;
    private volatile boolean isHeldBack;

    UploadStep(TillEngine engine, ServerLink link, SyncBoard board) {
        this.engine = engine;
        this.link = link;
        this.board = board;
        this.journal = engine.journal();
        this.tables = engine.tables();
        this.failures = new Failures(board, engine.ports().random());
        this.batches = new Batches(engine, link.signer(), link.program());
        this.have = remembered();
        board.confirmed(have, tables.read(SyncTables::quarantined));
    }

    private JournalPoint remembered() {
        UUID incarnation = journal.incarnation();
        return tables.read(SyncTables::confirmed)
                .filter(point -> point.incarnation().equals(incarnation))
                .filter(point -> point.seq() <= journal.endSeq())
                .filter(point -> point.seq() >= journal.firstSeq() - 1)
                .orElse(new JournalPoint(incarnation, journal.firstSeq() - 1));
    }

    @Override
    public Duration run() {
        if (engine.isDoubted(have.incarnation())) {
            return fork();
        }
        Reply<UploadAnswer> reply = link.server().upload(batches.after(have, maxBatch));
        isHeldBack = reply instanceof Reply.Busy<UploadAnswer>;
        if (!(reply instanceof Reply.Answered<UploadAnswer>(UploadAnswer answer))) {
            return sendLess(reply) ? Duration.ZERO : failures.waitAfter(reply);
        }
        failures.none();
        return switch (answer) {
            case UploadAnswer.Ack ack -> acknowledged(ack);
            case UploadAnswer.Gap(long haveSeq, String haveHash) -> goOnFrom(haveSeq, haveHash);
            case UploadAnswer.Fork _ -> fork();
        };
    }

    /// A sale that is rung up meanwhile does not make a busy server busier.
    @Override
    public boolean isHeldBack() {
        return isHeldBack;
    }

    /// A batch that is too large for the server is halved.
    private boolean sendLess(Reply<UploadAnswer> reply) {
        if (reply instanceof Reply.Refused<UploadAnswer>(int status, _, _)
                && status == 413
                && maxBatch > 1) {
            maxBatch = Math.max(1, maxBatch / 2);
            return true;
        }
        return false;
    }

    private Duration acknowledged(UploadAnswer.Ack ack) {
        link.clock().learn(ack.serverTime());
        maxBatch = Math.clamp(ack.maxBatch(), 1, UploadBatch.MAX_EVENTS);
        if (!isMine(ack.haveSeq(), ack.haveHash())) {
            return leave(ack.haveSeq());
        }
        confirm(ack.haveSeq(), ack.quarantined());
        Instant old = engine.ports().clock().instant().minus(KEPT);
        journal.prune(Math.min(ack.safeSeq(), ack.haveSeq()), old);
        boolean more = ack.haveSeq() < journal.endSeq();
        Duration asked = Duration.ofMillis(Math.max(0, ack.retryAfterMs()));
        return more || !asked.isZero() ? asked : IDLE;
    }

    private boolean isMine(long seq, String hash) {
        return journal.hashAt(seq).equals(Optional.of(hash));
    }

    private void confirm(long seq, List<UploadAnswer.Quarantined> quarantined) {
        have = new JournalPoint(have.incarnation(), seq);
        List<UploadAnswer.Quarantined> all =
                tables.inTransaction(to -> {
                    to.confirmed(have);
                    to.quarantine(quarantined);
                    return to.quarantined();
                });
        board.confirmed(have, all);
    }

    private Duration goOnFrom(long seq, String hash) {
        if (!isMine(seq, hash)) {
            return leave(seq);
        }
        confirm(seq, List.of());
        return Duration.ZERO;
    }

    /// The server's position is none that this journal can go on from.
    private Duration leave(long serverSeq) {
        if (serverSeq < journal.firstSeq() - 1) {
            tellWhatIsMissing(serverSeq);
        }
        return fork();
    }

    /// The server was set back to before facts that it had called safe and that were freed here.
    /// Nobody can send them again, but people must know. Written before the new incarnation, which
    /// takes it along: told twice after a crash rather than never.
    private void tellWhatIsMissing(long serverSeq) {
        long last = journal.firstSeq() - 1;
        LOG.error(
                "the server lost the facts {} to {} of journal {}, which are not kept here any more",
                serverSeq + 1,
                last,
                have.incarnation());
        engine.recorder().record(new Event.FactsMissing(have.incarnation(), serverSeq + 1, last));
    }

    /// The server has other facts under these numbers: all that are kept go again, under their old
    /// event ids, in a new incarnation.
    private Duration fork() {
        LOG.warn(
                "the journal {} forks after {}; a new one is begun",
                have.incarnation(),
                have.seq());
        UUID fresh = UuidV7.of(engine.ports().clock().instant(), engine.ports().random());
        engine.recorder().beginIncarnation(fresh);
        have = new JournalPoint(fresh, 0);
        confirm(0, List.of());
        return Duration.ZERO;
    }
}
