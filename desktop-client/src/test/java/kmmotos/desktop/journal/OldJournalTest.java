package kmmotos.desktop.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OldJournalTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final int FACTS = 60;

    @TempDir Path temp;

    private Path folder() {
        return temp.resolve("journal");
    }

    private UUID write() {
        JournalSettings settings =
                new JournalSettings(
                        folder(), temp.resolve("marker"), Optional.empty(), 4096, Disk.real());
        try (Journal journal = Journal.open(settings, UUID.randomUUID(), Renumbering.none())) {
            for (long seq = 1; seq <= FACTS; seq++) {
                byte[] body = "{\"fact\":%03d}".formatted(seq).getBytes(StandardCharsets.UTF_8);
                journal.append(NOON.plusSeconds(seq), seq, body);
            }
            return journal.incarnation();
        }
    }

    private List<Path> segments(UUID incarnation) throws IOException {
        return Disk.real().list(folder().resolve(incarnation.toString()));
    }

    @Test
    void everythingIsReadWithoutChangingAByte() throws IOException {
        UUID incarnation = write();
        byte[] before = Files.readAllBytes(segments(incarnation).getFirst());

        OldJournal read = OldJournal.in(folder()).getFirst();

        assertThat(read.incarnation()).isEqualTo(incarnation);
        assertThat(read.firstSeq()).isEqualTo(1);
        assertThat(read.endSeq()).isEqualTo(FACTS);
        assertThat(read.beyond()).isZero();
        assertThat(read.hashAt(0)).isEqualTo(Chain.START);
        assertThat(read.after(FACTS - 2)).extracting(JournalRecord::seq).containsExactly(59L, 60L);
        assertThat(segments(incarnation).getFirst()).hasBinaryContent(before);
    }

    @Test
    void whatStandsBehindADamagedPlaceIsCountedButNotCalledProven() throws IOException {
        Path first = segments(write()).getFirst();
        byte[] bytes = Files.readAllBytes(first);
        int tenth = SegmentHead.BYTES + 9 * Frame.bytes("{\"fact\":010}".length());
        bytes[tenth + 70] ^= 1;
        Files.write(first, bytes);

        OldJournal read = OldJournal.in(folder()).getFirst();

        assertThat(read.endSeq()).isEqualTo(9);
        assertThat(read.beyond()).isEqualTo(FACTS - 10);
    }

    @Test
    void aJournalWhoseOldestPartWasFreedBeginsLater() throws IOException {
        Files.delete(segments(write()).getFirst());

        OldJournal read = OldJournal.in(folder()).getFirst();

        assertThat(read.firstSeq()).isGreaterThan(1);
        assertThat(read.endSeq()).isEqualTo(FACTS);
        assertThat(read.hashAt(read.firstSeq() - 1)).isEqualTo(read.prevHash());
    }

    @Test
    void aFolderWithoutAJournalHoldsNone() throws IOException {
        Files.createDirectories(folder().resolve("photos"));
        assertThat(OldJournal.in(folder())).isEmpty();
    }
}
