package kmmotos.model.sync;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/// The first line of a snapshot, which then holds one [Policy] a line and ends with `{"end":<lines
/// between>}`.
///
/// @param cursor where the feed goes on after it
/// @param incarnation the journal of the till the server knows; absent for a new till
/// @param haveSeq the last journal entry of this till that the stock levels hold; later ones it
///   adds itself
/// @param counts how many lines of each type follow, for a progress bar
public record SnapshotHeader(
        Cursor cursor,
        java.util.Optional<UUID> incarnation,
        long haveSeq,
        SortedMap<String, Long> counts) {

    public SnapshotHeader {
        counts = Collections.unmodifiableSortedMap(new TreeMap<>(counts));
    }
}
