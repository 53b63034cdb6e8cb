package kmmotos.desktop.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import kmmotos.desktop.sync.Trees;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final int SMALL = 4096;

    @TempDir Path temp;
    private final DiskTrouble trouble = new DiskTrouble();
    private final Disk disk = new FaultyDisk(Disk.real(), trouble);
    private JournalSettings settings = JournalSettings.of(Path.of("."), Path.of("."));

    @BeforeEach
    void placeTheJournal() {
        settings =
                new JournalSettings(
                        temp.resolve("till/journal"),
                        temp.resolve("till.marker"),
                        Optional.empty(),
                        SMALL,
                        disk);
    }

    private Journal open() {
        return Journal.open(settings, UUID.randomUUID(), Renumbering.none());
    }

    private static void append(Journal journal, int facts) {
        for (int i = 0; i < facts; i++) {
            long next = journal.endSeq() + 1;
            journal.append(NOON.plusSeconds(next), next, body(next));
        }
    }

    private static byte[] body(long seq) {
        return "{\"fact\":%d,\"filler\":\"%s\"}"
                .formatted(seq, "x".repeat(100))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static List<Long> seqs(Journal journal) {
        return journal.read(1, Integer.MAX_VALUE, Integer.MAX_VALUE).stream()
                .map(JournalRecord::seq)
                .toList();
    }

    private Path segment(Journal journal, int number) {
        return settings.folder()
                .resolve(journal.incarnation().toString())
                .resolve("%06d.seg".formatted(number));
    }

    @Test
    void whatWasWrittenIsReadBackAfterReopeningOverManySegments() {
        UUID incarnation;
        try (Journal journal = open()) {
            append(journal, 100);
            incarnation = journal.incarnation();
        }
        try (Journal journal = open()) {
            assertThat(journal.incarnation()).isEqualTo(incarnation);
            assertThat(journal.endSeq()).isEqualTo(100);
            assertThat(journal.counter()).isEqualTo(100);
            assertThat(journal.read(42, 1, 1).getFirst().body()).isEqualTo(body(42));
            assertThat(journal.findings()).isEmpty();
        }
    }

    @Test
    void everyFactIsForcedToDiskOnce() {
        try (Journal journal = open()) {
            int before = trouble.forced();
            append(journal, 3);
            assertThat(trouble.forced() - before).isEqualTo(3);
        }
    }

    @Test
    void aTornTailIsCutAndReported() throws IOException {
        Path file;
        try (Journal journal = open()) {
            append(journal, 5);
            file = segment(journal, 1);
        }
        Files.delete(settings.marker()); // the marker is never ahead of what was forced
        long lastFrame = SegmentHead.BYTES + 4L * Frame.bytes(body(1).length);
        overwrite(file, lastFrame + 40, new byte[60]);
        try (Journal journal = open()) {
            assertThat(journal.endSeq()).isEqualTo(4);
            assertThat(journal.findings()).singleElement().asString().contains("half-written");
            append(journal, 1);
        }
        try (Journal journal = open()) {
            assertThat(seqs(journal)).containsExactly(1L, 2L, 3L, 4L, 5L);
        }
    }

    @Test
    void aFlippedBitInTheMiddleIsExplainedAndNotCut() throws IOException {
        Path file;
        try (Journal journal = open()) {
            append(journal, 5);
            file = segment(journal, 1);
        }
        flipBit(file, SegmentHead.BYTES + Frame.bytes(body(1).length) + 80L);
        assertThatThrownBy(this::open)
                .isInstanceOf(JournalDamaged.class)
                .hasMessageContaining("from fact 2 on")
                .hasMessageContaining(file.toString());
    }

    @Test
    void aFlippedBitInTheLastFactIsNotTakenForATornTail() throws IOException {
        Path file;
        try (Journal journal = open()) {
            append(journal, 5);
            file = segment(journal, 1);
        }
        flipBit(file, SegmentHead.BYTES + 4L * Frame.bytes(body(1).length) + 80L);
        assertThatThrownBy(this::open)
                .isInstanceOf(JournalDamaged.class)
                .hasMessageContaining("from fact 5 on");
    }

    @Test
    void aRepairKeepsEveryReadableFactInANewIncarnation() throws IOException {
        Path file;
        try (Journal journal = open()) {
            append(journal, 100);
            file = segment(journal, 2);
        }
        flipBit(file, SegmentHead.BYTES + 80L);
        assertThatThrownBy(this::open).isInstanceOf(JournalDamaged.class);

        List<Long> saved = Journal.repair(settings, UUID.randomUUID(), Renumbering.none());

        assertThat(saved).hasSize(99);
        try (Journal journal = open()) {
            assertThat(journal.endSeq()).isEqualTo(99);
            assertThat(journal.series()).isEqualTo(2);
        }
    }

    @Test
    void aDamagedSegmentIsPutBackFromTheSecondCopy() throws IOException {
        settings = settings.withSecondCopy(temp.resolve("stick"));
        Path file;
        try (Journal journal = open()) {
            append(journal, 60);
            file = segment(journal, 1);
        }
        flipBit(file, SegmentHead.BYTES + 80L);
        try (Journal journal = open()) {
            assertThat(seqs(journal)).hasSize(60);
            assertThat(journal.findings()).singleElement().asString().contains("second copy");
        }
    }

    @Test
    void aMissingSecondCopyStopsNoSale() throws IOException {
        Path notAFolder = Files.writeString(temp.resolve("stick"), "a file");
        settings = settings.withSecondCopy(notAFolder);
        Journal journal = open();
        append(journal, 3);
        assertThat(journal.endSeq()).isEqualTo(3);
        journal.close();
        assertThat(journal.findings()).anyMatch(note -> note.contains("second copy"));
    }

    @Test
    void aFullDiskRefusesBeforeTheSaleAndGoesOnWhenThereIsRoom() {
        try (Journal journal = open()) {
            trouble.fill();
            assertThat(journal.readiness()).isInstanceOf(Readiness.Ready.class);
            appendUntilFull(journal);
            assertThat(journal.readiness()).isInstanceOf(Readiness.Refusing.class);
            long end = journal.endSeq();
            assertThatThrownBy(() -> append(journal, 1))
                    .isInstanceOf(JournalFailed.class)
                    .hasMessageContaining("disk is full");
            trouble.makeRoom();
            assertThat(journal.readiness()).isInstanceOf(Readiness.Ready.class);
            append(journal, 1);
            assertThat(journal.endSeq()).isEqualTo(end + 1);
        }
    }

    private static void appendUntilFull(Journal journal) {
        assertThatThrownBy(() -> append(journal, 1_000)).isInstanceOf(JournalFailed.class);
    }

    @Test
    void aFailedForceMeansNotSoldAndNothingMoreIsTakenUntilReopened() {
        try (Journal journal = open()) {
            append(journal, 2);
            trouble.failForce();
            assertThatThrownBy(() -> append(journal, 1))
                    .isInstanceOf(JournalFailed.class)
                    .hasMessageContaining("NOT sold");
            assertThat(journal.readiness()).isInstanceOf(Readiness.Refusing.class);
            assertThatThrownBy(() -> append(journal, 1)).isInstanceOf(JournalFailed.class);
        }
        settings =
                new JournalSettings(
                        settings.folder(), settings.marker(), Optional.empty(), SMALL, Disk.real());
        try (Journal journal = open()) {
            assertThat(seqs(journal)).containsExactly(1L, 2L);
        }
    }

    @Test
    void aFolderSetBackToAnOlderStateBeginsANewIncarnation() throws IOException {
        UUID first;
        try (Journal journal = open()) {
            append(journal, 3);
            first = journal.incarnation();
        }
        Path image = temp.resolve("image");
        Trees.copy(settings.folder(), image);
        try (Journal journal = open()) {
            append(journal, 2);
        }
        Trees.delete(settings.folder());
        Trees.copy(image, settings.folder());

        try (Journal journal = open()) {
            assertThat(journal.incarnation()).isNotEqualTo(first);
            assertThat(journal.series()).isEqualTo(2);
            assertThat(journal.counter()).isZero();
            assertThat(seqs(journal)).containsExactly(1L, 2L, 3L);
            assertThat(journal.findings()).anyMatch(note -> note.contains("set back"));
        }
        try (Journal journal = open()) {
            assertThat(journal.series()).isEqualTo(2);
            assertThat(journal.findings()).isEmpty();
        }
    }

    @Test
    void onlySafeAndOldSegmentsArePruned() {
        try (Journal journal = open()) {
            append(journal, 100);
            journal.prune(50, NOON);
            assertThat(journal.firstSeq()).isEqualTo(1);
            journal.prune(50, NOON.plusSeconds(1_000));
            assertThat(journal.firstSeq()).isBetween(2L, 51L);
            assertThat(journal.hashAt(journal.firstSeq() - 1)).isPresent();
            assertThat(journal.hashAt(1)).isEmpty();
        }
        try (Journal journal = open()) {
            assertThat(journal.endSeq()).isEqualTo(100);
        }
    }

    @Test
    void aBatchStopsAtItsLimitsButHoldsOneFactAtLeast() {
        try (Journal journal = open()) {
            append(journal, 10);
            assertThat(journal.read(3, 4, Integer.MAX_VALUE)).hasSize(4);
            assertThat(journal.read(3, 100, 2 * body(1).length)).hasSize(2);
            assertThat(journal.read(3, 100, 1)).hasSize(1);
            assertThat(journal.read(11, 100, 1)).isEmpty();
        }
    }

    @Test
    void theChainIsTheSameAfterReopening() {
        String hash;
        try (Journal journal = open()) {
            append(journal, 60);
            hash = journal.hashAt(60).orElseThrow();
        }
        try (Journal journal = open()) {
            assertThat(journal.hashAt(60)).contains(hash);
            assertThat(IntStream.range(0, 60).mapToObj(journal::hashAt).distinct()).hasSize(60);
        }
    }

    private static void flipBit(Path file, long at) throws IOException {
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
            bytes.seek(at);
            int old = bytes.read();
            bytes.seek(at);
            bytes.write(old ^ 1);
        }
    }

    private static void overwrite(Path file, long at, byte[] with) throws IOException {
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
            bytes.seek(at);
            bytes.write(with);
        }
    }
}
