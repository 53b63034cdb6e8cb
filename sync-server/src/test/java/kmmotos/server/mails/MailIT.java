package kmmotos.server.mails;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import kmmotos.model.mails.MailRequest;
import kmmotos.model.sales.SampleSales;
import kmmotos.model.staff.SampleStaff;
import kmmotos.model.stores.SampleStores;
import kmmotos.model.sync.Event;
import kmmotos.model.sync.UploadAnswer;
import kmmotos.server.TestServer;
import kmmotos.server.sync.TestTill;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Mails that tills ask for: kept, sent once, tried again, shown to head office.
public class MailIT {

    private static TestServer server;
    private static int number = 40;

    private final List<UUID> sent = new ArrayList<>();
    private Instant now = SampleSales.AT.plus(Duration.ofHours(1));
    private TestTill till;

    @BeforeAll
    static void start() {
        server = TestServer.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void enrol() {
        till = TestTill.enrol(server, SampleStores.SAO_PAULO, ++number);
        server.change("update mail_outbox set state = 'sent'");
    }

    /// A receipt that a customer of this till wants.
    public static MailRequest mail(TestTill from) {
        return new MailRequest(
                UUID.randomUUID(),
                MailRequest.Kind.RECEIPT,
                from.till().storeId(),
                from.till().deviceId(),
                SampleSales.AT,
                SampleStaff.ANA.staffId(),
                "S1-1-1-000123",
                "ze@example.com",
                "pt-BR",
                "Recibo",
                "TOTAL 10,00");
    }

    private int round(MailPort port) {
        return Outbox.run(server.database(), Clock.fixed(now, ZoneOffset.UTC), port);
    }

    private void take(Letter mail) {
        sent.add(mail.requestId());
    }

    private static void refuse(Letter mail) throws MailRefused {
        throw new MailRefused("421 not now for " + mail.to(), new IllegalStateException());
    }

    private static String state(MailRequest mail) {
        return server.read(
                        "select state from mail_outbox where request_id = ?",
                        row -> row.getString(1),
                        mail.requestId())
                .orElseThrow();
    }

    @Test
    void whatIsAskedForWaitsForAMailServerAndHeadOfficeSeesThat() {
        MailRequest mail = mail(till);
        till.tell(new Event.MailAsked(mail));

        JsonNode shown = server.admin().get("/api/admin/v1/mails").json();
        assertThat(shown.path("can_send").asBoolean()).isFalse();
        assertThat(shown.path("waiting").asInt()).isEqualTo(1);
        assertThat(shown.at("/items/0/to").asText()).isEqualTo("ze@example.com");
        assertThat(state(mail)).isEqualTo("waiting");
    }

    @Test
    void aMailIsSentOnceHoweverOftenTheOutboxIsLookedAt() {
        MailRequest mail = mail(till);
        till.tell(new Event.MailAsked(mail));

        assertThat(round(this::take)).isEqualTo(1);
        assertThat(round(this::take)).isZero();

        assertThat(sent).containsExactly(mail.requestId());
        assertThat(state(mail)).isEqualTo("sent");
    }

    @Test
    void whatIsRefusedIsTriedAgainLaterAndGivenUpInTheEnd() {
        MailRequest mail = mail(till);
        till.tell(new Event.MailAsked(mail));
        for (Duration wait : Outbox.WAITS) {
            assertThat(round(MailIT::refuse)).isZero();
            assertThat(state(mail)).isEqualTo("waiting");
            assertThat(round(this::take)).isZero();
            now = now.plus(wait);
        }
        assertThat(round(MailIT::refuse)).isZero();
        assertThat(state(mail)).isEqualTo("failed");
        assertThat(sent).isEmpty();
    }

    @Test
    void aMailThatIsTakenTheSecondTimeIsSent() {
        MailRequest mail = mail(till);
        till.tell(new Event.MailAsked(mail));
        assertThat(round(MailIT::refuse)).isZero();
        now = now.plus(Outbox.WAITS.getFirst());
        assertThat(round(this::take)).isEqualTo(1);
        assertThat(state(mail)).isEqualTo("sent");
    }

    @Test
    void aServerThatStoppedWhileItSentSendsAgainAfterAWhile() {
        MailRequest mail = mail(till);
        till.tell(new Event.MailAsked(mail));
        boolean stopped = false;
        try {
            int _ =
                    round(_ -> {
                        throw new IllegalStateException("stopped");
                    });
        } catch (IllegalStateException _) {
            stopped = true;
        }
        assertThat(stopped).isTrue();
        assertThat(round(this::take)).isZero();
        assertThat(state(mail)).isEqualTo("sending");
        now = now.plus(Outbox.STUCK_AFTER);
        assertThat(round(this::take)).isEqualTo(1);
        assertThat(state(mail)).isEqualTo("sent");
    }

    @Test
    void aTillAsksForNoOtherStoresMails() {
        TestTill lisbon = TestTill.enrol(server, SampleStores.LISBON, ++number);
        till.record(new Event.MailAsked(mail(lisbon)));
        assertThat(((UploadAnswer.Ack) till.uploadAll()).quarantined())
                .extracting(UploadAnswer.Quarantined::code)
                .containsExactly("effect_failed");
    }
}
