package kmmotos.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import kmmotos.server.storage.DataFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the person sees who starts a server that can't start: one sentence and an exit code.
class ServerStartIT {

    @TempDir private Path folder;

    @Test
    void aTakenPort() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = Integer.toString(taken.getLocalPort());

            assertThat(refusal(Map.of("KM_HTTP_PORT", port)))
                    .startsWith("Port " + port + " on 127.0.0.1 is taken")
                    .contains("km.http.port");
        }
    }

    @Test
    void aDataFolderInUse() throws Exception {
        Path used = folder.resolve("used");
        try (DataFolder _ = DataFolder.open(used)) {
            assertThat(refusal(Map.of("KM_DATA_FOLDER", used.toString())))
                    .startsWith("The data folder " + used + " is in use by another server.");
        }
    }

    @Test
    void aDataFolderThatCannotBeWritten() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "x");

        assertThat(refusal(Map.of("KM_DATA_FOLDER", file.resolve("below").toString())))
                .startsWith("The data folder " + file.resolve("below") + " can't be written");
    }

    @Test
    void noDatabase() throws Exception {
        assertThat(refusal(Map.of("KM_DATABASE_URL", "jdbc:postgresql://127.0.0.1:1/km")))
                .startsWith("The database jdbc:postgresql://127.0.0.1:1/km can't be used as")
                .contains("refused");
    }

    @Test
    void anAddressThatIsNoDatabase() throws Exception {
        assertThat(refusal(Map.of("KM_DATABASE_URL", "postgres.example.com")))
                .isEqualTo(
                        "km.database.url must begin with jdbc:postgresql:, was"
                                + " \"postgres.example.com\"");
    }

    @Test
    void aWrongSetting() throws Exception {
        assertThat(refusal(Map.of("KM_HTTP_PORT", "eighty")))
                .isEqualTo("km.http.port must be a whole number 0..65535, was \"eighty\"");
    }

    @Test
    void aConfigurationFileThatIsNotThere() throws Exception {
        assertThat(refusal(Map.of(), "nowhere.properties"))
                .isEqualTo("The configuration file nowhere.properties can't be read.");
    }

    @Test
    void aKeyThatIsNone() throws Exception {
        assertThat(refusal(Map.of("KM_IDENTITY_SIGNING_KEY", "secret")))
                .startsWith("km.identity.signing-key is no Ed25519 private key");
    }

    /// Starts a server that must end by itself with code 2; answers what it said on standard error.
    private String refusal(Map<String, String> settings, String... arguments)
            throws IOException, InterruptedException {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "--enable-native-access=ALL-UNNAMED",
                                "--sun-misc-unsafe-memory-access=allow",
                                "-XX:TieredStopAtLevel=1",
                                "-cp",
                                System.getProperty("java.class.path"),
                                ServerApp.class.getName()));
        command.addAll(List.of(arguments));
        Path said = folder.resolve("stderr");
        ProcessBuilder builder =
                new ProcessBuilder(command)
                        .redirectError(said.toFile())
                        .redirectOutput(folder.resolve("stdout").toFile());
        builder.environment().putAll(environment(settings));
        Process process = builder.start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        List<String> lines = Files.readAllLines(said);
        assertThat(lines).hasSize(1);
        assertThat(process.exitValue()).isEqualTo(2);
        return lines.getFirst();
    }

    private Map<String, String> environment(Map<String, String> settings) {
        var database = TestDatabase.fresh().address();
        Map<String, String> all = new HashMap<>();
        all.put("KM_HTTP_PORT", "0");
        all.put("KM_DATA_FOLDER", folder.resolve("server").toString());
        all.put("KM_DATABASE_URL", database.url());
        all.put("KM_DATABASE_OWNER_PASSWORD", database.owner().password());
        all.put("KM_DATABASE_APP_PASSWORD", database.application().password());
        all.putAll(settings);
        return all;
    }
}
