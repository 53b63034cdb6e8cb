package kmmotos.server.sync;

import java.util.UUID;
import kmmotos.model.stores.Till;
import kmmotos.model.sync.JournalEntry;

/// An entry that came with an upload, and whose journal it stands in.
///
/// @param hash the chain's hash after it, in hexadecimal
public record Arrived(Till till, UUID incarnation, JournalEntry entry, String hash) {

    public UUID eventId() {
        return entry.eventId();
    }
}
