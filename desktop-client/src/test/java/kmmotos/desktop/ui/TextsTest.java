package kmmotos.desktop.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TextsTest {
    private static final Path SOURCES = Path.of("src", "main", "java");
    private static final Path RESOURCES = Path.of("src", "main", "resources", "kmmotos", "desktop");
    private static final Pattern PLACE = Pattern.compile("\\{\\d}");

    static Stream<Path> bundles() throws IOException {
        try (var files = Files.walk(RESOURCES)) {
            return files.filter(file -> file.endsWith("texts.properties")).toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void everyTextIsThereInEveryLanguage(Path english) {
        for (var language : List.of("pt_BR", "es")) {
            var translated = read(english.resolveSibling("texts_" + language + ".properties"));
            assertThat(translated.stringPropertyNames())
                    .as(language)
                    .isEqualTo(read(english).stringPropertyNames());
        }
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void aTranslationSaysTheSameThings(Path english) {
        var texts = read(english);
        for (var language : List.of("pt_BR", "es")) {
            var translated = read(english.resolveSibling("texts_" + language + ".properties"));
            for (var key : texts.stringPropertyNames()) {
                assertThat(places(translated.getProperty(key)))
                        .as(language + " " + key)
                        .isEqualTo(places(texts.getProperty(key)));
            }
        }
    }

    @Test
    void everyTextAScreenAsksForExists() throws IOException {
        var known = bundles().flatMap(TextsTest::keys).collect(Collectors.toSet());
        var features =
                known.stream()
                        .map(key -> key.substring(0, key.indexOf('.')))
                        .collect(Collectors.joining("|"));
        var asked = Pattern.compile("\"((?:" + features + ")\\.[a-z_.]*[a-z_])\"");
        var missing = new TreeSet<String>();
        for (var source : sources()) {
            var matcher = asked.matcher(Files.readString(source));
            while (matcher.find()) {
                if (!isKnown(known, matcher.group(1))) {
                    missing.add(matcher.group(1));
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void argumentsAreWrittenAsTheLanguageWritesThem() {
        assertThat(new Texts(Texts.PORTUGUESE).get("sales.found.stock", 1234))
                .isEqualTo("1.234 em estoque");
    }

    @Test
    void countingFollowsTheLanguage() {
        assertThat(new Texts(Texts.LANGUAGES.getFirst()).count("staff.pin.wrong", 1))
                .isEqualTo("Wrong PIN. 1 try left.");
        assertThat(new Texts(Texts.LANGUAGES.getFirst()).count("staff.pin.wrong", 0))
                .isEqualTo("Wrong PIN. 0 tries left.");
        assertThat(new Texts(Texts.PORTUGUESE).count("staff.pin.wrong", 0))
                .isEqualTo("PIN errado. Resta 0 tentativa.");
    }

    @Test
    void aMissingTextIsShownAndNothingBreaks() {
        assertThat(new Texts(Texts.SPANISH).get("sales.no_such_text"))
                .isEqualTo("!sales.no_such_text!");
    }

    private static boolean isKnown(Set<String> known, String key) {
        return key.endsWith(".properties")
                || known.contains(key)
                || known.contains(key + ".one")
                || known.stream().anyMatch(other -> other.startsWith(key));
    }

    private static List<Path> sources() throws IOException {
        try (var files = Files.walk(SOURCES)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }

    private static Stream<String> keys(Path bundle) {
        return read(bundle).stringPropertyNames().stream();
    }

    private static Set<String> places(String text) {
        return PLACE.matcher(text)
                .results()
                .map(result -> result.group())
                .collect(Collectors.toSet());
    }

    private static Properties read(Path file) {
        var texts = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
            texts.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts;
    }
}
