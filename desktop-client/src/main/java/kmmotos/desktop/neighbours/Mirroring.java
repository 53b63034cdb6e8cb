package kmmotos.desktop.neighbours;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import kmmotos.desktop.journal.Journal;
import kmmotos.desktop.sync.Batches;
import kmmotos.desktop.sync.JournalPoint;
import kmmotos.desktop.sync.SyncStep;
import kmmotos.model.sync.UploadBatch;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps one neighbour's copy of this till's journal up to date, and the connection to it alive.
/// The neighbour says how far it is; this till goes on from there.
public final class Mirroring implements SyncStep {
    private static final Logger LOG = LoggerFactory.getLogger(Mirroring.class);
    private static final Duration BETWEEN_CALLS = Duration.ofSeconds(2);
    private static final Duration HEARTBEAT = Duration.ofSeconds(5);
    private static final Duration AFTER_A_PROBLEM = Duration.ofSeconds(30);

    private final NeighbourLine line;
    private final Batches batches;
    private final Journal journal;
    private final LongSupplier confirmed;
    private final ParkedAround parked;
    private final Consumer<UUID> doubt;
    private volatile @Nullable JournalPoint kept;
    private volatile @Nullable String problem;
    private volatile long shown = -1;

    /// @param confirmed up to where the server has this journal
    /// @param doubt told of a journal that does not hold what the neighbour keeps of it
    Mirroring(
            NeighbourLine line,
            Batches batches,
            LongSupplier confirmed,
            ParkedAround parked,
            Consumer<UUID> doubt) {
        this.line = line;
        this.batches = batches;
        this.journal = batches.journal();
        this.confirmed = confirmed;
        this.parked = parked;
        this.doubt = doubt;
    }

    public NeighbourLine line() {
        return line;
    }

    /// Whether it has answered on this connection; a till that refuses this one shakes hands first.
    boolean isConnected() {
        return line.isOpen() && shown >= 0;
    }

    /// Up to where the neighbour keeps the journal that is written now.
    Optional<JournalPoint> kept() {
        return Optional.ofNullable(kept)
                .filter(point -> point.incarnation().equals(journal.incarnation()));
    }

    Optional<String> problem() {
        return Optional.ofNullable(problem);
    }

    @Override
    public Duration run() {
        try {
            if (!line.isOpen()) {
                shown = -1;
                if (!line.open()) {
                    return BETWEEN_CALLS;
                }
            }
            show();
            return mirror();
        } catch (NeighbourUnreachable e) {
            LOG.debug("{} went away: {}", line.neighbour().till(), e.getMessage());
            return BETWEEN_CALLS;
        }
    }

    private void show() {
        long version = parked.version();
        if (version != shown) {
            line.ask(new Ask.Show(parked.own()), Answer.Done.class);
            shown = version;
        }
    }

    private Duration mirror() {
        UUID incarnation = journal.incarnation();
        Answer.Held held =
                line.ask(new Ask.Have(incarnation, confirmed.getAsLong()), Answer.Held.class);
        while (isMine(incarnation, held) && held.seq() < journal.endSeq()) {
            long from = Math.max(held.seq(), start(held.seq()));
            if (from == journal.endSeq()) {
                break;
            }
            UploadBatch batch =
                    batches.after(new JournalPoint(incarnation, from), UploadBatch.MAX_EVENTS);
            if (!journal.incarnation().equals(incarnation)) {
                return Duration.ZERO;
            }
            Answer.Held now =
                    line.ask(
                            new Ask.Keep(batch, journal.retoldSeq(), confirmed.getAsLong()),
                            Answer.Held.class);
            if (now.seq() <= held.seq()) {
                return refused("it keeps no more");
            }
            held = now;
        }
        return journal.incarnation().equals(incarnation) ? noted(incarnation, held) : Duration.ZERO;
    }

    /// What the server has needs no keeping; what was freed here can't be given.
    private long start(long held) {
        boolean mayGoOn = held >= journal.firstSeq() - 1;
        return mayGoOn ? held : Math.max(journal.firstSeq() - 1, confirmed.getAsLong());
    }

    private boolean isMine(UUID incarnation, Answer.Held held) {
        return held.seq() < journal.firstSeq() - 1
                || (held.seq() <= journal.endSeq()
                        && journal.hashAt(held.seq()).filter(held.hash()::equals).isPresent()
                        && journal.incarnation().equals(incarnation));
    }

    private Duration noted(UUID incarnation, Answer.Held held) {
        if (!isMine(incarnation, held)) {
            doubt.accept(incarnation);
            return refused("it keeps another journal under the same name");
        }
        kept = new JournalPoint(incarnation, Math.max(0, held.seq()));
        problem = null;
        return HEARTBEAT;
    }

    private Duration refused(String why) {
        LOG.warn("{}: {}", line.neighbour().till(), why);
        problem = why;
        return AFTER_A_PROBLEM;
    }
}
