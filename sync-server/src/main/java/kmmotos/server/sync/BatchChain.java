package kmmotos.server.sync;

import java.util.ArrayList;
import java.util.List;
import kmmotos.model.sync.JournalEntry;
import kmmotos.model.sync.UploadBatch;
import kmmotos.server.http.Problem;

/// A batch with the chain's hash after each of its entries, worked out here from their bytes.
public record BatchChain(long fromSeq, String prevHash, List<Link> links) {

    /// An entry with all that can be worked out from it alone, before a transaction.
    ///
    /// @param hash the chain's after it, in hexadecimal
    /// @param fact see [JournalEntry#factBytes]
    @SuppressWarnings("ArrayRecordComponent")
    public record Link(JournalEntry entry, String hash, byte[] fact, JournalEntry.Reading reading) {

        public static Link of(JournalEntry entry, String hash) {
            return new Link(entry, hash, entry.factBytes(), entry.read());
        }
    }

    /// @throws kmmotos.server.http.Refusal if the entries' numbers do not run on
    public static BatchChain of(UploadBatch batch) {
        if (batch.fromSeq() < 1) {
            throw Problem.badRequest("broken_sequence", "A journal's entries count from 1.")
                    .refusal();
        }
        List<Link> links = new ArrayList<>();
        String hash = batch.prevHash();
        long seq = batch.fromSeq();
        for (JournalEntry entry : batch.events()) {
            if (entry.seq() != seq++) {
                throw Problem.badRequest(
                                "broken_sequence",
                                "Entry " + entry.seq() + " stands where " + (seq - 1) + " belongs.")
                        .refusal();
            }
            byte[] fact = entry.factBytes();
            hash = entry.hashAfter(hash, fact);
            links.add(new Link(entry, hash, fact, entry.read()));
        }
        return new BatchChain(batch.fromSeq(), batch.prevHash(), List.copyOf(links));
    }

    public long lastSeq() {
        return fromSeq + links.size() - 1;
    }

    /// The hash after this entry, which may be the one before the batch.
    public String hashAt(long seq) {
        return seq == fromSeq - 1 ? prevHash : links.get((int) (seq - fromSeq)).hash();
    }

    public List<Link> after(long seq) {
        return links.subList(Math.clamp(seq + 1 - fromSeq, 0, links.size()), links.size());
    }
}
