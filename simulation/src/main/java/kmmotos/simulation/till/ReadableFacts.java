package kmmotos.simulation.till;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import kmmotos.desktop.journal.Journal;
import kmmotos.desktop.journal.JournalFailed;
import kmmotos.desktop.journal.JournalRecord;
import kmmotos.model.sync.EventType;
import kmmotos.model.sync.JournalEntry;
import kmmotos.model.sync.Json;

/// What can still be read of a till's journal.
final class ReadableFacts {

    private byte[] newestHash = new byte[0];
    private Optional<EventType> newestType = Optional.empty();

    static Set<UUID> ids(Journal journal) {
        Set<UUID> ids = new HashSet<>();
        for (long seq = journal.firstSeq(); seq <= journal.endSeq(); seq++) {
            read(journal, seq).ifPresent(record -> ids.add(entry(record).eventId()));
        }
        return ids;
    }

    /// The kind of the newest fact, if this program knows it. Asked at each fault, and mostly the
    /// same again.
    Optional<EventType> type(Journal journal) {
        if (journal.endSeq() < journal.firstSeq()) {
            return Optional.empty();
        }
        Optional<JournalRecord> newest = read(journal, journal.endSeq());
        if (newest.isEmpty()) {
            return Optional.empty();
        }
        if (!Arrays.equals(newest.get().hash(), newestHash)) {
            newestHash = newest.get().hash();
            newestType = type(entry(newest.get()));
        }
        return newestType;
    }

    private static Optional<JournalRecord> read(Journal journal, long seq) {
        try {
            return Optional.of(journal.read(seq, 1, Integer.MAX_VALUE).getFirst());
        } catch (JournalFailed unreadable) {
            return Optional.empty();
        }
    }

    private static JournalEntry entry(JournalRecord record) {
        try {
            return Json.MAPPER.readValue(record.body(), JournalEntry.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<EventType> type(JournalEntry last) {
        return Arrays.stream(EventType.values())
                .filter(type -> type.wireName().equals(last.type()))
                .filter(type -> type.version() == last.version())
                .findFirst();
    }
}
