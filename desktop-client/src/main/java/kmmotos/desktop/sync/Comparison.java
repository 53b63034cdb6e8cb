package kmmotos.desktop.sync;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import kmmotos.model.sync.Event;
import kmmotos.model.sync.StateDigest;
import kmmotos.model.sync.StateSum;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Whether the till's tables hold what the server would tell it. Each news was applied once and in
/// order, so they should; whatever damaged them without a word is found here, told to people as a
/// fact, and healed by a snapshot.
///
/// The two are compared only when they stand at the same place: all own facts confirmed, the feed
/// read to its end. In a busy shop that needs more than one try.
public final class Comparison {
    private static final Logger LOG = LoggerFactory.getLogger(Comparison.class);

    private final TillEngine engine;
    private final SyncServer server;

    Comparison(TillEngine engine, SyncServer server) {
        this.engine = engine;
        this.server = server;
    }

    /// Compares now.
    ///
    /// @return the types of policy that differed; empty if the two could not be compared
    public synchronized Optional<List<String>> compare() {
        if (server.digest(engine.journal().incarnation())
                instanceof Reply.Answered<StateDigest>(StateDigest digest)) {
            Optional<List<String>> found =
                    engine.tables().read(tables -> differences(tables, digest));
            found.ifPresent(this::conclude);
            return found;
        }
        return Optional.empty();
    }

    /// The types that differ; empty if the two can't be compared now.
    private Optional<List<String>> differences(SyncTables tables, StateDigest digest) {
        JournalPoint end =
                new JournalPoint(engine.journal().incarnation(), engine.journal().endSeq());
        boolean isSamePlace =
                !tables.isSnapshotNeeded()
                        && tables.cursor().equals(Optional.of(digest.cursor()))
                        && tables.applied().equals(Optional.of(end))
                        && digest.incarnation().equals(Optional.of(end.incarnation()))
                        && digest.haveSeq() == end.seq();
        return isSamePlace ? Optional.of(differing(tables, digest)) : Optional.empty();
    }

    private List<String> differing(SyncTables tables, StateDigest digest) {
        StateSum sum = new StateSum(engine.ports().till().storeId());
        tables.policies(engine.ports().till().storeId(), sum::add);
        List<String> differ = new ArrayList<>(differing(sum.sums(), digest.sums()));
        if (!digest.priceLists().stream().allMatch(tables::knowsPriceList)) {
            differ.add("price_list_published");
        }
        return differ;
    }

    private static Set<String> differing(Map<String, String> mine, Map<String, String> theirs) {
        Set<String> types = new TreeSet<>(mine.keySet());
        types.addAll(theirs.keySet());
        types.removeIf(type ->
                Optional.ofNullable(mine.get(type)).equals(Optional.ofNullable(theirs.get(type))));
        return types;
    }

    /// The fact comes first: after a crash in between it is told twice rather than never.
    private void conclude(List<String> types) {
        if (!types.isEmpty()) {
            LOG.error("the till's tables differ from the server's in {}; taking a snapshot", types);
            engine.recorder().record(new Event.StateDiffered(types));
            engine.recorder().project();
            engine.tables().write(SyncTables::needSnapshot);
        }
    }
}
