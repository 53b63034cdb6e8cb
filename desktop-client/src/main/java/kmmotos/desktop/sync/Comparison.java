package kmmotos.desktop.sync;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import kmmotos.model.stores.Store;
import kmmotos.model.stores.Till;
import kmmotos.model.sync.Event;
import kmmotos.model.sync.StateDigest;
import kmmotos.model.sync.StateSum;
import kmmotos.model.sync.UploadAnswer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Once a night: whether the till's tables hold what the server would tell it. Each news was
/// applied once and in order, so they should; whatever damaged them without a word is found here,
/// told to people as a fact, and healed by a snapshot.
///
/// The two are compared only when they stand at the same place: all own facts confirmed, the feed
/// read to its end. In a busy shop that needs more than one try.
public final class Comparison {
    private static final Logger LOG = LoggerFactory.getLogger(Comparison.class);

    /// By the store's clock; the tills of a chain spread over the hours from then on.
    private static final LocalTime NIGHT = LocalTime.of(1, 0);

    private static final Duration SPREAD = Duration.ofHours(4);
    private static final Duration NEXT_TRY = Duration.ofMinutes(10);

    /// Shops open together: those that were switched off at night must not all ask then.
    private static final Duration AFTER_START = Duration.ofMinutes(30);

    private final TillEngine engine;
    private final SyncServer server;
    private final SyncBoard board;
    private final WaitingFacts waiting;
    private Instant notBefore;

    Comparison(TillEngine engine, SyncServer server, SyncBoard board) {
        this.engine = engine;
        this.server = server;
        this.board = board;
        this.waiting = new WaitingFacts(engine.journal());
        this.notBefore = now().plusSeconds(chance(AFTER_START));
    }

    private Instant now() {
        return engine.ports().clock().instant();
    }

    private long chance(Duration within) {
        return engine.ports().random().nextLong(within.toSeconds());
    }

    /// Compares if it is time to. A server that does not answer, or a till that has moved on
    /// meanwhile, is tried again later.
    synchronized void compareIfDue() {
        Instant now = now();
        if (board.status().backlog() == 0 && !waits(now) && isDue(now)) {
            notBefore = now.plus(NEXT_TRY);
            Optional<List<String>> _ = compare();
        }
    }

    /// A clock that was set back must not put it off for years.
    private boolean waits(Instant now) {
        return now.isBefore(notBefore) && now.plus(AFTER_START).isAfter(notBefore);
    }

    private boolean isDue(Instant now) {
        Optional<Instant> last = engine.tables().read(SyncTables::compared);
        if (last.isEmpty()) {
            engine.tables().write(to -> to.compared(now));
        }
        return last.filter(at -> at.isAfter(now) || at.isBefore(tillsOwnMoment(now))).isPresent();
    }

    /// The newest moment at which it was this till's turn.
    private Instant tillsOwnMoment(Instant now) {
        Till till = engine.ports().till();
        ZoneId zone =
                engine.tables()
                        .read(tables -> tables.store(till.storeId()))
                        .map(Store::timeZone)
                        .orElse(ZoneOffset.UTC);
        long turn = Math.floorMod(till.deviceId().hashCode(), SPREAD.toSeconds());
        ZonedDateTime tonight =
                now.atZone(zone).toLocalDate().atTime(NIGHT).plusSeconds(turn).atZone(zone);
        return (tonight.toInstant().isAfter(now) ? tonight.minusDays(1) : tonight).toInstant();
    }

    /// Compares now.
    ///
    /// @return the types of policy that differed; empty if the two could not be compared
    public synchronized Optional<List<String>> compare() {
        if (server.digest(engine.journal().incarnation())
                instanceof Reply.Answered<StateDigest>(StateDigest digest)) {
            Optional<Difference> found = engine.tables().read(tables -> difference(tables, digest));
            found.ifPresent(this::conclude);
            return found.map(Difference::types);
        }
        return Optional.empty();
    }

    /// @param types the types of policy that differ
    /// @param mayBeAFact whether a fact that the journal no longer keeps, and that waits for
    ///   people, may be why
    private record Difference(List<String> types, boolean mayBeAFact) {}

    /// Empty if the two can't be compared now. A fact of this journal that is not confirmed may
    /// stand where the server has one of a copy of this till.
    private Optional<Difference> difference(SyncTables tables, StateDigest digest) {
        JournalPoint end =
                new JournalPoint(engine.journal().incarnation(), engine.journal().endSeq());
        boolean isSamePlace =
                !tables.isSnapshotNeeded()
                        && tables.cursor().equals(Optional.of(digest.cursor()))
                        && tables.applied().equals(Optional.of(end))
                        && tables.confirmed().equals(Optional.of(end))
                        && digest.incarnation().equals(Optional.of(end.incarnation()))
                        && digest.haveSeq() == end.seq();
        return isSamePlace
                ? Optional.of(explain(tables, differing(tables, digest)))
                : Optional.empty();
    }

    private List<String> differing(SyncTables tables, StateDigest digest) {
        StateSum sum = new StateSum(engine.ports().till().storeId());
        tables.policies(engine.ports().till().storeId(), sum::add);
        List<String> differ = new ArrayList<>(differing(sum.sums(), digest.sums()));
        if (!digest.priceLists().stream().allMatch(tables::knowsPriceList)) {
            differ.add("price_list_published");
        }
        if (!digest.orders().map(sum.orders()::equals).orElse(true)) {
            differ.add("order_changed");
        }
        return differ;
    }

    /// Leaves out what a fact explains that waits for people: it moved the till's own figures, and
    /// not yet the server's.
    private Difference explain(SyncTables tables, List<String> differ) {
        boolean mayBeAFact = false;
        if (!differ.isEmpty()) {
            for (UploadAnswer.Quarantined fact : tables.quarantined()) {
                Optional<Set<String>> types = waiting.types(fact);
                types.ifPresent(differ::removeAll);
                mayBeAFact |= types.isEmpty();
            }
        }
        return new Difference(differ, mayBeAFact);
    }

    private static Set<String> differing(Map<String, String> mine, Map<String, String> theirs) {
        Set<String> types = new TreeSet<>(mine.keySet());
        types.addAll(theirs.keySet());
        types.removeIf(type ->
                Optional.ofNullable(mine.get(type)).equals(Optional.ofNullable(theirs.get(type))));
        return types;
    }

    /// The fact comes first: after a crash in between it is told twice rather than never.
    private void conclude(Difference found) {
        Instant now = now();
        boolean isSame = found.types().isEmpty();
        if (!isSame) {
            LOG.error(
                    "the till's tables differ from the server's in {}; taking a snapshot",
                    found.types());
        }
        if (!isSame && !found.mayBeAFact()) {
            engine.recorder().record(new Event.StateDiffered(found.types()));
            engine.recorder().project();
        }
        engine.tables()
                .write(to -> {
                    to.compared(now);
                    if (!isSame) {
                        to.needSnapshot();
                    }
                });
    }
}
