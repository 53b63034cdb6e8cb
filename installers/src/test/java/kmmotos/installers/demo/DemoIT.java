package kmmotos.installers.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kmmotos.installers.process.JavaChild;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoIT {
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    @Test
    void aDayInTheSampleChainKeepsEveryInvariant(@TempDir Path folder) {
        List<String> said = new ArrayList<>();
        try (JavaChild demo =
                JavaChild.start(
                        new JavaChild.Start(
                                "kmmotos.installers.demo.Demo",
                                List.of("-XX:+UseSerialGC"),
                                List.of(
                                        "--headless",
                                        "--orders",
                                        "4",
                                        "--exit",
                                        "--data",
                                        folder.resolve("demo").toString()),
                                Map.of(),
                                folder.resolve("demo.log")))) {
            for (Optional<String> line = demo.hear(PATIENCE);
                    line.isPresent();
                    line = demo.hear(PATIENCE)) {
                said.add(line.get());
            }
            assertThat(demo.await()).as(String.join("\n", said)).isZero();
        }
        assertThat(said).anyMatch(line -> line.startsWith("Every invariant holds"));
    }

    @Test
    void aDemoToldToEndLeavesNoDatabaseBehind(@TempDir Path folder) {
        Path data = folder.resolve("demo");
        Path postmaster = data.resolve("server/postgres/postmaster.pid");
        try (JavaChild demo =
                JavaChild.start(
                        new JavaChild.Start(
                                "kmmotos.installers.demo.Demo",
                                List.of("-XX:+UseSerialGC"),
                                List.of("--headless", "--data", data.toString()),
                                Map.of(),
                                folder.resolve("demo.log")))) {
            demo.hear(PATIENCE);
            assertThat(demo.hear(PATIENCE).orElseThrow()).startsWith("Setting up");
            assertThat(postmaster).exists();
            demo.end();
        }
        assertThat(postmaster).doesNotExist();
    }
}
