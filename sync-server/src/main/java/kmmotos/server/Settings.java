package kmmotos.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kmmotos.model.mails.MailRequest;
import kmmotos.server.ServerConfig.Chain;
import kmmotos.server.ServerConfig.Coupons;
import kmmotos.server.ServerConfig.Http;
import kmmotos.server.ServerConfig.Identity;
import kmmotos.server.ServerConfig.Mail;
import kmmotos.server.ServerConfig.Storage;
import kmmotos.server.ServerConfig.Sync;
import kmmotos.server.backup.BackupPlan;
import kmmotos.server.backup.Proof;
import kmmotos.server.http.RateLimits;
import kmmotos.server.search.Ranking;
import kmmotos.server.search.Search;
import kmmotos.server.storage.DatabaseAddress.Login;
import kmmotos.server.storage.StartRefused;

/// Turns the text of each key into the value that [ServerConfig] holds.
record Settings(Map<String, String> values) {

    private static final String POSTGRESQL = "jdbc:postgresql:";

    ServerConfig config() {
        return new ServerConfig(
                new Http(
                        text("km.http.host"),
                        number("km.http.port", 0, 65_535),
                        number("km.http.max-body-bytes", 1_024, 1 << 30),
                        text("km.http.public-url"),
                        list("km.http.cors-origins"),
                        new RateLimits.Settings(
                                number("km.http.requests-a-minute", 0, 1_000_000),
                                number("km.http.accounts-a-minute", 0, 1_000_000),
                                list("km.http.trusted-proxies")),
                        duration("km.http.shutdown-grace")),
                Path.of(text("km.data.folder")),
                new Storage(
                        databaseUrl(),
                        new Login(
                                text("km.database.owner-user"),
                                secret("km.database.owner-password")),
                        new Login(text("km.database.app-user"), secret("km.database.app-password")),
                        number("km.database.pool-size", 2, 1_000),
                        number("km.database.port", 0, 65_535),
                        text("km.database.archive-command")),
                backup(),
                identity(),
                new Coupons(secret("km.coupons.signing-key")),
                mail(),
                new Sync(
                        duration("km.sync.long-poll"),
                        duration("km.sync.feed-poll"),
                        number("km.sync.commits", 1, 64),
                        number("km.sync.max-uploads", 1, 100_000),
                        number("km.sync.max-upload-bytes", 1 << 20, Integer.MAX_VALUE)),
                search(),
                new Chain(
                        text("km.chain.name"),
                        text("km.chain.currency"),
                        text("km.chain.language"),
                        shopUrl()));
    }

    private String shopUrl() {
        String url = text("km.shop.url");
        if (!url.matches("https?://[^\\s?#]+[^\\s?#/]")) {
            throw new StartRefused(
                    "km.shop.url must be an address such as https://shop.example.com, was \""
                            + url
                            + "\"");
        }
        return url;
    }

    private BackupPlan backup() {
        try {
            return BackupPlan.of(
                    proof(),
                    text("km.backup.check"),
                    duration("km.backup.every"),
                    duration("km.backup.alarm-after"));
        } catch (IllegalArgumentException e) {
            throw new StartRefused(String.valueOf(e.getMessage()), e);
        }
    }

    private Proof proof() {
        String name = text("km.backup.proof");
        return Arrays.stream(Proof.values())
                .filter(proof -> proof.name().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() ->
                        new StartRefused(
                                "km.backup.proof must be none, archive or standby, was \""
                                        + name
                                        + "\""));
    }

    private Mail mail() {
        String tls = text("km.mail.tls");
        if (!tls.equals("true") && !tls.equals("false")) {
            throw new StartRefused("km.mail.tls must be true or false, was \"" + tls + "\"");
        }
        if (!text("km.mail.host").isEmpty() && !MailRequest.isAddress(text("km.mail.from"))) {
            throw new StartRefused("km.mail.from must be the address that mails come from.");
        }
        return new Mail(
                text("km.mail.host"),
                number("km.mail.port", 1, 65_535),
                text("km.mail.user"),
                secret("km.mail.password"),
                text("km.mail.from"),
                Boolean.parseBoolean(tls));
    }

    private Identity identity() {
        return new Identity(
                secret("km.identity.signing-key"),
                secret("km.identity.encryption-keys"),
                duration("km.identity.access-token"),
                duration("km.identity.refresh-token"),
                number("km.identity.sign-in-attempts", 1, 1_000),
                duration("km.identity.sign-in-window"),
                text("km.identity.first-user"),
                secret("km.identity.first-password"));
    }

    private Search.Settings search() {
        return new Search.Settings(
                Optional.of(text("km.search.words")).filter(file -> !file.isEmpty()).map(Path::of),
                duration("km.search.poll"),
                new Ranking(
                        weight("km.search.weight-fits"),
                        weight("km.search.weight-in-stock"),
                        weight("km.search.weight-sales")));
    }

    private String text(String key) {
        String value = values.get(key);
        if (value == null) {
            throw new IllegalStateException("no default for " + key);
        }
        return value.strip();
    }

    /// A secret is given as it is, or as the file that holds it.
    private String secret(String key) {
        String file = text(key + "-file");
        if (file.isEmpty()) {
            return text(key);
        }
        if (!text(key).isEmpty()) {
            throw new StartRefused(key + " and " + key + "-file are both set. Set one of them.");
        }
        try {
            return Files.readString(Path.of(file)).strip();
        } catch (IOException e) {
            throw new StartRefused("The file " + file + " of " + key + "-file can't be read.", e);
        }
    }

    private String databaseUrl() {
        String url = text("km.database.url");
        if (!url.isEmpty() && !url.startsWith(POSTGRESQL)) {
            throw new StartRefused(
                    "km.database.url must begin with " + POSTGRESQL + ", was \"" + url + "\"");
        }
        return url;
    }

    private List<String> list(String key) {
        return Arrays.stream(text(key).split(",", -1))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }

    private int number(String key, int least, int most) {
        try {
            int value = Integer.parseInt(text(key));
            if (value >= least && value <= most) {
                return value;
            }
        } catch (NumberFormatException _) {
            // Told below, with the range.
        }
        throw new StartRefused(
                key
                        + " must be a whole number "
                        + least
                        + ".."
                        + most
                        + ", was \""
                        + text(key)
                        + "\"");
    }

    private double weight(String key) {
        String text = text(key);
        if (!text.matches("\\d{1,3}(\\.\\d{1,3})?")) {
            throw new StartRefused(key + " must be a number such as 0.5, was \"" + text + "\"");
        }
        return Double.parseDouble(text);
    }

    private Duration duration(String key) {
        try {
            return Duration.parse(text(key));
        } catch (DateTimeParseException e) {
            throw new StartRefused(
                    key + " must be a duration such as PT15M or P30D, was \"" + text(key) + "\"",
                    e);
        }
    }
}
