package kmmotos.desktop.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import kmmotos.desktop.journal.Journal;
import kmmotos.desktop.journal.JournalRecord;
import kmmotos.desktop.journal.JournalSettings;
import kmmotos.desktop.journal.MemoryDisk;
import kmmotos.model.sync.Event;
import kmmotos.model.sync.JournalEntry;
import kmmotos.model.sync.UploadBatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ReadFactsTest {
    private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");

    private final Journal journal =
            Journal.open(
                    new JournalSettings(
                            Path.of("/journal"),
                            Path.of("/marker"),
                            Optional.empty(),
                            64 * 1024,
                            new MemoryDisk()),
                    new UUID(1, 1),
                    Recorder::renumbered);
    private final ReadFacts read = new ReadFacts(journal);

    @AfterEach
    void close() {
        journal.close();
    }

    private static JournalRecord fact(long seq, int journal) {
        Event event = new Event.FactsMissing(new UUID(0, journal), 1, 1);
        JournalEntry entry = JournalEntry.of(new UUID(journal, seq), seq, NOW, event);
        byte[] hash = {(byte) journal, (byte) (seq >> 8), (byte) seq};
        return new JournalRecord(seq, NOW, 0, hash, entry.canonicalBytes());
    }

    @Test
    void aFactIsParsedOnceForAllWhoSendIt() {
        JournalEntry first = read.entry(fact(1, 1));

        assertThat(read.entry(fact(1, 1))).isSameAs(first);
        assertThat(first.read()).isSameAs(first.read());
    }

    @Test
    void anotherFactUnderTheSameNumberIsNotTakenForIt() {
        JournalEntry old = read.entry(fact(1, 1));

        JournalEntry anew = read.entry(fact(1, 2));

        assertThat(anew.eventId()).isNotEqualTo(old.eventId());
        assertThat(read.entry(fact(1, 2))).isSameAs(anew);
    }

    @Test
    void onlyAsManyAreRememberedAsOneBatchHolds() {
        JournalEntry first = read.entry(fact(1, 1));

        for (long seq = 2; seq <= UploadBatch.MAX_EVENTS; seq++) {
            JournalEntry _ = read.entry(fact(seq, 1));
        }
        assertThat(read.entry(fact(1, 1))).isSameAs(first);

        JournalEntry _ = read.entry(fact(UploadBatch.MAX_EVENTS + 1, 1));
        assertThat(read.entry(fact(1, 1))).isNotSameAs(first).isEqualTo(first);
    }
}
