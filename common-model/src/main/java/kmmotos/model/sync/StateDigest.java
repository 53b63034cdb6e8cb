package kmmotos.model.sync;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/// What the server would put into a till's snapshot now, summed up: the till compares it with what
/// it has, if both stand at the same place.
///
/// @param cursor the feed's position it stands for
/// @param incarnation the till's journal that the stock figures hold; absent if none came yet
/// @param haveSeq up to where they hold it
/// @param sums by type of policy, see [StateSum#sums]
/// @param orders see [StateSum#orders]; absent from a server that does not sum them up
/// @param priceLists the ids of the lists that are in force or will be
public record StateDigest(
        Cursor cursor,
        Optional<UUID> incarnation,
        long haveSeq,
        SortedMap<String, String> sums,
        Optional<String> orders,
        List<String> priceLists) {

    public StateDigest {
        sums = Collections.unmodifiableSortedMap(new TreeMap<>(sums));
        priceLists = List.copyOf(priceLists);
    }
}
