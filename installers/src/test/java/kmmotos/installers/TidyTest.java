package kmmotos.installers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TidyTest {
    private static final Path MAIN = Path.of("src/main/java");
    private static final Path TEST = Path.of("src/test/java");
    private static final int MAX_LINES = 500;

    @Test
    void nothingIsLeftToDoWithoutSayingWhat() {
        assertThat(containing("\\b" + "TO" + "DO\\b|\\bFIX" + "ME\\b", MAIN, TEST)).isEmpty();
    }

    @Test
    void nobodySleeps() {
        assertThat(containing("Thread" + "\\.sleep", MAIN, TEST)).isEmpty();
    }

    @Test
    void onlyTheTerminalPrints() {
        assertThat(containing("System\\.(out|err)", MAIN))
                .allMatch(file -> file.endsWith("Terminal.java"));
    }

    @Test
    void everyPackageIsDocumentedAndNullMarked() {
        for (Path root : List.of(MAIN, TEST)) {
            assertThat(sources(root).map(Path::getParent).distinct())
                    .allSatisfy(folder ->
                            assertThat(folder.resolve("package-info.java"))
                                    .content()
                                    .contains("@NullMarked")
                                    .contains("///"));
        }
    }

    @Test
    void noFileIsTooLong() {
        assertThat(Stream.of(MAIN, TEST).flatMap(TidyTest::sources))
                .allSatisfy(file -> assertThat(read(file).lines().count()).isLessThan(MAX_LINES));
    }

    private static List<Path> containing(String pattern, Path... roots) {
        Pattern forbidden = Pattern.compile(pattern);
        return Stream.of(roots)
                .flatMap(TidyTest::sources)
                .filter(file -> forbidden.matcher(read(file)).find())
                .toList();
    }

    private static Stream<Path> sources(Path root) {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
