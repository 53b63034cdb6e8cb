package kmmotos.desktop.sync;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import kmmotos.desktop.journal.Journal;
import kmmotos.desktop.journal.JournalRecord;
import kmmotos.model.sync.Concern;
import kmmotos.model.sync.JournalEntry;

/// Finds out what a fact of this till's journal is about, by its event's id. Each is looked for
/// once: the journal is read from its end.
public final class JournalFacts {
    private static final int WINDOW = 500;

    private final Journal journal;
    private final Map<UUID, Optional<Concern>> known = new ConcurrentHashMap<>();

    public JournalFacts(Journal journal) {
        this.journal = journal;
    }

    /// Empty if the journal no longer has it.
    public Optional<Concern> about(UUID eventId) {
        return known.computeIfAbsent(eventId, id -> find(id).map(Concern::of));
    }

    /// Empty if the journal no longer has it.
    Optional<JournalEntry> find(UUID eventId) {
        for (long end = journal.endSeq(); end >= journal.firstSeq(); end -= WINDOW) {
            long from = Math.max(journal.firstSeq(), end - WINDOW + 1);
            int count = Math.toIntExact(end - from + 1);
            Optional<JournalEntry> found =
                    find(eventId, journal.read(from, count, Integer.MAX_VALUE));
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /// Most bodies need not be parsed: the id stands in them as text.
    private static Optional<JournalEntry> find(UUID eventId, List<JournalRecord> facts) {
        String id = eventId.toString();
        return facts.stream()
                .filter(fact -> new String(fact.body(), StandardCharsets.ISO_8859_1).contains(id))
                .map(ReadFacts::parsed)
                .filter(entry -> entry.eventId().equals(eventId))
                .findFirst();
    }
}
