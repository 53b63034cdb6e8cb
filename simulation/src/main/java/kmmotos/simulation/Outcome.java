package kmmotos.simulation;

import java.util.List;
import kmmotos.simulation.faults.Coverage;

/// What came of a run.
///
/// @param violations of the invariants, one sentence each; empty if all held
/// @param drawn how many faults the seed drew
/// @param trace the same for the same plan
public record Outcome(
        Plan plan,
        List<String> violations,
        long trace,
        long sales,
        long facts,
        int drawn,
        Coverage coverage) {

    public Outcome {
        violations = List.copyOf(violations);
    }

    public boolean holds() {
        return violations.isEmpty();
    }
}
