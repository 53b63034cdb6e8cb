package kmmotos.installers.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class InterruptionsTest {

    @Test
    void theLineIsDownForTheSecondHalfOfEachRound() {
        Interruptions interruptions = new Interruptions(100, 0);
        assertThat(LongStream.range(0, 1000).filter(interruptions::isOfflineAt).count())
                .isEqualTo(490);
        assertThat(interruptions.cuts()).isEqualTo(10);
    }

    @Test
    void aKillHappensOncePerRoundEvenWhenCountsAreSkipped() {
        Interruptions interruptions = new Interruptions(0, 100);
        LongStream.iterate(0, n -> n < 1000, n -> n + 7).forEach(interruptions::killsAt);
        assertThat(interruptions.kills()).isEqualTo(9);
    }

    @Test
    void zeroMeansNever() {
        Interruptions never = new Interruptions(0, 0);
        assertThat(never.isOfflineAt(77)).isFalse();
        assertThat(never.killsAt(77)).isFalse();
    }
}
