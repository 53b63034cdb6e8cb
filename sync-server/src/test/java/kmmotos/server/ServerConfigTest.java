package kmmotos.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import kmmotos.server.storage.StartRefused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerConfigTest {

    @TempDir private Path folder;

    @Test
    void everyKeyHasThisDefault() {
        assertThat(ServerConfig.DEFAULTS)
                .containsExactlyInAnyOrderEntriesOf(
                        Map.ofEntries(
                                Map.entry("km.http.host", "127.0.0.1"),
                                Map.entry("km.http.port", "8080"),
                                Map.entry("km.http.max-body-bytes", "67108864"),
                                Map.entry("km.http.requests-a-minute", "1200"),
                                Map.entry("km.http.accounts-a-minute", "30"),
                                Map.entry("km.http.trusted-proxies", ""),
                                Map.entry("km.http.public-url", "http://localhost:8080"),
                                Map.entry("km.http.cors-origins", ""),
                                Map.entry("km.http.shutdown-grace", "PT10S"),
                                Map.entry("km.data.folder", "km-server"),
                                Map.entry("km.database.url", ""),
                                Map.entry("km.database.owner-user", "km_owner"),
                                Map.entry("km.database.owner-password", ""),
                                Map.entry("km.database.owner-password-file", ""),
                                Map.entry("km.database.app-user", "km_app"),
                                Map.entry("km.database.app-password", ""),
                                Map.entry("km.database.app-password-file", ""),
                                Map.entry("km.database.pool-size", "20"),
                                Map.entry("km.database.port", "0"),
                                Map.entry("km.database.archive-command", ""),
                                Map.entry("km.backup.proof", "none"),
                                Map.entry("km.backup.check", ""),
                                Map.entry("km.backup.every", "PT1M"),
                                Map.entry("km.backup.alarm-after", "PT1H"),
                                Map.entry("km.identity.signing-key", ""),
                                Map.entry("km.identity.signing-key-file", ""),
                                Map.entry("km.identity.access-token", "PT15M"),
                                Map.entry("km.identity.refresh-token", "P30D"),
                                Map.entry("km.identity.sign-in-attempts", "5"),
                                Map.entry("km.identity.sign-in-window", "PT15M"),
                                Map.entry("km.identity.first-user", "admin"),
                                Map.entry("km.identity.first-password", ""),
                                Map.entry("km.identity.first-password-file", ""),
                                Map.entry("km.identity.encryption-keys", ""),
                                Map.entry("km.identity.encryption-keys-file", ""),
                                Map.entry("km.coupons.signing-key", ""),
                                Map.entry("km.coupons.signing-key-file", ""),
                                Map.entry("km.mail.host", ""),
                                Map.entry("km.mail.port", "587"),
                                Map.entry("km.mail.user", ""),
                                Map.entry("km.mail.password", ""),
                                Map.entry("km.mail.password-file", ""),
                                Map.entry("km.mail.from", ""),
                                Map.entry("km.mail.tls", "true"),
                                Map.entry("km.sync.long-poll", "PT25S"),
                                Map.entry("km.sync.feed-poll", "PT5S"),
                                Map.entry("km.sync.commits", "2"),
                                Map.entry("km.sync.max-uploads", "4000"),
                                Map.entry("km.sync.max-upload-bytes", "134217728"),
                                Map.entry("km.search.words", ""),
                                Map.entry("km.search.poll", "PT1S"),
                                Map.entry("km.search.weight-fits", "4"),
                                Map.entry("km.search.weight-in-stock", "0.5"),
                                Map.entry("km.search.weight-sales", "1"),
                                Map.entry("km.chain.name", "KM Motos"),
                                Map.entry("km.chain.currency", "BRL"),
                                Map.entry("km.chain.language", "en"),
                                Map.entry("km.shop.url", "http://localhost:8080")));
    }

    @Test
    void everyKeyIsInTheOperatorsGuide() throws IOException {
        String guide = Files.readString(Path.of("..", "docs", "server.md"));

        assertThat(ServerConfig.DEFAULTS.keySet())
                .allSatisfy(key -> assertThat(guide).contains("`" + key + "`"));
    }

    @Test
    void aSecretMayBeInAFile() throws IOException {
        Path file = Files.writeString(folder.resolve("password"), "from the file\n");
        String key = "km.database.app-password";

        assertThat(
                        ServerConfig.from(Map.of(key + "-file", file.toString()))
                                .database()
                                .application()
                                .password())
                .isEqualTo("from the file");
        assertThatThrownBy(() ->
                        ServerConfig.from(Map.of(key, "here", key + "-file", file.toString())))
                .isInstanceOf(StartRefused.class)
                .hasMessage(key + " and " + key + "-file are both set. Set one of them.");
        assertThatThrownBy(() -> ServerConfig.from(Map.of(key + "-file", "/nowhere")))
                .isInstanceOf(StartRefused.class)
                .hasMessage("The file /nowhere of " + key + "-file can't be read.");
    }

    @Test
    void theDefaultsAreAValidConfiguration() {
        ServerConfig config = ServerConfig.from(Map.of());

        assertThat(config.database().embedded()).isTrue();
        assertThat(config.http().port()).isEqualTo(8080);
        assertThat(config.identity().refreshToken()).isEqualTo(Duration.ofDays(30));
    }

    @Test
    void aYamlFileIsReadAndTheEnvironmentWins() throws IOException {
        Path file =
                Files.writeString(
                        folder.resolve("server.yaml"),
                        """
                        km:
                          http:
                            port: 9000
                            host: 0.0.0.0
                        """);

        ServerConfig config =
                ServerConfig.load(
                        List.of(file),
                        Map.of(
                                "KM_HTTP_PORT", "9001",
                                "KM_DATABASE_URL", "jdbc:postgresql://db/km"));

        assertThat(config.http().host()).isEqualTo("0.0.0.0");
        assertThat(config.http().port()).isEqualTo(9001);
        assertThat(config.database().embedded()).isFalse();
    }

    @Test
    void aPropertiesFileIsReadToo() throws IOException {
        Path file =
                Files.writeString(
                        folder.resolve("server.properties"), "km.chain.name=Moto & Cia\n");

        assertThat(ServerConfig.load(List.of(file), Map.of()).chain().name())
                .isEqualTo("Moto & Cia");
    }

    @Test
    void anUnknownKeyIsNamed() {
        assertThatThrownBy(() -> ServerConfig.from(Map.of("km.htpp.port", "1")))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("km.htpp.port")
                .hasMessageContaining("km.http.port");
    }

    @Test
    void aWrongValueIsNamedWithItsRule() {
        assertThatThrownBy(() -> ServerConfig.from(Map.of("km.http.port", "70000")))
                .isInstanceOf(StartRefused.class)
                .hasMessage("km.http.port must be a whole number 0..65535, was \"70000\"");
        assertThatThrownBy(() -> ServerConfig.from(Map.of("km.sync.feed-poll", "5 s")))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("PT15M");
    }

    @Test
    void aMissingFileIsNamed() {
        assertThatThrownBy(() -> ServerConfig.load(List.of(Path.of("/nowhere.yaml")), Map.of()))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("/nowhere.yaml");
    }
}
