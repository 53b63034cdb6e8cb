package kmmotos.desktop.stock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import kmmotos.desktop.stock.CyclePlan.Candidate;
import kmmotos.model.catalog.Sku;
import org.junit.jupiter.api.Test;

class CyclePlanTest {

    private static final Instant NOW = Instant.parse("2026-11-21T14:00:00Z");

    @Test
    void whatSellsMostIsCountedMonthlyTheNextQuarterlyAndTheRestOnceAYear() {
        assertThat(dueAfter(29)).isEmpty();
        assertThat(dueAfter(30)).containsExactly("A");
        assertThat(dueAfter(89)).containsExactly("A");
        assertThat(dueAfter(90)).containsExactly("A", "B");
        assertThat(dueAfter(364)).containsExactly("A", "B");
        assertThat(dueAfter(365)).containsExactly("A", "B", "C", "D");
    }

    private static List<String> dueAfter(long days) {
        return due(
                List.of(
                        counted("D", 0, days),
                        counted("C", 5, days),
                        counted("B", 15, days),
                        counted("A", 80, days)),
                20);
    }

    @Test
    void whatWasNeverCountedComesFirstTheBestSellerBeforeAll() {
        assertThat(due(List.of(counted("A", 500, 45), never("B", 0), never("C", 400)), 20))
                .containsExactly("C", "B", "A");
    }

    @Test
    void whatIsMonthsLateComesBeforeWhatNeverSold() {
        assertThat(due(List.of(never("B", 0), counted("A", 500, 61)), 20))
                .containsExactly("A", "B");
    }

    @Test
    void noMoreThanAreWanted() {
        var items = List.of(never("A", 9), never("B", 0), never("C", 0));
        assertThat(due(items, 2)).containsExactly("A", "B");
        assertThat(due(items, -1)).isEmpty();
    }

    @Test
    void aShopThatSoldNothingCountsAllTheSame() {
        assertThat(due(List.of(never("A", 0), counted("B", 0, 364)), 20)).containsExactly("A");
    }

    private static List<String> due(List<Candidate> items, int atMost) {
        return CyclePlan.due(items, NOW, atMost).stream().map(Sku::value).toList();
    }

    private static Candidate counted(String sku, long sold, long daysAgo) {
        return new Candidate(new Sku(sku), sold, Optional.of(NOW.minus(Duration.ofDays(daysAgo))));
    }

    private static Candidate never(String sku, long sold) {
        return new Candidate(new Sku(sku), sold, Optional.empty());
    }
}
