package kmmotos.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import kmmotos.simulation.faults.Coverage;
import kmmotos.simulation.faults.Coverage.Cell;
import kmmotos.simulation.faults.Fault;

/// All encounters there are: each fault in each state of the protocol with each kind of fact as the
/// newest.
///
/// @param failures what did not hold, and cells that stayed empty and are not excused
record Encounters(List<String> failures) {

    private record Planned(long seed, Fault fault, Cell cell) {}

    /// @param round another one has other chances
    static Encounters of(int round) {
        List<Planned> planned = new ArrayList<>();
        Coverage.forEachCell((fault, cell) ->
                planned.add(new Planned(planned.size() + 10_000L * round, fault, cell)));
        List<Encounter.Result> results =
                planned.parallelStream()
                        .map(one -> Encounter.run(one.seed(), one.fault(), one.cell()))
                        .toList();
        Coverage coverage = new Coverage();
        results.forEach(result -> coverage.add(result.coverage()));
        return new Encounters(
                Stream.concat(
                                results.stream().flatMap(result -> result.violations().stream()),
                                coverage.empty().stream().map(cell -> "empty: " + cell))
                        .toList());
    }

    String text() {
        return "%,d encounters (fault x state x fact), %d excused"
                .formatted(Coverage.cells(), Coverage.EXCUSED.size());
    }
}
