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
/// way to anybody. Whatever the server has already it knows again by the chain.
final class Bringing implements SyncStep {
    private static final Logger LOG = LoggerFactory.getLogger(Bringing.class);
    private static final Duration PAUSE = Duration.ofSeconds(10);
    private static final Duration AFTER_A_REFUSAL = Duration.ofMinutes(10);

    private final Mirror mirror;
    private final Carriage carriage;
    private final Duration silence;
    private final Clock clock;
    private final Map<UUID, Long> brought = new HashMap<>();
    private final Map<UUID, Instant> notBefore = new HashMap<>();

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
            if (carriage.isFree() && isAway(log) && isDue(log)) {
                bring(log);
            }
        }
        return PAUSE;
    }

    private boolean isAway(MirrorLog log) {
        return mirror.silence(log.device()).compareTo(silence) > 0;
    }

    private boolean isDue(MirrorLog log) {
        return log.seq() > brought.getOrDefault(log.incarnation(), 0L)
                && !clock.instant()
                        .isBefore(notBefore.getOrDefault(log.incarnation(), Instant.EPOCH));
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
            case Reply.Answered<UploadAnswer>(UploadAnswer.Ack ack) -> {
                brought.put(log.incarnation(), ack.haveSeq());
                yield ack.haveSeq() < log.seq()
                        ? mirror.holding(log, ack.haveSeq() + 1)
                        : Optional.empty();
            }
            case Reply.Answered<UploadAnswer>(UploadAnswer.Gap gap) ->
                    mirror.holding(log, gap.haveSeq() + 1)
                            .filter(older -> older.batch().fromSeq() <= gap.haveSeq() + 1)
                            .or(() -> refused(log, "what comes before is not kept here"));
            case Reply.Answered<UploadAnswer>(UploadAnswer.Fork _) ->
                    refused(log, "the server has another history");
            case Reply.Refused<UploadAnswer>(_, String code, _) -> refused(log, code);
            default -> Optional.empty();
        };
    }

    private Optional<Ask.Keep> refused(MirrorLog log, String why) {
        LOG.warn("journal {} of till {} is not brought: {}", log.incarnation(), log.device(), why);
        notBefore.put(log.incarnation(), clock.instant().plus(AFTER_A_REFUSAL));
        return Optional.empty();
    }
}
