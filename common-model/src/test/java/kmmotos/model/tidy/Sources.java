package kmmotos.model.tidy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The Java sources of one module, held to what a compiler does not check. Each module's `TidyTest`
/// calls this.
public final class Sources {

    /// Longer is looked at again: see CONTRIBUTING.md.
    private static final int MAX_LINES = 500;

    private static final Pattern FORBIDDEN_NAME =
            Pattern.compile(
                    ".*(Util|Utils|Helper|Manager|Impl|Info|Data)|(Abstract|Base|Common|Misc).*");

    private static final Map<String, Pattern> FORBIDDEN_IN_MAIN =
            Map.of(
                    "a bare reminder", Pattern.compile("\\b(TODO|FIXME|XXX)\\b"),
                    "a sleeping thread", Pattern.compile("Thread\\.sleep\\("),
                    "a print to the console",
                            Pattern.compile("System\\.(out|err)\\b|printStackTrace\\("),
                    "a hidden clock",
                            Pattern.compile(
                                    "(Instant|LocalDate|LocalDateTime|ZonedDateTime|OffsetDateTime)\\.now\\(\\)"
                                            + "|System\\.currentTimeMillis\\("));

    private static final Map<String, Pattern> FORBIDDEN_IN_TESTS =
            Map.of(
                    "a sleeping test", Pattern.compile("Thread\\.sleep\\("),
                    "a test that is switched off", Pattern.compile("@Disabled\\b"),
                    "a mocking library", Pattern.compile("import org\\.mockito"));

    private final Path module;
    private final List<String> consoleClasses;

    private Sources(Path module, List<String> consoleClasses) {
        this.module = module;
        this.consoleClasses = consoleClasses;
    }

    /// The module whose tests are running.
    public static Sources ofThisModule() {
        return new Sources(Path.of("").toAbsolutePath(), List.of());
    }

    /// Lets these classes, which are commands for a terminal, print.
    ///
    /// @param simpleNames their simple class names
    public Sources printing(String... simpleNames) {
        return new Sources(module, List.of(simpleNames));
    }

    public void check() {
        List<String> faults = new ArrayList<>();
        javaFiles("src/main/java").forEach(file -> checkMain(file, faults));
        javaFiles("src/test/java").forEach(file -> checkText(file, FORBIDDEN_IN_TESTS, faults));
        packages().forEach(folder -> checkPackage(folder, faults));
        assertThat(faults).isEmpty();
    }

    private void checkMain(Path file, List<String> faults) {
        String name = file.getFileName().toString().replace(".java", "");
        if (FORBIDDEN_NAME.matcher(name).matches()) {
            faults.add(file + ": a name that says nothing");
        }
        checkText(file, FORBIDDEN_IN_MAIN, faults);
        if (lines(file).size() > MAX_LINES) {
            faults.add(file + ": over " + MAX_LINES + " lines");
        }
    }

    private void checkText(Path file, Map<String, Pattern> forbidden, List<String> faults) {
        if (file.getFileName().toString().equals("Sources.java")) {
            return;
        }
        List<String> lines = lines(file);
        forbidden.forEach((fault, pattern) -> {
            for (int i = 0; i < lines.size(); i++) {
                if (pattern.matcher(lines.get(i)).find() && !mayPrint(file, fault)) {
                    faults.add("%s:%d: %s".formatted(file, i + 1, fault));
                }
            }
        });
    }

    private boolean mayPrint(Path file, String fault) {
        String name = file.getFileName().toString().replace(".java", "");
        return fault.equals("a print to the console") && consoleClasses.contains(name);
    }

    private void checkPackage(Path folder, List<String> faults) {
        Path file = folder.resolve("package-info.java");
        if (!Files.exists(file)) {
            faults.add(folder + ": no package-info.java");
            return;
        }
        String text = String.join("\n", lines(file));
        if (!text.startsWith("///") || !text.contains("@NullMarked")) {
            faults.add(file + ": needs a /// line and @NullMarked");
        }
    }

    private Stream<Path> packages() {
        return javaFiles("src/main/java").map(Path::getParent).distinct();
    }

    private Stream<Path> javaFiles(String folder) {
        Path root = module.resolve(folder);
        if (!Files.exists(root)) {
            return Stream.empty();
        }
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
