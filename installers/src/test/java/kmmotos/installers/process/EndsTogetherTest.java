package kmmotos.installers.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EndsTogetherTest {
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @TempDir private Path folder;

    @Test
    void theLastStartedEndsFirstAndOnce() {
        List<String> ended = new ArrayList<>();
        EndsTogether together = new EndsTogether();
        together.<AutoCloseable>start(() -> () -> ended.add("server"));
        together.<AutoCloseable>start(() -> () -> ended.add("window"));
        together.close();
        together.close();
        assertThat(ended).containsExactly("window", "server");
    }

    @Test
    void nothingStartsAfterTheEnd() {
        EndsTogether together = new EndsTogether();
        together.close();
        assertThatThrownBy(() -> together.<AutoCloseable>start(() -> () -> {}))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aProcessToldToEndTakesItsChildAlong() {
        try (JavaChild parent =
                JavaChild.start(
                        new JavaChild.Start(
                                ParentProcess.class.getName(),
                                List.of("-Xshare:auto"),
                                List.of(folder.resolve("child.log").toString()),
                                Map.of(),
                                folder.resolve("parent.log")))) {
            long child = Long.parseLong(parent.hear(PATIENCE).orElseThrow());
            parent.end();
            assertThat(ProcessHandle.of(child).filter(ProcessHandle::isAlive)).isEmpty();
        }
    }
}
