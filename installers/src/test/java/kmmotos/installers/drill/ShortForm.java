package kmmotos.installers.drill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/// Runs a drill as the test suite has time for; `./km drill` runs longer ones.
final class ShortForm {
    private ShortForm() {}

    static void of(Drill drill) {
        String missing = drill.missing();
        assumeTrue(missing.isEmpty(), missing);
        Outcome outcome = drill.run(Drill.Scale.SHORT);
        assertThat(outcome.wrong()).as(outcome.toString()).isEmpty();
        assertThat(outcome.books().printed()).isPositive();
    }
}
