package kmmotos.server.sync;

import java.util.UUID;
import kmmotos.model.sync.HashChain;

/// How far the server has one incarnation of a till's journal.
///
/// @param haveSeq everything up to here is stored
/// @param haveHash the chain's hash there, in hexadecimal
/// @param safeSeq everything up to here is in a verified backup
public record JournalStream(UUID incarnation, long haveSeq, String haveHash, long safeSeq) {

    public static JournalStream empty(UUID incarnation) {
        return new JournalStream(incarnation, 0, HashChain.START, 0);
    }
}
