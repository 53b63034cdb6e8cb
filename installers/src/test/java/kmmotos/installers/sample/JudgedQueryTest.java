package kmmotos.installers.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class JudgedQueryTest {
    private static final List<JudgedQuery.Judged> JUDGED = JudgedQuery.all();

    @Test
    void thereAreEnoughOfThemInThreeLanguages() {
        assertThat(JUDGED.size()).isGreaterThanOrEqualTo(200);
        assertThat(JUDGED.stream().map(judged -> judged.query().language()).distinct())
                .containsExactlyInAnyOrder("pt", "es", "en");
        assertThat(JUDGED.stream().map(judged -> judged.query().query())).doesNotHaveDuplicates();
    }

    @Test
    void everyRuleMeansAProductAndNoneMeansTheWholeCatalogue() {
        int products = JudgedQuery.plainTexts().size();

        assertThat(JUDGED)
                .allSatisfy(judged ->
                        assertThat(judged.wanted().size())
                                .as(judged.query().query())
                                .isBetween(1, products / 10));
    }
}
