package kmmotos.server.accounts;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import java.util.UUID;
import kmmotos.server.ServerConfig;
import kmmotos.server.identity.Account;
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
        Letter letter = withLink(purpose, kept.orElse(address), token, language, now);
        Outbox.post(session, letter, now.plus(purpose.lifetime()), kept.isPresent());
    }

    /// Writes to an address that a customer wants to sign in with, if nobody else does and the
    /// limit allows it.
    void sendToNew(
            StatelessSession session,
            Account account,
            String address,
            Locale language,
            Instant now) {
        String token = SecretToken.random();
        boolean isMeant = tokens.issueForNew(session, account, address, token, now);
        Letter letter = withLink(Purpose.ADDRESS, address, token, language, now);
        Outbox.post(session, letter, now.plus(Purpose.ADDRESS.lifetime()), isMeant);
    }

    private Letter withLink(
            Purpose purpose, String address, String token, Locale language, Instant now) {
        String topic =
                switch (purpose) {
                    case VERIFY -> "verify";
                    case RESET -> "reset";
                    case ADDRESS -> "address";
                };
        return letter(
                topic,
                address,
                chain.shopUrl() + "/account/" + topic + "#token=" + token,
                language,
                now);
    }

    /// What was changed of an account; its owner is told, whoever did it.
    enum News {
        PASSWORD("password"),
        MOVED("moved"),
        CODES_ON("codes-on"),
        CODES_OFF("codes-off"),
        ERASED("erased");

        private final String topic;

        News(String topic) {
            this.topic = topic;
        }
    }

    void tell(StatelessSession session, News news, String address, Locale language, Instant now) {
        Letter letter = letter(news.topic, address, chain.shopUrl(), language, now);
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
