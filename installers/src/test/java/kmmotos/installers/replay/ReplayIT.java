package kmmotos.installers.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import kmmotos.installers.terminal.Terminal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplayIT {

    @Test
    void realInvoicesComeOutToThePennyWithTheLineCutAndTheTillsKilled(@TempDir Path folder) {
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(output, true, StandardCharsets.UTF_8);
        Replay replay =
                new Replay(
                        new Terminal(out, out),
                        new Replay.Settings(Excerpt.file(), 2, 1, 60, 150, folder));
        boolean equal = replay.run();
        String said = output.toString(StandardCharsets.UTF_8);
        assertThat(equal).as(said).isTrue();
        assertThat(said)
                .contains("tills killed 1 times")
                .contains("140519.33")
                .contains("Units and money of every single SKU are equal.");
    }
}
