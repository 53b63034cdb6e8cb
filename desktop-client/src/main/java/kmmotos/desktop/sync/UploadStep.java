package kmmotos.desktop.sync;

import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import kmmotos.desktop.journal.Journal;
import kmmotos.desktop.journal.JournalRecord;
import kmmotos.model.sync.DeviceSignature;
import kmmotos.model.sync.UploadAnswer;
import kmmotos.model.sync.UploadBatch;
import kmmotos.model.sync.UuidV7;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Sends the next batch of the journal and follows the server's answer. The server's position
/// always wins over the till's own (rule R3); after a time-out the same facts go again.
public final class UploadStep implements SyncStep {
    private static final Logger LOG = LoggerFactory.getLogger(UploadStep.class);

    /// Returns of receipts up to this old need the journal when the database is rebuilt.
    static final Duration KEPT = Duration.ofDays(60);

    /// With nothing to send the server is asked this often what it has and what is safe.
    private static final Duration IDLE = Duration.ofSeconds(60);

    private final SyncPorts ports;
    private final Journal journal;
    private final SyncStore store = new SyncStore();
    private final Failures failures;
    private final RandomGenerator random;
    private JournalPoint have;
    private int maxBatch = UploadBatch.MAX_EVENTS;

    public UploadStep(SyncPorts ports, RandomGenerator random) {
        this.ports = ports;
        this.journal = ports.records().journal();
        this.random = random;
        this.failures = new Failures(ports.board(), random);
        this.have = remembered();
        ports.board().confirmed(have, ports.database().read(store::quarantined));
    }

    private JournalPoint remembered() {
        UUID incarnation = journal.incarnation();
        return ports.database()
                .read(store::confirmed)
                .filter(point -> point.incarnation().equals(incarnation))
                .filter(point -> point.seq() <= journal.endSeq())
                .filter(point -> point.seq() >= journal.firstSeq() - 1)
                .orElse(new JournalPoint(incarnation, journal.firstSeq() - 1));
    }

    @Override
    public Duration run() {
        Reply<UploadAnswer> reply = ports.server().upload(batch());
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

    private UploadBatch batch() {
        List<JournalRecord> facts = journal.read(have.seq() + 1, maxBatch, UploadBatch.MAX_BYTES);
        UploadBatch batch =
                new UploadBatch(
                        have.incarnation(),
                        have.seq() + 1,
                        journal.hashAt(have.seq()).orElseThrow(),
                        facts.stream().map(Projection::entry).toList(),
                        journal.endSeq(),
                        ports.deviceClock(),
                        ports.appVersion(),
                        "");
        byte[] signature = DeviceSignature.sign(ports.key().privateKey(), batch.signedBytes());
        return batch.signed(Base64.getEncoder().encodeToString(signature));
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
        ports.serverClock().learn(ack.serverTime());
        maxBatch = Math.clamp(ack.maxBatch(), 1, UploadBatch.MAX_EVENTS);
        if (!isMine(ack.haveSeq(), ack.haveHash())) {
            return fork();
        }
        confirm(ack.haveSeq(), ack.quarantined());
        Instant old = ports.clock().instant().minus(KEPT);
        journal.prune(ack.safeSeq(), old);
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
                ports.database()
                        .inTransaction(session -> {
                            store.confirmed(session, have);
                            store.quarantined(session, quarantined);
                            return store.quarantined(session);
                        });
        ports.board().confirmed(have, all);
    }

    private Duration goOnFrom(long seq, String hash) {
        if (!isMine(seq, hash)) {
            return fork();
        }
        confirm(seq, List.of());
        return Duration.ZERO;
    }

    /// The server has other facts under these numbers: all that are kept go again, under their old
    /// event ids, in a new incarnation.
    private Duration fork() {
        LOG.warn(
                "the journal {} forks after {}; a new one is begun",
                have.incarnation(),
                have.seq());
        UUID fresh = UuidV7.of(ports.clock().instant(), random);
        ports.records().recorder().beginIncarnation(fresh);
        have = new JournalPoint(fresh, 0);
        confirm(0, List.of());
        return Duration.ZERO;
    }
}
