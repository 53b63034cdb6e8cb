package kmmotos.desktop.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every feature speaks every language, in full.
class BundlesTest {

    private static final Path RESOURCES = Path.of("src", "main", "resources", "kmmotos", "desktop");
    private static final Path SOURCES = Path.of("src", "main", "java", "kmmotos", "desktop");
    private static final Pattern PLACE = Pattern.compile("\\{\\d}");

    static List<String> features() throws IOException {
        try (Stream<Path> folders = Files.list(RESOURCES)) {
            return folders.filter(folder -> Files.exists(folder.resolve("texts.properties")))
                    .map(folder -> folder.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("features")
    void everyLanguageHasTheSameSentencesWithTheSamePlaces(String feature) throws IOException {
        Properties english = texts(feature, "");
        for (String language : List.of("_pt_BR", "_es")) {
            Properties other = texts(feature, language);
            assertThat(other.stringPropertyNames())
                    .as(feature + language)
                    .containsExactlyInAnyOrderElementsOf(english.stringPropertyNames());
            for (String key : english.stringPropertyNames()) {
                assertThat(places(other.getProperty(key)))
                        .as(key + language)
                        .isEqualTo(places(english.getProperty(key)));
            }
        }
    }

    /// Keys that the code puts together from parts can't be seen here; whole ones can.
    @ParameterizedTest
    @MethodSource("features")
    void everySentenceThatTheCodeNamesExists(String feature) throws IOException {
        Properties english = texts(feature, "");
        var named = Pattern.compile("\"(" + feature + "\\.(?!properties)[a-z_.]+[a-z])\"");
        try (Stream<Path> sources = Files.walk(SOURCES)) {
            for (Path source : sources.filter(file -> file.toString().endsWith(".java")).toList()) {
                named.matcher(Files.readString(source))
                        .results()
                        .map(found -> found.group(1))
                        .forEach(key ->
                                assertThat(english.stringPropertyNames())
                                        .as(key + " in " + source.getFileName())
                                        .anyMatch(known ->
                                                known.equals(key) || known.equals(key + ".other")));
            }
        }
    }

    private static SortedSet<String> places(String text) {
        var places = new TreeSet<String>();
        PLACE.matcher(text).results().forEach(found -> places.add(found.group()));
        return places;
    }

    private static Properties texts(String feature, String language) throws IOException {
        Path file = RESOURCES.resolve(feature).resolve("texts" + language + ".properties");
        var texts = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
            texts.load(reader);
        }
        return texts;
    }
}
