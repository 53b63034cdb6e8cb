package kmmotos.desktop.sync;

import java.time.Clock;
import java.util.List;
import kmmotos.desktop.journal.Journal;
import kmmotos.desktop.journal.JournalRecord;
import kmmotos.model.sync.UploadBatch;

/// Runs of this till's journal, signed, as the server and the neighbours take them.
public record Batches(Journal journal, BatchSigner signer, Program program, Clock clock) {

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
                        facts.stream().map(Projection::entry).toList(),
                        journal.endSeq(),
                        program.deviceClock(clock.instant()),
                        program.appVersion(),
                        "");
        return batch.signed(signer.signature(batch));
    }
}
