package kmmotos.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RateLimitTest {

    private static final long SECOND = 1_000_000_000;

    private final RateLimit limit = new RateLimit("test", 60, Duration.ofMinutes(1));

    @Test
    void allMayBeUsedAtOnceAndComeBackOneByOne() {
        for (int left = 59; left >= 0; left--) {
            assertThat(limit.take("a", 0).left().remaining()).isEqualTo(left);
        }

        RateLimit.Taken refused = limit.take("a", SECOND / 2);
        assertThat(refused.refused()).isTrue();
        assertThat(refused.retryAfter()).isEqualTo(Duration.ofMillis(500));
        assertThat(refused.left().remaining()).isZero();
        assertThat(limit.take("a", SECOND).refused()).isFalse();
        assertThat(limit.take("a", SECOND).refused()).isTrue();
    }

    @Test
    void whoIsRefusedAndAsksOnDoesNotWaitLonger() {
        IntStream.range(0, 1_000).forEach(_ -> limit.take("a", 0));

        assertThat(limit.take("a", SECOND).refused()).isFalse();
    }

    @Test
    void oneCallerDoesNotUseAnothersAllowance() {
        IntStream.range(0, 60).forEach(_ -> limit.take("a", 0));

        assertThat(limit.take("b", 0).left().remaining()).isEqualTo(59);
    }

    @Test
    void whoHasAllOfItAgainIsForgottenWhenThereAreMany() {
        IntStream.range(0, RateLimit.MANY).forEach(i -> limit.take("caller " + i, 0));
        limit.take("another", 2 * SECOND);

        assertThat(limit.callers()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "203.0.113.9, 203.0.113.9",
        "2001:db8:1:2:3:4:5:6, 20010db800010002",
        "2001:db8:1:2::1, 20010db800010002",
        "evil.example, unknown",
        "'', unknown",
    })
    void anAddressOfIpv6CountsAsItsNetwork(String address, String network) {
        assertThat(Proxies.network(address)).isEqualTo(network);
    }
}
