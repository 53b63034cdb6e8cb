package kmmotos.server;

import io.helidon.config.Config;
import io.helidon.config.ConfigSources;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import kmmotos.server.backup.BackupPlan;
import kmmotos.server.http.RateLimits;
import kmmotos.server.search.Search;
import kmmotos.server.storage.DatabaseAddress.Login;
import kmmotos.server.storage.StartRefused;

/// Everything that can be set from outside: `km.*` keys of a YAML or properties file, each of which
/// an environment variable overrides (`km.http.port` is `KM_HTTP_PORT`).
public record ServerConfig(
        Http http,
        Path dataFolder,
        Storage database,
        BackupPlan backup,
        Identity identity,
        Coupons coupons,
        Mail mail,
        Sync sync,
        Search.Settings search,
        Chain chain) {

    /// Every key and its default.
    public static final Map<String, String> DEFAULTS = defaults();

    /// @param maxBodyBytes the most any request's body may hold; routes have limits of their own
    ///   below
    /// @param publicUrl what customers and tills call this server, without a slash at the end
    /// @param corsOrigins the web sites whose pages may call the API
    public record Http(
            String host,
            int port,
            int maxBodyBytes,
            String publicUrl,
            List<String> corsOrigins,
            RateLimits.Settings limits,
            Duration shutdownGrace) {

        public Http {
            corsOrigins = List.copyOf(corsOrigins);
        }
    }

    /// @param url empty for the embedded PostgreSQL in the data folder
    /// @param port the embedded server's port, 0 for any free one
    /// @param archiveCommand the embedded server's `archive_command`, empty for no archive
    public record Storage(
            String url,
            Login owner,
            Login application,
            int poolSize,
            int port,
            String archiveCommand) {

        public boolean embedded() {
            return url.isEmpty();
        }
    }

    /// @param signingKey base64 of an Ed25519 private key (PKCS#8); empty keeps one in the data
    ///   folder
    /// @param encryptionKeys a keyset of Tink as JSON; empty keeps one in the data folder
    /// @param firstPassword empty to make one and leave it in the data folder
    public record Identity(
            String signingKey,
            String encryptionKeys,
            Duration accessToken,
            Duration refreshToken,
            int signInAttempts,
            Duration signInWindow,
            String firstUser,
            String firstPassword) {}

    /// @param signingKey base64 of an Ed25519 private key (PKCS#8); empty keeps one in the data
    ///   folder
    public record Coupons(String signingKey) {}

    /// The mail server by which customers are written to.
    ///
    /// @param host empty if there is none: then mails wait
    /// @param user empty if it asks for nobody
    /// @param from the address that mails come from
    /// @param tls whether the line has to be encrypted (STARTTLS)
    public record Mail(
            String host, int port, String user, String password, String from, boolean tls) {

        public boolean isSet() {
            return !host.isEmpty();
        }
    }

    /// @param longPoll the longest a feed request waits for news
    /// @param feedPoll how often a node looks by itself what feeds wait for, should a notification
    ///   be lost
    /// @param commits how many transactions take uploads in at once
    /// @param maxUploads the most uploads held at once
    /// @param maxUploadBytes the most that these may hold together, unpacked
    public record Sync(
            Duration longPoll,
            Duration feedPoll,
            int commits,
            int maxUploads,
            int maxUploadBytes) {}

    /// @param language the language that content falls back to (BCP 47)
    /// @param shopUrl where the online shop's pages are, without a slash at the end; mails link
    ///   there
    public record Chain(String name, String currency, String language, String shopUrl) {}

    /// Reads a configuration file, if one is given, and the environment.
    public static ServerConfig load(List<Path> files, Map<String, String> environment) {
        Map<String, String> given = new HashMap<>();
        files.forEach(file -> given.putAll(read(file)));
        for (String key : DEFAULTS.keySet()) {
            String value = environment.get(environmentName(key));
            if (value != null) {
                given.put(key, value);
            }
        }
        return from(given);
    }

    /// The defaults, with these keys set otherwise.
    public static ServerConfig from(Map<String, String> given) {
        for (String key : given.keySet()) {
            if (!DEFAULTS.containsKey(key)) {
                throw new StartRefused(
                        "Unknown configuration key \""
                                + key
                                + "\". Known are: "
                                + String.join(", ", DEFAULTS.keySet()));
            }
        }
        Map<String, String> all = new LinkedHashMap<>(DEFAULTS);
        all.putAll(given);
        return new Settings(all).config();
    }

    /// The environment variable that overrides a key.
    static String environmentName(String key) {
        return key.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    }

    private static Map<String, String> read(Path file) {
        if (!Files.isReadable(file)) {
            throw new StartRefused("The configuration file " + file + " can't be read.");
        }
        Config config =
                Config.builder()
                        .disableEnvironmentVariablesSource()
                        .disableSystemPropertiesSource()
                        .sources(ConfigSources.file(file))
                        .build();
        Map<String, String> values = new HashMap<>();
        config.asMap().ifPresent(values::putAll);
        return values;
    }

    private static Map<String, String> defaults() {
        Map<String, String> keys = new LinkedHashMap<>();
        keys.put("km.http.host", "127.0.0.1");
        keys.put("km.http.port", "8080");
        keys.put("km.http.max-body-bytes", "67108864");
        keys.put("km.http.public-url", "http://localhost:8080");
        keys.put("km.http.cors-origins", "");
        keys.put("km.http.requests-a-minute", "1200");
        keys.put("km.http.accounts-a-minute", "30");
        keys.put("km.http.trusted-proxies", "");
        keys.put("km.http.shutdown-grace", "PT10S");
        keys.put("km.data.folder", "km-server");
        keys.put("km.database.url", "");
        keys.put("km.database.owner-user", "km_owner");
        keys.put("km.database.owner-password", "");
        keys.put("km.database.owner-password-file", "");
        keys.put("km.database.app-user", "km_app");
        keys.put("km.database.app-password", "");
        keys.put("km.database.app-password-file", "");
        keys.put("km.database.pool-size", "20");
        keys.put("km.database.port", "0");
        keys.put("km.database.archive-command", "");
        keys.put("km.backup.proof", "none");
        keys.put("km.backup.check", "");
        keys.put("km.backup.every", "PT1M");
        keys.put("km.backup.alarm-after", "PT1H");
        keys.put("km.identity.signing-key", "");
        keys.put("km.identity.signing-key-file", "");
        keys.put("km.identity.encryption-keys", "");
        keys.put("km.identity.encryption-keys-file", "");
        keys.put("km.identity.access-token", "PT15M");
        keys.put("km.identity.refresh-token", "P30D");
        keys.put("km.identity.sign-in-attempts", "5");
        keys.put("km.identity.sign-in-window", "PT15M");
        keys.put("km.identity.first-user", "admin");
        keys.put("km.identity.first-password", "");
        keys.put("km.identity.first-password-file", "");
        keys.put("km.coupons.signing-key", "");
        keys.put("km.coupons.signing-key-file", "");
        keys.put("km.mail.host", "");
        keys.put("km.mail.port", "587");
        keys.put("km.mail.user", "");
        keys.put("km.mail.password", "");
        keys.put("km.mail.password-file", "");
        keys.put("km.mail.from", "");
        keys.put("km.mail.tls", "true");
        keys.put("km.sync.long-poll", "PT25S");
        keys.put("km.sync.feed-poll", "PT5S");
        keys.put("km.sync.commits", "2");
        keys.put("km.sync.max-uploads", "4000");
        keys.put("km.sync.max-upload-bytes", "134217728");
        keys.put("km.search.words", "");
        keys.put("km.search.poll", "PT1S");
        keys.put("km.search.weight-fits", "4");
        keys.put("km.search.weight-in-stock", "0.5");
        keys.put("km.search.weight-sales", "1");
        keys.put("km.chain.name", "KM Motos");
        keys.put("km.chain.currency", "BRL");
        keys.put("km.chain.language", "en");
        keys.put("km.shop.url", "http://localhost:8080");
        return Collections.unmodifiableMap(keys);
    }
}
