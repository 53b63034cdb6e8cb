package kmmotos.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import kmmotos.simulation.faults.Fault;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A week in a chain of two shops, over and over, with everything that can go wrong. The long form
/// is `./km simulate`.
class SimulationTest {

    private static final Logger LOG = LoggerFactory.getLogger(SimulationTest.class);

    /// 30 till-years. More of them: `./km simulate`.
    private static final int RUNS = 400;

    @Test
    void nothingIsLostAndNothingCountsTwice() {
        SimulationReport report = new SimulationReport();
        long begin = System.nanoTime();

        List<Outcome> failed =
                LongStream.rangeClosed(1, RUNS)
                        .parallel()
                        .mapToObj(seed -> Simulation.run(Plan.of(seed)))
                        .peek(report::add)
                        .filter(outcome -> !outcome.holds())
                        .toList();

        LOG.info("seeds 1 to {}:\n{}", RUNS, report.text((System.nanoTime() - begin) / 1e9));
        assertThat(failed)
                .as("repeat with: %s", failed.stream().map(run -> run.plan().command()).toList())
                .isEmpty();
    }

    @Test
    void theSameSeedGivesTheSameRun() {
        List<String> first = new ArrayList<>();
        List<String> second = new ArrayList<>();

        Outcome once = Simulation.run(Plan.of(77), Variant.REAL, first::add);
        Outcome again = Simulation.run(Plan.of(77), Variant.REAL, second::add);

        assertThat(second).isEqualTo(first);
        assertThat(again.trace()).isEqualTo(once.trace());
    }

    @Test
    void anotherSeedGivesAnotherRun() {
        assertThat(Simulation.run(Plan.of(1)).trace())
                .isNotEqualTo(Simulation.run(Plan.of(2)).trace());
    }

    @Test
    void withoutFaultsEveryReceiptArrives() {
        Outcome outcome = Simulation.run(Plan.of(5).withFaults(Set.of()));

        assertThat(outcome.violations()).isEmpty();
        assertThat(outcome.sales()).isPositive();
        assertThat(outcome.coverage().faults()).isZero();
    }

    @Test
    void everyKindOfFaultHappens() {
        SimulationReport report = new SimulationReport();
        LongStream.rangeClosed(1, 20).forEach(seed -> report.add(Simulation.run(Plan.of(seed))));

        assertThat(Fault.values()).allMatch(fault -> report.coverage().of(fault) > 0);
    }
}
