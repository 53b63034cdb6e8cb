package kmmotos.desktop.sync;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import kmmotos.desktop.journal.Journal;
import kmmotos.desktop.journal.JournalRecord;
import kmmotos.model.sync.Event;
import kmmotos.model.sync.JournalEntry;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Brings the tables up to the journal, thousands of facts in one transaction that also moves the
/// mark of how far it came. So a crash before, in or after it loses and doubles nothing, and the
/// next start goes on where the last transaction ended.
final class Projection {
    private static final Logger LOG = LoggerFactory.getLogger(Projection.class);
    static final int BATCH_FACTS = 2_000;
    private static final int BATCH_BYTES = 8 * 1024 * 1024;

    private final Journal journal;
    private final ReadFacts read;
    private final TillTables tables;
    private volatile @Nullable JournalPoint applied;

    Projection(ReadFacts read, TillTables tables) {
        this.journal = read.journal();
        this.read = read;
        this.tables = tables;
    }

    /// Applies every fact that is recorded and not applied yet.
    void project(SyncProgress progress) {
        if (!isUpToDate()) {
            projectAll(progress);
        }
    }

    /// Asked first, so that nobody waits for a writer of the tables without need.
    private boolean isUpToDate() {
        return new JournalPoint(journal.incarnation(), journal.endSeq()).equals(applied);
    }

    private synchronized void projectAll(SyncProgress progress) {
        long done = 0;
        Part part;
        do {
            part = tables.inTransaction(this::projectSome);
            applied = part.last();
            done += part.applied();
            progress.at(done, done + part.left());
        } while (part.left() > 0);
    }

    /// What one transaction applied, and how many facts wait after it.
    private record Part(JournalPoint last, long applied, long left) {}

    /// Nothing may be projected while the numbers change.
    synchronized void beginIncarnation(UUID fresh) {
        project(SyncProgress.NONE);
        journal.beginIncarnation(fresh, Recorder::renumbered);
        project(SyncProgress.NONE);
    }

    private Part projectSome(SyncTables to) {
        UUID incarnation = journal.incarnation();
        long from = firstToApply(to, incarnation);
        List<JournalRecord> facts = journal.read(from, BATCH_FACTS, BATCH_BYTES);
        apply(to, known(to, incarnation, facts));
        long last = facts.isEmpty() ? from - 1 : facts.getLast().seq();
        JournalPoint point = new JournalPoint(incarnation, last);
        to.applied(point);
        return new Part(point, facts.size(), journal.endSeq() - last);
    }

    /// In a new incarnation every fact is looked at again, but only what is new to the tables is
    /// applied. What the server had of a life that was set back is known to it alone, so a snapshot
    /// is needed then.
    private long firstToApply(SyncTables to, UUID incarnation) {
        Optional<JournalPoint> applied = to.applied();
        if (applied.filter(point -> !point.incarnation().equals(incarnation)).isPresent()) {
            to.needSnapshot();
            to.beganIncarnation();
            return journal.firstSeq();
        }
        return applied.map(point -> point.seq() + 1).orElse(journal.firstSeq());
    }

    private List<SyncTables.Fact> known(
            SyncTables to, UUID incarnation, List<JournalRecord> facts) {
        long held =
                to.stockHolds()
                        .filter(holds -> holds.incarnation().equals(incarnation))
                        .map(JournalPoint::seq)
                        .orElse(0L);
        List<SyncTables.Fact> known = new ArrayList<>();
        for (JournalRecord fact : facts) {
            JournalEntry entry = read.entry(fact);
            switch (entry.read()) {
                case JournalEntry.Reading.Known(Event event) ->
                        known.add(new SyncTables.Fact(entry, event, entry.seq() > held));
                case JournalEntry.Reading.UnknownType(String type, int version) ->
                        LOG.error(
                                "fact {} of type {} {} is unknown", entry.eventId(), type, version);
                case JournalEntry.Reading.Malformed(String why) ->
                        LOG.error("fact {} can't be read: {}", entry.eventId(), why);
            }
        }
        return known;
    }

    static void apply(SyncTables to, List<SyncTables.Fact> facts) {
        Set<UUID> fresh = to.newOf(facts.stream().map(fact -> fact.entry().eventId()).toList());
        List<SyncTables.Fact> waiting = new ArrayList<>();
        for (SyncTables.Fact fact : facts) {
            if (fact.event() instanceof Event.ShiftOpened(var opening)) {
                to.apply(waiting);
                waiting.clear();
                to.opened(opening, fact.entry().seq());
            }
            if (fresh.remove(fact.entry().eventId())) {
                waiting.add(fact);
            }
        }
        to.apply(waiting);
    }
}
