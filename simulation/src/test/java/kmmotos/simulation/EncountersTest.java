package kmmotos.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import kmmotos.model.sync.EventType;
import kmmotos.simulation.faults.Coverage;
import kmmotos.simulation.faults.Coverage.Cell;
import kmmotos.simulation.faults.Coverage.State;
import kmmotos.simulation.faults.Fault;
import org.junit.jupiter.api.Test;

class EncountersTest {

    @Test
    void everyFaultMeetsEveryStateWithEveryKindOfFact() {
        assertThat(Encounters.of(0).failures()).isEmpty();
    }

    @Test
    void aCellThatNothingFellIntoIsNamed() {
        Coverage one =
                Encounter.run(1, Fault.BUSY, new Cell(State.BACKLOG, EventType.STOCK_RECEIVED))
                        .coverage();

        assertThat(one.empty())
                .contains("BUSY x BACKLOG x STOCK_ADJUSTED")
                .doesNotContain("BUSY x BACKLOG x STOCK_RECEIVED")
                .hasSizeGreaterThan(Coverage.cells() / 2);
    }
}
