package kmmotos.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.TreeSet;
import kmmotos.simulation.faults.Coverage;
import org.junit.jupiter.api.Test;

class ShrinkingTest {

    @Test
    void onlyTheFaultsThatMatterAreLeft() {
        Outcome failed = new Outcome(Plan.of(1), List.of("I1 lost"), 0, 0, 0, 40, new Coverage());

        Plan small =
                new Shrinking(plan ->
                        plan.days() >= 3
                                && plan.only()
                                        .map(some -> some.containsAll(List.of(7, 31)))
                                        .orElse(true))
                        .shrink(failed);

        assertThat(small.days()).isEqualTo(3);
        assertThat(small.only()).contains(new TreeSet<>(List.of(7, 31)));
        assertThat(small.command()).contains("--seed 1", "--days 3", "--only 7,31");
    }
}
