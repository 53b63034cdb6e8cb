package kmmotos.desktop.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import kmmotos.desktop.ui.ScanBursts.Verdict;
import org.junit.jupiter.api.Test;

class ScanBurstsTest {
    private static final long MILLISECOND = 1_000_000;

    private final ScanBursts bursts = new ScanBursts(Duration.ofMillis(45));
    private long now;

    private Verdict type(String text, long gapMillis) {
        Verdict last = new Verdict.Release();
        for (int i = 0; i < text.length(); i++) {
            now += gapMillis * MILLISECOND;
            last = bursts.character(text.charAt(i), now);
        }
        return last;
    }

    private Verdict enterAfter(long millis) {
        now += millis * MILLISECOND;
        return bursts.enter(now);
    }

    private Verdict pauseOf(long millis) {
        now += millis * MILLISECOND;
        return bursts.pause(now);
    }

    @Test
    void sixQuickCharactersAndEnterAreAScan() {
        assertThat(type("123456", 3)).isEqualTo(new Verdict.Hold());
        assertThat(enterAfter(3)).isEqualTo(new Verdict.Scan("123456"));
    }

    @Test
    void aSlowWirelessScannerIsHeardToo() {
        type("7891000000014", 40);
        assertThat(enterAfter(40)).isEqualTo(new Verdict.Scan("7891000000014"));
    }

    @Test
    void fiveQuickCharactersAreFingers() {
        type("12345", 3);
        assertThat(enterAfter(3)).isEqualTo(new Verdict.Release());
    }

    @Test
    void fingersLetGoOfEachCharacterWhenTheNextComes() {
        type("1", 0);
        assertThat(type("2", 120)).isEqualTo(new Verdict.ReleaseThenHold());
    }

    @Test
    void aPauseLetsFingersThrough() {
        type("ab", 10);
        assertThat(pauseOf(20)).isEqualTo(new Verdict.Hold());
        assertThat(pauseOf(30)).isEqualTo(new Verdict.Release());
    }

    @Test
    void aScannerWithoutEnterIsHeardAfterAPause() {
        type("7891000000014", 5);
        assertThat(pauseOf(50)).isEqualTo(new Verdict.Scan("7891000000014"));
    }

    @Test
    void theLateEnterOfAScanPressesNothing() {
        type("7891000000014", 5);
        pauseOf(50);
        assertThat(enterAfter(60)).isEqualTo(new Verdict.Swallow());
        assertThat(enterAfter(60)).isEqualTo(new Verdict.Release());
    }

    @Test
    void anEnterMuchLaterIsThePersons() {
        type("7891000000014", 5);
        pauseOf(50);
        assertThat(enterAfter(400)).isEqualTo(new Verdict.Release());
    }

    @Test
    void twoScansInARowAreTwo() {
        type("1111111", 4);
        assertThat(type("2", 100)).isEqualTo(new Verdict.Scan("1111111"));
        type("222222", 4);
        assertThat(enterAfter(4)).isEqualTo(new Verdict.Scan("2222222"));
    }

    @Test
    void anotherKeyEndsABurstByHand() {
        type("12345678", 4);
        assertThat(bursts.otherKey()).isEqualTo(new Verdict.Release());
        assertThat(enterAfter(4)).isEqualTo(new Verdict.Release());
    }

    @Test
    void whatIsHeldIsBounded() {
        type("1".repeat(ScanBursts.MAX_LENGTH), 1);
        assertThat(type("2", 1)).isEqualTo(new Verdict.Scan("1".repeat(ScanBursts.MAX_LENGTH)));
    }
}
