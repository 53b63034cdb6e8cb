package kmmotos.desktop.journal;

import java.time.Instant;

/// One fact as it lies in the journal.
///
/// @param seq its number in this incarnation, from 1, without gaps
/// @param counter the last receipt number used in this incarnation's series, after this fact
/// @param hash SHA-256 of the hash before it and its body: the chain
/// @param body the fact's canonical bytes
@SuppressWarnings("ArrayRecordComponent") // read once and sent on; never compared
public record JournalRecord(long seq, Instant at, long counter, byte[] hash, byte[] body) {}
