package kmmotos.installers.packages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The quick form: the desktop as it is but uncompressed, and of the server's package everything
/// but the jars. `./km package --test` builds, installs, starts and removes the whole packages.
class PackagesIT {

    @ParameterizedTest
    @ValueSource(strings = {"desktop", "server"})
    void aPackageInstallsWorksAndLeavesNothingButItsRecords(String part) throws Exception {
        assumeTrue(
                Files.isExecutable(Path.of("/usr/bin/dpkg-deb")),
                "NOT TRIED: this machine has no dpkg");
        Process process = quickTest(part);
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        assumeTrue(!output.contains("NOT TRIED"), output);
        assertThat(output).contains("OK:");
    }

    private static Process quickTest(String part) throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder("bash", "package/package.sh", part, "--quick-test");
        builder.environment().put("KM_JDK", System.getProperty("java.home"));
        return builder.redirectErrorStream(true).start();
    }
}
