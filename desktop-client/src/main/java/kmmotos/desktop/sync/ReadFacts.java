package kmmotos.desktop.sync;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import kmmotos.desktop.journal.Journal;
import kmmotos.desktop.journal.JournalRecord;
import kmmotos.model.sync.JournalEntry;
import kmmotos.model.sync.Json;
import kmmotos.model.sync.UploadBatch;
import org.jspecify.annotations.Nullable;

/// The journal's facts as entries. A fact goes to the tables, to the server and to each neighbour
/// one soon after the other, and again until an answer comes; it is parsed once for all of them.
final class ReadFacts {

    private record Read(JournalRecord fact, JournalEntry entry) {}

    private final Journal journal;
    private final LinkedHashMap<Long, Read> newest = new LinkedHashMap<>();

    ReadFacts(Journal journal) {
        this.journal = journal;
    }

    Journal journal() {
        return journal;
    }

    synchronized JournalEntry entry(JournalRecord fact) {
        @Nullable Read known = newest.get(fact.seq());
        if (known != null && Arrays.equals(known.fact().hash(), fact.hash())) {
            return known.entry();
        }
        JournalEntry entry = parsed(fact);
        newest.putLast(fact.seq(), new Read(fact, entry));
        if (newest.size() > UploadBatch.MAX_EVENTS) {
            var _ = newest.pollFirstEntry();
        }
        return entry;
    }

    static JournalEntry parsed(JournalRecord fact) {
        try {
            return Json.MAPPER.readValue(fact.body(), JournalEntry.class);
        } catch (IOException e) {
            throw new UncheckedIOException("fact " + fact.seq() + " is no JSON", e);
        }
    }
}
