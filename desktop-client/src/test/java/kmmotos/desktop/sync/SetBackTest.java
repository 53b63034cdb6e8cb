package kmmotos.desktop.sync;

import static kmmotos.desktop.sync.Rung.PAD;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import kmmotos.desktop.TestTill;
import kmmotos.desktop.Till;
import kmmotos.model.money.Quantity;
import kmmotos.model.sync.Event;
import kmmotos.model.sync.JournalEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A till or a server goes back to an older state of itself, or lives twice.
class SetBackTest {
    private static final Clock LATER = Clock.offset(TestTill.CLOCK, Duration.ofDays(61));

    @TempDir Path temp;
    private final FakeServer server = new FakeServer();

    private void sell(SyncedTill synced, int sales) {
        for (int i = 0; i < sales; i++) {
            Rung.up(synced.till(), PAD, 1);
        }
        synced.settle();
    }

    @Test
    void twoTillsClonedFromOneImageBothDeliverAllTheySoldInSeriesOfTheirOwn() throws IOException {
        try (SyncedTill synced = SyncedTill.open(temp, server)) {
            sell(synced, 1);
        }
        Path second = temp.resolve("second");
        Files.createDirectories(second);
        Trees.copy(temp.resolve("till"), second.resolve("till"));
        UUID first;
        try (SyncedTill synced = SyncedTill.open(temp, server)) {
            sell(synced, 2);
            first = synced.till().journal().incarnation();
        }
        try (SyncedTill clone = SyncedTill.open(second, server)) {
            assertThat(clone.till().journal().incarnation()).isEqualTo(first);
            sell(clone, 3);
            assertThat(clone.till().journal().incarnation()).isNotEqualTo(first);
            assertThat(Rung.up(clone.till(), PAD, 1).receiptNumber().series()).isEqualTo(2);
            clone.settle();
            assertThat(Rung.onHand(clone.till(), PAD)).isEqualTo(Quantity.of(3));
        }
        try (SyncedTill synced = SyncedTill.open(temp, server)) {
            sell(synced, 1);
            assertThat(synced.till().journal().incarnation()).isEqualTo(first);
        }
        assertThat(server.events()).hasSize(1 + 2 + 4 + 1);
    }

    @Test
    void aJournalOlderThanTheDatabaseBeginsANewOne() throws IOException {
        Path journal = temp.resolve("till/journal");
        try (SyncedTill synced = SyncedTill.open(temp, server)) {
            sell(synced, 1);
        }
        Trees.copy(journal, temp.resolve("image"));
        try (SyncedTill synced = SyncedTill.open(temp, server)) {
            sell(synced, 2);
        }
        Trees.delete(journal);
        Trees.copy(temp.resolve("image"), journal);
        Files.delete(temp.resolve("till.marker"));
        try (SyncedTill synced = SyncedTill.open(temp, server)) {
            assertThat(synced.till().findings()).anyMatch(note -> note.contains("set back"));
            assertThat(synced.till().journal().series()).isEqualTo(2);
            sell(synced, 1);
            assertThat(server.events()).hasSize(4);
            assertThat(Rung.onHand(synced.till(), PAD)).isEqualTo(Quantity.of(6));
        }
    }

    @Test
    void aSnapshotOfAServerThatWasSetBackIsFollowedByOneThatHoldsAllAgain() {
        try (SyncedTill synced = SyncedTill.open(temp, server)) {
            Till till = synced.till();
            sell(synced, 2);
            UUID older = till.journal().incarnation();
            server.alterHash(older, 2);
            sell(synced, 1);
            UUID newer = till.journal().incarnation();
            assertThat(newer).isNotEqualTo(older);
            int before = server.snapshots();

            server.forgetJournal(newer, older);
            server.askForSnapshot();
            var _ = synced.download().run();
            var _ = synced.download().run();
            assertThat(synced.status().backlog()).isEqualTo(3);
            synced.settle();

            assertThat(server.snapshots()).isEqualTo(before + 2);
            assertThat(server.events()).hasSize(3);
            assertThat(Rung.onHand(till, PAD)).isEqualTo(Quantity.of(7));
        }
    }

    @Test
    void whatTheServerLostBeyondTheKeptFactsIsToldToPeopleOnce() {
        try (SyncedTill synced = SyncedTill.open(temp, server)) {
            record(synced, 400);
            server.safe(400);
            synced.settle();
        }
        try (SyncedTill synced =
                SyncedTill.open(TestTill.enrolled(temp).withClock(LATER), server)) {
            Till till = synced.till();
            synced.settle();
            UUID old = till.journal().incarnation();
            long firstKept = till.journal().firstSeq();
            assertThat(firstKept).isGreaterThan(6);
            server.safe(0);
            server.forgetAfter(old, 5);

            synced.settle();
            sell(synced, 1);

            assertThat(missing()).containsExactly(new Event.FactsMissing(old, 6, firstKept - 1));
            assertThat(server.events()).hasSize(5 + 400 - (int) firstKept + 1 + 1 + 1);
            assertThat(till.journal().series()).isEqualTo(2);
            assertThat(synced.status().backlog()).isZero();
        }
    }

    private List<Event> missing() {
        return server.events().values().stream()
                .filter(entry -> entry.type().equals("facts_missing"))
                .map(JournalEntry::read)
                .map(read -> ((JournalEntry.Reading.Known) read).event())
                .toList();
    }

    private static void record(SyncedTill synced, int sales) {
        for (int i = 0; i < sales; i++) {
            Rung.recorded(synced.till(), PAD, 1);
        }
        synced.till().recorder().project();
    }

    @Test
    void nothingIsFreedThatTheServerDoesNotHaveWhateverItCallsSafe() {
        try (SyncedTill synced =
                SyncedTill.open(TestTill.enrolled(temp).withClock(LATER), server)) {
            record(synced, 900);
        }
        Clock muchLater = Clock.offset(LATER, Duration.ofDays(61));
        try (SyncedTill synced =
                SyncedTill.open(TestTill.enrolled(temp).withClock(muchLater), server)) {
            server.safe(900);
            var _ = synced.upload().run();
            assertThat(synced.till().journal().firstSeq()).isBetween(2L, 501L);
            synced.settle();
            assertThat(server.events()).hasSize(900);
        }
    }

    @Test
    void aKeptSnapshotThatCannotBeReadDoesNotStopTheStart() throws IOException {
        try (SyncedTill synced = SyncedTill.open(temp, server)) {
            sell(synced, 1);
        }
        Files.delete(temp.resolve("till/database/till.mv.db"));
        Files.write(temp.resolve("till/snapshot/newest.ndjson.gz"), new byte[] {1, 2, 3});
        try (SyncedTill synced = SyncedTill.open(temp, server)) {
            assertThat(synced.till().findings()).anyMatch(note -> note.contains("kept snapshot"));
            synced.settle();
            assertThat(Rung.onHand(synced.till(), PAD)).isEqualTo(Quantity.of(9));
        }
    }
}
