package kmmotos.simulation.mutants;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import kmmotos.simulation.LoneTill;
import kmmotos.simulation.LoneTill.Fate;
import kmmotos.simulation.Outcome;
import kmmotos.simulation.Plan;
import kmmotos.simulation.Simulation;
import kmmotos.simulation.Variant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Each rule of the protocol carries weight: without it some run breaks an invariant.
class MutantsTest {

    private static final Logger LOG = LoggerFactory.getLogger(MutantsTest.class);

    private static final int MAX_RUNS = 150;

    static Stream<String> mutants() {
        return VARIANTS.keySet().stream();
    }

    private static final Map<String, Variant> VARIANTS = variants();

    private static Map<String, Variant> variants() {
        Variant real = Variant.REAL;
        Map<String, Variant> all = new LinkedHashMap<>();
        all.put("no dedupe", real.withStore(BrokenServer::withoutDedupe));
        all.put(
                "no dedupe by id on re-journal",
                real.withStore(BrokenServer::dedupingWithinAJournal));
        all.put("dedupe by receipt number", real.withStore(BrokenServer::dedupingByReceipt));
        all.put("no hash check", real.withUploads(BrokenServer::withoutHashCheck));
        all.put("absolute stock", real.withStore(BrokenServer::withAbsoluteStock));
        all.put("count without cut", real.withStore(BrokenServer::countingWithoutCut));
        all.put("cash moved, not posted", real.withStore(BrokenServer::withoutPostingCash));
        all.put("feed by seq > last", real.withStore(BrokenServer::withFeedBySequence));
        all.put("no fsync", real.withDisk(BrokenTill::withoutForce));
        all.put("cursor before commit", real.withTables(BrokenTill::movingTheCursorFirst));
        all.put("no nightly comparison", real.withLine(BrokenLine::withoutDigest));
        all.put("reservation by read, then write", real.withRaces());
        all.put("a lease without a condition", real.withLeases(BrokenLeases::withoutCondition));
        all.put("a lease that ends by time alone", real.withLeases(BrokenLeases.endingByTime()));
        all.put("a lease that is not written down", real.withBook(BrokenLeases.withoutJournal()));
        return all;
    }

    /// A neighbour keeps what a till freed too early, so this is looked for where there is none.
    @Test
    void aTillAloneNoticesPruningAtTheAckWhenTheServerIsSetBack() {
        Variant broken = Variant.REAL.withLine(BrokenLine::pruningAtAck);

        assertThat(LoneTill.run(Fate.SERVER_SET_BACK, Variant.REAL)).isEmpty();
        assertThat(LoneTill.run(Fate.SERVER_SET_BACK, broken)).anyMatch(MutantsTest::isLost);
    }

    /// A neighbour brings what the till does not send again.
    @Test
    void aTillAloneNoticesTrustInItsOwnPositionWhenTheServerIsSetBack() {
        Variant broken = Variant.REAL.withLine(BrokenLine::trustingOwnPosition);

        assertThat(LoneTill.run(Fate.SERVER_SET_BACK, broken)).anyMatch(MutantsTest::isLost);
    }

    /// Each of the two alone is made good by what the other rule leaves.
    @Test
    void aTillAloneNoticesAnAckBeforeTheCommitByWhatItPruned() {
        Variant pruning = Variant.REAL.withLine(BrokenLine::pruningAtAck);
        Variant early = Variant.REAL.withStore(BrokenServer::acknowledgingEarly);
        Variant both = early.withLine(BrokenLine::pruningAtAck);

        assertThat(LoneTill.run(Fate.CUT, pruning)).isEmpty();
        assertThat(LoneTill.run(Fate.CUT, early)).isEmpty();
        assertThat(LoneTill.run(Fate.CUT, both)).anyMatch(MutantsTest::isLost);
    }

    private static boolean isLost(String violation) {
        return violation.startsWith("I1 a printed receipt is not on the server");
    }

    @ParameterizedTest
    @MethodSource("mutants")
    void someRunNotices(String name) {
        Variant broken = Objects.requireNonNull(VARIANTS.get(name));

        Optional<Outcome> noticed =
                LongStream.rangeClosed(1, MAX_RUNS)
                        .mapToObj(Plan::of)
                        .map(plan -> Simulation.run(plan, broken, _ -> {}))
                        .filter(outcome -> !outcome.holds())
                        .findFirst();

        assertThat(noticed).as("%s, over %d runs", name, MAX_RUNS).isPresent();
        LOG.info("{}: noticed by seed {}", name, noticed.orElseThrow().plan().seed());
    }
}
