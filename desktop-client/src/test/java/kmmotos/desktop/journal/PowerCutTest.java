package kmmotos.desktop.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/// The power is cut at every single step of a journal's life: what was confirmed is there, in
/// order, and nothing but the fact that was being written may be there besides.
class PowerCutTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Path ROOT = Path.of("/till").toAbsolutePath();
    private static final int CHANCES = 4;

    /// What somebody at the counter was told.
    private static final class Counter {
        private final List<String> confirmed = new ArrayList<>();
        private String tried = "";
        private int freed;

        void sell(Journal journal, int facts) {
            for (int i = 0; i < facts; i++) {
                tried = "fact " + confirmed.size() + " " + "x".repeat(60);
                journal.append(NOON, confirmed.size() + 1L, tried.getBytes(StandardCharsets.UTF_8));
                confirmed.add(tried);
            }
        }

        void free(Journal journal, int facts) {
            freed = facts;
            journal.prune(facts, NOON.plusSeconds(1));
        }
    }

    private static JournalSettings on(Disk disk) {
        return new JournalSettings(
                ROOT.resolve("journal"), ROOT.resolve("marker"), Optional.empty(), 1024, disk);
    }

    private static Journal open(Disk disk, RandomGenerator ids) {
        return Journal.open(on(disk), new UUID(ids.nextLong(), ids.nextLong()), Renumbering.none());
    }

    private static void live(Disk disk, Counter counter, RandomGenerator ids) {
        try (Journal journal = open(disk, ids)) {
            counter.sell(journal, 12);
            journal.beginIncarnation(new UUID(ids.nextLong(), ids.nextLong()), Renumbering.none());
            counter.sell(journal, 8);
            counter.free(journal, 12);
            counter.sell(journal, 3);
        }
        try (Journal journal = open(disk, ids)) {
            counter.sell(journal, 3);
        }
    }

    private static List<String> kept(Journal journal) {
        return journal.read(1, Integer.MAX_VALUE, Integer.MAX_VALUE).stream()
                .map(fact -> new String(fact.body(), StandardCharsets.UTF_8))
                .toList();
    }

    @Test
    void whatWasConfirmedSurvivesAPowerCutAtEveryStep() {
        int cuts = 0;
        for (boolean isCut = true; isCut; cuts++) {
            isCut = false;
            for (int seed = 0; seed < CHANCES; seed++) {
                isCut |= survives(cuts, new Random(seed));
            }
        }
        assertThat(cuts).isGreaterThan(150);
    }

    private static boolean survives(int steps, Random chance) {
        MemoryDisk disk = new MemoryDisk();
        disk.cutAfter(steps);
        Counter counter = new Counter();
        boolean isCut = false;
        try {
            live(disk, counter, chance);
        } catch (MemoryDisk.PowerCut _) {
            isCut = true;
        }
        MemoryDisk found = disk.afterPowerCut(chance);
        check(found, counter, chance, "cut after step " + steps);
        check(found.afterPowerCut(chance), counter, chance, "cut again after step " + steps);
        return isCut;
    }

    private static void check(Disk disk, Counter counter, Random ids, String when) {
        try (Journal journal = open(disk, ids)) {
            List<String> kept = new ArrayList<>(kept(journal));
            if (isUnsure(kept, counter)) {
                counter.confirmed.add(counter.tried);
            }
            List<String> confirmed = counter.confirmed;
            assertThat(confirmed).as(when).endsWith(kept.toArray(String[]::new));
            assertThat(kept).as(when).hasSizeGreaterThanOrEqualTo(confirmed.size() - counter.freed);
            assertThat(journal.readiness()).as(when).isInstanceOf(Readiness.Ready.class);
            counter.sell(journal, 1);
        }
    }

    /// The fact that was being written may be there or not; if it is, it stays.
    private static boolean isUnsure(List<String> kept, Counter counter) {
        return !counter.confirmed.contains(counter.tried)
                && !kept.isEmpty()
                && kept.getLast().equals(counter.tried);
    }
}
