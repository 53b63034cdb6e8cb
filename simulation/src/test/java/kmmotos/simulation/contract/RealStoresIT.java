package kmmotos.simulation.contract;

import static org.assertj.core.api.Assertions.assertThat;

import kmmotos.simulation.Comparison;
import kmmotos.simulation.Plan;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The same weeks over memory and over a real PostgreSQL with real H2 files. More of them: `./km
/// simulate --stores real`.
class RealStoresIT {

    private static final int DAYS = 2;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void memoryAndRealStoresLiveThroughTheSame(long seed) {
        Comparison comparison =
                Comparison.of(Plan.of(seed).withDays(DAYS), RealStoresOfTests.STORES);

        assertThat(comparison.differences()).isEmpty();
        assertThat(comparison.outcome().sales()).isPositive();
        assertThat(comparison.outcome().coverage().faults()).isPositive();
    }
}
