package kmmotos.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ProblemTextsTest {

    private static final Pattern PLACE = Pattern.compile("\\{[a-z_]+}");

    private final ResourceBundle portuguese = bundle("pt-BR");
    private final ResourceBundle spanish = bundle("es");

    @Test
    void everyTextIsThereInEachLanguageWithTheSamePlaces() {
        assertThat(portuguese.keySet()).isEqualTo(spanish.keySet());
        assertThat(portuguese.keySet())
                .allSatisfy(key ->
                        assertThat(places(portuguese.getString(key)))
                                .as(key)
                                .isEqualTo(places(spanish.getString(key))));
    }

    @Test
    void aValueTakesItsPlace() {
        Problem problem =
                Problem.of(422, "too_many_lines", "A cart has at most 100 lines.")
                        .with("limit", 100)
                        .at(
                                "/password",
                                "invalid_password",
                                "8 to 20",
                                Map.of("least", 8, "most", 20));

        Problem told = new ProblemTexts(Locale.forLanguageTag("pt-BR")).of(problem);

        assertThat(told.detail()).isEqualTo("Um carrinho tem no máximo 100 linhas.");
        assertThat(told.title()).isEqualTo("Não é possível assim");
        assertThat(told.code()).isEqualTo("too_many_lines");
        assertThat(told.errors().getFirst().detail())
                .isEqualTo("Uma senha tem de 8 a 20 caracteres.");
    }

    @Test
    void whatOnlyProgrammersMeetKeepsItsEnglishText() {
        Problem problem = Problem.badRequest("malformed_gzip", "The body is not gzip.");

        assertThat(new ProblemTexts(Locale.forLanguageTag("es")).of(problem).detail())
                .isEqualTo("The body is not gzip.");
        assertThat(new ProblemTexts(Locale.ENGLISH).of(problem)).isSameAs(problem);
    }

    private static Set<String> places(String text) {
        return PLACE.matcher(text).results().map(MatchResult::group).collect(Collectors.toSet());
    }

    private static ResourceBundle bundle(String language) {
        return ResourceBundle.getBundle(
                "kmmotos.server.http.problems",
                Locale.forLanguageTag(language),
                Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));
    }
}
