package kmmotos.simulation.till;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
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

    private final Map<ByteBuffer, JournalEntry> parsed = new HashMap<>();

    Set<UUID> ids(Journal journal) {
        Set<UUID> ids = new HashSet<>();
        for (long seq = journal.firstSeq(); seq <= journal.endSeq(); seq++) {
            read(journal, seq).ifPresent(record -> ids.add(entry(record).eventId()));
        }
        return ids;
    }

    /// The kind of the newest fact, if this program knows it.
    Optional<EventType> type(Journal journal) {
        return journal.endSeq() < journal.firstSeq()
                ? Optional.empty()
                : read(journal, journal.endSeq()).flatMap(newest -> type(entry(newest)));
    }

    private static Optional<JournalRecord> read(Journal journal, long seq) {
        try {
            return Optional.of(journal.read(seq, 1, Integer.MAX_VALUE).getFirst());
        } catch (JournalFailed unreadable) {
            return Optional.empty();
        }
    }

    /// Asked at each fault, and mostly for the same again: a record's hash tells its bytes.
    private JournalEntry entry(JournalRecord record) {
        return parsed.computeIfAbsent(ByteBuffer.wrap(record.hash()), _ -> parse(record));
    }

    private static JournalEntry parse(JournalRecord record) {
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
