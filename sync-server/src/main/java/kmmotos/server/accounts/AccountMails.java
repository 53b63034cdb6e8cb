package kmmotos.server.accounts;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import java.util.UUID;
import kmmotos.server.ServerConfig;
import kmmotos.server.identity.MailedTokens;
import kmmotos.server.identity.MailedTokens.Purpose;
import kmmotos.server.identity.SecretToken;
import kmmotos.server.mails.Letter;
import kmmotos.server.mails.Outbox;
import org.hibernate.StatelessSession;

/// What customers are written about their accounts, in their language. The texts are in
/// `mails*.properties`. A link's token stands after `#`, which no browser sends to a server, so
/// that no log keeps it.
final class AccountMails {

    private static final Duration NEWS_GOOD_FOR = Duration.ofDays(2);

    private final ServerConfig.Chain chain;
    private final MailedTokens tokens = new MailedTokens();

    AccountMails(ServerConfig.Chain chain) {
        this.chain = chain;
    }

    /// Writes to the customer who has this address, if there is one and the limit allows it.
    void sendToken(
            StatelessSession session,
            Purpose purpose,
            String address,
            Locale language,
            Instant now) {
        String token = SecretToken.random();
        Optional<String> kept = tokens.issue(session, purpose, address, token, now);
        String topic =
                switch (purpose) {
                    case VERIFY -> "verify";
                    case RESET -> "reset";
                };
        String link = chain.shopUrl() + "/account/" + topic + "#token=" + token;
        Letter letter = letter(topic, kept.orElse(address), link, language, now);
        Outbox.post(session, letter, now.plus(purpose.lifetime()), kept.isPresent());
    }

    /// Tells the owner that the password was changed, whoever did it.
    void tellOfNewPassword(StatelessSession session, String address, Locale language, Instant now) {
        Letter letter = letter("password", address, chain.shopUrl(), language, now);
        Outbox.post(session, letter, now.plus(NEWS_GOOD_FOR), true);
    }

    private Letter letter(String topic, String address, String link, Locale language, Instant now) {
        ResourceBundle texts =
                ResourceBundle.getBundle(
                        "kmmotos.server.accounts.mails",
                        language,
                        Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));
        return new Letter(
                UUID.randomUUID(),
                now,
                address,
                language.toLanguageTag(),
                filled(texts.getString(topic + ".subject"), link),
                filled(texts.getString(topic + ".text"), link));
    }

    private String filled(String text, String link) {
        return text.replace("{shop}", chain.name()).replace("{link}", link);
    }
}
