package kmmotos.desktop.neighbours;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import kmmotos.desktop.sync.Reply;
import kmmotos.desktop.sync.SyncStep;
import kmmotos.model.sync.UploadAnswer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Brings to the server what is kept here of tills that are away: broken, replaced, or without a
/// way to anybody; and of journals that their tills left, for one that was set back to an older
/// state has lost what is kept here. Whatever the server has already it knows again by the chain.
final class Bringing implements SyncStep {
    private static final Logger LOG = LoggerFactory.getLogger(Bringing.class);
    private static final Duration PAUSE = Duration.ofSeconds(10);

    /// The server may have been set back since it said that it has all.
    private static final Duration ASKED_AGAIN = Duration.ofHours(1);

    private static final Duration AFTER_A_REFUSAL = Duration.ofMinutes(10);

    private final Mirror mirror;
    private final Carriage carriage;
    private final Duration silence;
    private final Clock clock;
    private final Map<UUID, Brought> brought = new HashMap<>();
    private final Map<UUID, Instant> notBefore = new HashMap<>();

    /// Up to where the server had a journal, and when it said so.
    private record Brought(long seq, Instant at) {}

    /// @param silence how long a till must not have been heard before others speak for it
    Bringing(Mirror mirror, Carriage carriage, Duration silence, Clock clock) {
        this.mirror = mirror;
        this.carriage = carriage;
        this.silence = silence;
        this.clock = clock;
    }

    @Override
    public Duration run() {
        for (MirrorLog log : mirror.all()) {
            if (carriage.isFree() && (isAway(log) || mirror.isLeft(log)) && isDue(log)) {
                bring(log);
            }
        }
        return PAUSE;
    }

    private boolean isAway(MirrorLog log) {
        return mirror.silence(log.device()).compareTo(silence) > 0;
    }

    private boolean isDue(MirrorLog log) {
        Instant now = clock.instant();
        Brought last = brought.getOrDefault(log.incarnation(), new Brought(0, Instant.EPOCH));
        return (log.seq() > last.seq() || now.isAfter(last.at().plus(ASKED_AGAIN)))
                && !now.isBefore(notBefore.getOrDefault(log.incarnation(), Instant.EPOCH));
    }

    /// Begins with the newest: mostly the server has it all.
    private void bring(MirrorLog log) {
        Optional<Ask.Keep> next = mirror.last(log);
        for (int i = 0; next.isPresent() && i <= MirrorLog.MAX_BATCHES; i++) {
            next = brought(log, next.get());
        }
    }

    private Optional<Ask.Keep> brought(MirrorLog log, Ask.Keep kept) {
        Reply<UploadAnswer> reply = carriage.reply(log.device(), kept.batch());
        return switch (reply) {
            case Reply.Answered<UploadAnswer>(UploadAnswer.Ack ack) -> acknowledged(log, ack);
            case Reply.Answered<UploadAnswer>(UploadAnswer.Gap gap) ->
                    mirror.holding(log, gap.haveSeq() + 1)
                            .filter(older -> older.batch().fromSeq() <= gap.haveSeq() + 1)
                            .or(() -> neverTold(log, "what comes before is not kept here"));
            case Reply.Answered<UploadAnswer>(UploadAnswer.Fork _) ->
                    neverTold(log, "the server has another history");
            case Reply.Refused<UploadAnswer>(_, String code, _) -> refused(log, code);
            default -> Optional.empty();
        };
    }

    /// What the server has it tells by itself, maybe under another journal's name.
    private Optional<Ask.Keep> acknowledged(MirrorLog log, UploadAnswer.Ack ack) {
        brought.put(log.incarnation(), new Brought(ack.haveSeq(), clock.instant()));
        if (ack.haveSeq() < log.seq()) {
            return mirror.holding(log, ack.haveSeq() + 1);
        }
        mirror.forget(log);
        return Optional.empty();
    }

    private Optional<Ask.Keep> neverTold(MirrorLog log, String why) {
        mirror.forget(log);
        return refused(log, why);
    }

    private Optional<Ask.Keep> refused(MirrorLog log, String why) {
        LOG.warn("journal {} of till {} is not brought: {}", log.incarnation(), log.device(), why);
        notBefore.put(log.incarnation(), clock.instant().plus(AFTER_A_REFUSAL));
        return Optional.empty();
    }
}
