package kmmotos.desktop.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import kmmotos.desktop.journal.Journal;
import kmmotos.desktop.journal.JournalSettings;
import kmmotos.desktop.journal.MemoryDisk;
import kmmotos.desktop.storage.StorageFailed;
import kmmotos.desktop.storage.TillDatabase;
import kmmotos.model.sales.SampleSales;
import kmmotos.model.sync.Event;
import kmmotos.model.sync.JournalEntry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A journal of more facts than one transaction takes, on a real H2 file.
@SuppressWarnings("NullAway.Init")
class ProjectionTest {
    private static final int FACTS = Projection.BATCH_FACTS + 100;
    private static final UUID INCARNATION = new UUID(1, 1);
    private static final Event FACT = new Event.StateDiffered(List.of("stock_level"));

    @TempDir Path temp;
    private Journal journal;
    private TillDatabase database;
    private DatabaseTables tables;

    @BeforeEach
    void recordMany() {
        journal = Journal.open(settings(), INCARNATION, Recorder::renumbered);
        for (int seq = 1; seq <= FACTS; seq++) {
            JournalEntry entry = JournalEntry.of(new UUID(2, seq), seq, SampleSales.AT, FACT);
            journal.append(entry.at(), 0, entry.canonicalBytes());
        }
        database = TillDatabase.open(temp.resolve("till"), "key", Stores.rows());
        tables = new DatabaseTables(database, Stores.create());
    }

    private static JournalSettings settings() {
        return new JournalSettings(
                Path.of("/journal"),
                Path.of("/marker"),
                Optional.empty(),
                1024 * 1024,
                new MemoryDisk());
    }

    @AfterEach
    void close() {
        database.close();
        journal.close();
    }

    private long appliedFacts() {
        return database.read(session ->
                session.createNativeQuery("select count(*) from applied_event", Long.class)
                        .getSingleResult());
    }

    @Test
    void itTellsHowManyFactsOfHowManyAreApplied() {
        List<String> told = new ArrayList<>();

        new Projection(new ReadFacts(journal), tables)
                .project((done, of) -> told.add(done + " of " + of));

        assertThat(told)
                .containsExactly(Projection.BATCH_FACTS + " of " + FACTS, FACTS + " of " + FACTS);
        assertThat(appliedFacts()).isEqualTo(FACTS);
    }

    @Test
    void aStopInTheMiddleGoesOnWhereTheLastTransactionEnded() {
        Projection stopped = new Projection(new ReadFacts(journal), new StoppedAfterOne(tables));

        assertThatThrownBy(() -> stopped.project(SyncProgress.NONE))
                .isInstanceOf(StorageFailed.class);
        JournalPoint reached = tables.read(SyncTables::applied).orElseThrow();
        assertThat(reached).isEqualTo(new JournalPoint(INCARNATION, Projection.BATCH_FACTS));
        assertThat(appliedFacts()).isEqualTo(Projection.BATCH_FACTS);

        List<Long> applied = new ArrayList<>();
        new Projection(new ReadFacts(journal), tables).project((done, _) -> applied.add(done));
        assertThat(applied).containsExactly((long) FACTS - Projection.BATCH_FACTS);
        assertThat(appliedFacts()).isEqualTo(FACTS);
    }

    @Test
    void nothingIsAskedOfTablesThatAreUpToDate() {
        Projection projection = new Projection(new ReadFacts(journal), new StoppedAfterOne(tables));
        new Projection(new ReadFacts(journal), tables).project(SyncProgress.NONE);

        projection.project(SyncProgress.NONE);
        projection.project(SyncProgress.NONE);

        assertThat(appliedFacts()).isEqualTo(FACTS);
    }

    /// Takes one transaction; the second fails when its work is done and leaves nothing behind.
    private static final class StoppedAfterOne implements TillTables {
        private final TillTables whole;
        private int transactions;

        StoppedAfterOne(TillTables whole) {
            this.whole = whole;
        }

        @Override
        public <T> T inTransaction(Function<SyncTables, T> work) {
            return whole.inTransaction(to -> {
                T done = work.apply(to);
                if (++transactions > 1) {
                    throw new StorageFailed("stopped here", new IllegalStateException());
                }
                return done;
            });
        }

        @Override
        public <T> T read(Function<SyncTables, T> work) {
            return whole.read(work);
        }
    }
}
