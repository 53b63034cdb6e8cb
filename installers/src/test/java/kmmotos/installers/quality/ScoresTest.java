package kmmotos.installers.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ScoresTest {
    private static final UUID A = new UUID(0, 1);
    private static final UUID B = new UUID(0, 2);
    private static final UUID C = new UUID(0, 3);

    private final Scores scores = new Scores();

    @Test
    void theBestOrderIsOne() {
        scores.add(List.of(A, B, C), Set.of(A, B));

        assertThat(scores.gain()).isEqualTo(1);
        assertThat(scores.reciprocalRank()).isEqualTo(1);
        assertThat(scores.hitShare()).isEqualTo(1);
    }

    @Test
    void aWantedProductFurtherDownCountsLess() {
        scores.add(List.of(C, A), Set.of(A));

        assertThat(scores.reciprocalRank()).isEqualTo(0.5);
        assertThat(scores.gain()).isCloseTo(0.6309, within(0.0001));
    }

    @Test
    void whatIsNotFoundCountsNothing() {
        scores.add(List.of(C), Set.of(A));
        scores.add(List.of(), Set.of(B));

        assertThat(scores.queries()).isEqualTo(2);
        assertThat(scores.hitShare()).isZero();
        assertThat(scores.gain()).isZero();
    }

    @Test
    void fewWantedProductsAreMeasuredByHowManyThereAre() {
        scores.add(List.of(A), Set.of(A));

        assertThat(scores.gain()).isEqualTo(1);
    }
}
