package kmmotos.desktop.sync;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kmmotos.desktop.journal.Journal;
import kmmotos.desktop.journal.JournalRecord;
import kmmotos.model.sync.JournalEntry;
import kmmotos.model.sync.UploadBatch;
import org.jspecify.annotations.Nullable;

/// Runs of this till's journal, signed, as the server and the neighbours take them.
public final class Batches {

    private record Known(JournalRecord fact, JournalEntry entry) {}

    private final Journal journal;
    private final BatchSigner signer;
    private final Program program;
    private final Clock clock;
    private Map<Long, Known> last = Map.of();

    public Batches(Journal journal, BatchSigner signer, Program program, Clock clock) {
        this.journal = journal;
        this.signer = signer;
        this.program = program;
        this.clock = clock;
    }

    public Journal journal() {
        return journal;
    }

    /// What comes after this place, at most so many facts.
    ///
    /// @throws java.util.NoSuchElementException if the chain's hash there is not known
    public synchronized UploadBatch after(JournalPoint have, int maxEvents) {
        List<JournalRecord> facts = journal.read(have.seq() + 1, maxEvents, UploadBatch.MAX_BYTES);
        UploadBatch batch =
                new UploadBatch(
                        have.incarnation(),
                        have.seq() + 1,
                        journal.hashAt(have.seq()).orElseThrow(),
                        entries(facts),
                        journal.endSeq(),
                        program.deviceClock(clock.instant()),
                        program.appVersion(),
                        "");
        return batch.signed(signer.signature(batch));
    }

    /// The facts of the last batch, which go again until an answer comes, are not parsed again.
    private List<JournalEntry> entries(List<JournalRecord> facts) {
        Map<Long, Known> now = new HashMap<>();
        List<JournalEntry> entries = new ArrayList<>();
        for (JournalRecord fact : facts) {
            Known known = known(fact);
            now.put(fact.seq(), known);
            entries.add(known.entry());
        }
        last = now;
        return entries;
    }

    private Known known(JournalRecord fact) {
        @Nullable Known known = last.get(fact.seq());
        return known != null && Arrays.equals(known.fact().hash(), fact.hash())
                ? known
                : new Known(fact, Projection.entry(fact));
    }
}
