package kmmotos.server.mails;

import jakarta.mail.Authenticator;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.util.Locale;
import java.util.Properties;
import kmmotos.server.ServerConfig;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A mail server by SMTP: as text and as a page, encrypted unless that is turned off.
public final class SmtpPort implements MailPort {

    private static final Logger LOG = LoggerFactory.getLogger(SmtpPort.class);

    private static final String TIMEOUT_MILLIS = "20000";

    private final ServerConfig.Mail config;
    private final Session session;

    public SmtpPort(ServerConfig.Mail config) {
        this.config = config;
        this.session = Session.getInstance(properties(config), authenticator(config));
    }

    private static Properties properties(ServerConfig.Mail config) {
        Properties properties = new Properties();
        properties.put("mail.transport.protocol", "smtp");
        properties.put("mail.smtp.host", config.host());
        properties.put("mail.smtp.port", Integer.toString(config.port()));
        properties.put("mail.smtp.auth", Boolean.toString(!config.user().isEmpty()));
        properties.put("mail.smtp.starttls.enable", Boolean.toString(config.tls()));
        properties.put("mail.smtp.starttls.required", Boolean.toString(config.tls()));
        properties.put("mail.smtp.ssl.checkserveridentity", "true");
        for (String timeout : new String[] {"connectiontimeout", "timeout", "writetimeout"}) {
            properties.put("mail.smtp." + timeout, TIMEOUT_MILLIS);
        }
        return properties;
    }

    private static Authenticator authenticator(ServerConfig.Mail config) {
        return new Authenticator() {
            @Override
            protected PasswordAuthentication getPasswordAuthentication() {
                return new PasswordAuthentication(config.user(), config.password());
            }
        };
    }

    /// Up to the handing over, whatever fails is a refusal. Who falls silent in it may have taken
    /// the mail.
    @Override
    public void send(Letter mail) throws MailRefused {
        try {
            MimeMessage message = message(mail);
            Transport transport = session.getTransport();
            transport.connect();
            try {
                handOver(transport, message);
            } finally {
                close(transport);
            }
        } catch (MessagingException e) {
            throw new MailRefused(String.valueOf(e.getMessage()), e);
        }
    }

    private static void handOver(Transport transport, MimeMessage message)
            throws MessagingException {
        try {
            transport.sendMessage(message, message.getAllRecipients());
        } catch (MessagingException e) {
            if (isAnswer(e)) {
                throw e;
            }
            throw new IllegalStateException("nobody knows whether the mail was taken", e);
        }
    }

    /// Without a code there was no answer, as when the line is cut.
    private static boolean isAnswer(MessagingException e) {
        return e instanceof SMTPSendFailedException answer
                ? answer.getReturnCode() > 0
                : e instanceof SendFailedException;
    }

    private static void close(Transport transport) {
        try {
            transport.close();
        } catch (MessagingException e) {
            LOG.debug("the mail server left first: {}", e.getMessage());
        }
    }

    /// A tag and nothing else: a till's text must not add headers.
    private static String tag(String language) {
        return Locale.forLanguageTag(language).toLanguageTag();
    }

    private MimeMessage message(Letter mail) throws MessagingException {
        MimeMessage message = new Numbered(session, mail.requestId() + "@" + domain());
        message.setFrom(new InternetAddress(config.from()));
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(mail.to()));
        message.setSubject(mail.subject(), "UTF-8");
        message.setSentDate(java.util.Date.from(mail.at()));
        message.setContentLanguage(new String[] {tag(mail.language())});
        MimeBodyPart text = new MimeBodyPart();
        text.setText(mail.text(), "UTF-8");
        MimeBodyPart page = new MimeBodyPart();
        page.setText(MailPage.of(mail), "UTF-8", "html");
        message.setContent(new MimeMultipart("alternative", text, page));
        message.saveChanges();
        return message;
    }

    private String domain() {
        return config.from().replaceAll(".*@|[<>\\s]", "");
    }

    /// A message with a number of ours: one that is sent again after a server stopped is the same.
    private static final class Numbered extends MimeMessage {

        private final String number;

        Numbered(Session session, String number) {
            super(session);
            this.number = number;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", "<" + number + ">");
        }
    }
}
