package kmmotos.desktop.sync;

import java.time.Clock;
import java.util.List;
import kmmotos.desktop.journal.Journal;
import kmmotos.desktop.journal.JournalRecord;
import kmmotos.model.sync.UploadBatch;

/// Runs of this till's journal, signed, as the server and the neighbours take them.
public final class Batches {
    private final Journal journal;
    private final ReadFacts read;
    private final Clock clock;
    private final BatchSigner signer;
    private final Program program;

    public Batches(TillEngine engine, BatchSigner signer, Program program) {
        this.journal = engine.journal();
        this.read = engine.read();
        this.clock = engine.ports().clock();
        this.signer = signer;
        this.program = program;
    }

    public Journal journal() {
        return journal;
    }

    /// What comes after this place, at most so many facts.
    ///
    /// @throws java.util.NoSuchElementException if the chain's hash there is not known
    public UploadBatch after(JournalPoint have, int maxEvents) {
        List<JournalRecord> facts = journal.read(have.seq() + 1, maxEvents, UploadBatch.MAX_BYTES);
        UploadBatch batch =
                new UploadBatch(
                        have.incarnation(),
                        have.seq() + 1,
                        journal.hashAt(have.seq()).orElseThrow(),
                        facts.stream().map(read::entry).toList(),
                        journal.endSeq(),
                        program.deviceClock(clock.instant()),
                        program.appVersion(),
                        "");
        return batch.signed(signer.signature(batch));
    }
}
