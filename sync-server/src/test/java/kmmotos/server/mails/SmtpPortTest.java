package kmmotos.server.mails;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import kmmotos.model.sales.SampleSales;
import kmmotos.server.ServerConfig;
import org.junit.jupiter.api.Test;

/// Mails by SMTP, told to a mail server of a few lines.
class SmtpPortTest {

    private static final Letter MAIL =
            new Letter(
                    UUID.randomUUID(),
                    SampleSales.AT,
                    "ze@example.com",
                    "pt-BR",
                    "Recibo",
                    "TOTAL 10,00");

    private static SmtpPort port(int number) {
        return new SmtpPort(
                new ServerConfig.Mail("127.0.0.1", number, "", "", "loja@example.com", false));
    }

    /// Answers one visitor, and what it heard.
    ///
    /// @param toRecipient what it says to the recipient
    private static CompletableFuture<List<String>> answering(
            ServerSocket socket, String toRecipient) {
        return answering(socket, toRecipient, "250 taken");
    }

    /// @param toMail what it says to the mail itself; it hangs up instead if that is empty
    private static CompletableFuture<List<String>> answering(
            ServerSocket socket, String toRecipient, String toMail) {
        return CompletableFuture.supplyAsync(() -> {
            try (Socket visitor = socket.accept()) {
                return talk(visitor, toRecipient, toMail);
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private static List<String> talk(Socket visitor, String toRecipient, String toMail)
            throws IOException {
        List<String> heard = new ArrayList<>();
        var in =
                new BufferedReader(
                        new InputStreamReader(visitor.getInputStream(), StandardCharsets.UTF_8));
        say(visitor, "220 here");
        boolean inText = false;
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            heard.add(line);
            if (inText) {
                if (line.equals(".")) {
                    inText = false;
                    if (toMail.isEmpty()) {
                        return heard;
                    }
                    say(visitor, toMail);
                }
            } else if (line.startsWith("RCPT")) {
                say(visitor, toRecipient);
            } else if (line.equals("DATA")) {
                inText = true;
                say(visitor, "354 go on");
            } else if (line.equals("QUIT")) {
                say(visitor, "221 bye");
                return heard;
            } else {
                say(visitor, "250 ok");
            }
        }
        return heard;
    }

    private static void say(Socket visitor, String line) throws IOException {
        OutputStream out = visitor.getOutputStream();
        out.write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    @Test
    void aMailIsHandedOverAsTextAndAsAPage() throws Exception {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var heard = answering(socket, "250 ok");
            port(socket.getLocalPort()).send(MAIL);
            assertThat(heard.join())
                    .anyMatch(line -> line.startsWith("RCPT TO:<ze@example.com>"))
                    .anyMatch(line -> line.startsWith("From: loja@example.com"))
                    .anyMatch(line -> line.equals("Content-Language: " + MAIL.language()))
                    .anyMatch(line -> line.startsWith("Content-Type: multipart/alternative"))
                    .anyMatch(line -> line.startsWith("Content-Type: text/html"));
        }
    }

    @Test
    void aRecipientThatIsNotTakenIsARefusal() throws Exception {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var heard = answering(socket, "550 unknown");
            assertThatThrownBy(() -> port(socket.getLocalPort()).send(MAIL))
                    .isInstanceOf(MailRefused.class);
            assertThat(heard.join()).isNotEmpty();
        }
    }

    @Test
    void whoFallsSilentAfterTheMailMayHaveTakenIt() throws Exception {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var heard = answering(socket, "250 ok", "");
            assertThatThrownBy(() -> port(socket.getLocalPort()).send(MAIL))
                    .isInstanceOf(IllegalStateException.class);
            assertThat(heard.join()).contains(".");
        }
    }

    @Test
    void aMailServerThatIsAwayIsARefusal() throws Exception {
        int nobody;
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            nobody = socket.getLocalPort();
        }
        assertThatThrownBy(() -> port(nobody).send(MAIL)).isInstanceOf(MailRefused.class);
    }

    @Test
    void whatStandsInAMailIsNoMarkup() {
        var mail =
                new Letter(
                        MAIL.requestId(),
                        MAIL.at(),
                        MAIL.to(),
                        MAIL.language(),
                        MAIL.subject(),
                        "<b>A & B</b>");
        assertThat(MailPage.of(mail)).contains("&lt;b&gt;A &amp; B&lt;/b&gt;");
    }
}
