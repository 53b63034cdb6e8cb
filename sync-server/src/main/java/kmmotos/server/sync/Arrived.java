package kmmotos.server.sync;

import java.util.UUID;
import kmmotos.model.stores.Till;
import kmmotos.model.sync.HashChain;
import kmmotos.model.sync.JournalEntry;

/// An entry that came with an upload, and whose journal it stands in.
public record Arrived(Till till, UUID incarnation, BatchChain.Link link) {

    /// @param hash the chain's hash after the entry, in hexadecimal
    public Arrived(Till till, UUID incarnation, JournalEntry entry, String hash) {
        this(till, incarnation, BatchChain.Link.of(entry, hash));
    }

    public JournalEntry entry() {
        return link.entry();
    }

    /// The chain's hash after it, in hexadecimal.
    public String hash() {
        return link.hash();
    }

    /// The hash of its fact, in hexadecimal.
    public String factHash() {
        return HashChain.sha256Hex(link.fact());
    }

    public UUID eventId() {
        return entry().eventId();
    }
}
