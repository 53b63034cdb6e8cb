package kmmotos.installers.packages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/// The short form; `./km package --test` builds, installs, starts and removes the whole packages.
class ServerPackageIT {

    @Test
    void thePackageInstallsUpdatesAndLeavesNothingButItsRecords() throws Exception {
        assumeTrue(
                Files.isExecutable(Path.of("/usr/bin/dpkg-deb")),
                "NOT TRIED: this machine has no dpkg");
        Process process = shortTest();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        assumeTrue(!output.contains("NOT TRIED"), output);
        assertThat(output).contains("OK:");
    }

    private static Process shortTest() throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder("bash", "package/package.sh", "server", "--short-test");
        builder.environment().put("KM_JDK", System.getProperty("java.home"));
        return builder.redirectErrorStream(true).start();
    }
}
