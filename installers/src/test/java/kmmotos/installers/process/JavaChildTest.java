package kmmotos.installers.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JavaChildTest {
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @TempDir private Path folder;

    @Test
    void aChildAnswersByLines() {
        try (JavaChild child = start()) {
            child.say("ação");
            assertThat(child.hear(PATIENCE)).hasValue("ação!");
        }
    }

    @Test
    void aKilledChildHasNoMoreAnswers() {
        try (JavaChild child = start()) {
            child.kill();
            assertThat(child.hear(PATIENCE)).isEmpty();
            assertThat(child.isAlive()).isFalse();
        }
    }

    private JavaChild start() {
        return JavaChild.start(
                new JavaChild.Start(
                        EchoProcess.class.getName(),
                        List.of("-Xshare:auto"),
                        List.of("!"),
                        Map.of(),
                        folder.resolve("child.log")));
    }
}
