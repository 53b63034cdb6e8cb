package kmmotos.server.http;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;

/// Problems in the caller's language. The code writes them in English; other languages are in
/// `problems_*.properties`, by the problem's code. A code that is not there keeps its English text:
/// only the authors of programs meet it.
record ProblemTexts(Locale language) {

    private static final String BUNDLE = "kmmotos.server.http.problems";

    Problem of(Problem problem) {
        if (language.getLanguage().equals("en")) {
            return problem;
        }
        return problem.told(
                text("status." + problem.status(), Map.of()).orElse(problem.title()),
                text(problem.code(), problem.more()).orElse(problem.detail()),
                faults(problem.errors()));
    }

    private List<Problem.Fault> faults(List<Problem.Fault> faults) {
        return faults.stream()
                .map(fault ->
                        text("at." + fault.code(), fault.values()).map(fault::told).orElse(fault))
                .toList();
    }

    private Optional<String> text(String key, Map<String, Object> values) {
        ResourceBundle texts =
                ResourceBundle.getBundle(
                        BUNDLE, language, Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));
        if (!texts.containsKey(key)) {
            return Optional.empty();
        }
        String text = texts.getString(key);
        for (Map.Entry<String, Object> value : values.entrySet()) {
            text = text.replace("{" + value.getKey() + "}", value.getValue().toString());
        }
        return Optional.of(text);
    }
}
