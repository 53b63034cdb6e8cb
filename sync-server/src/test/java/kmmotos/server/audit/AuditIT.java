package kmmotos.server.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import kmmotos.model.audit.AuditKind;
import kmmotos.model.audit.AuditNote;
import kmmotos.model.staff.SampleStaff;
import kmmotos.model.stores.SampleStores;
import kmmotos.model.sync.Event;
import kmmotos.model.sync.JournalEntry;
import kmmotos.server.TestServer;
import kmmotos.server.sync.TestTill;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// What head office reads of what was done at the tills.
class AuditIT {
    private static final String DAYS = "?from=2020-01-01T00:00:00Z&until=2099-01-01T00:00:00Z";

    private static TestServer server;
    private static TestTill till;
    private static TestTill other;

    @BeforeAll
    static void start() {
        server = TestServer.start();
        till = TestTill.enrol(server, SampleStores.SAO_PAULO, 71);
        other = TestTill.enrol(server, SampleStores.LISBON, 72);
        note(till, AuditKind.WRONG_PIN, "");
        note(till, AuditKind.APPROVED, "20 % off the sale");
        till.uploadAll();
        note(other, AuditKind.LOCKED, "");
        other.uploadAll();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static JournalEntry note(TestTill at, AuditKind kind, String words) {
        var note =
                new AuditNote(
                        kind,
                        Optional.of(SampleStaff.ANA.staffId()),
                        Optional.of(SampleStaff.BRUNO.staffId()),
                        words);
        return at.record(new Event.DeskNoted(note));
    }

    private static JsonNode get(String more) {
        return server.admin().get("/api/admin/v1/audit" + DAYS + more).json();
    }

    private static List<String> kinds(JsonNode log) {
        return StreamSupport.stream(log.path("items").spliterator(), false)
                .map(item -> item.path("till").asText() + " " + item.path("kind").asText())
                .toList();
    }

    @Test
    void theLogHoldsEveryShopAndIsProved() {
        JsonNode log = get("&person=");
        assertThat(kinds(log))
                .contains("S1-71 WRONG_PIN", "S1-71 APPROVED")
                .anyMatch(line -> line.endsWith("-72 LOCKED"));
        assertThat(log.at("/proof/facts").asLong()).isGreaterThanOrEqualTo(3);
        assertThat(get("&store=PT1").path("proof").has("broken_till")).isFalse();
    }

    @Test
    void aKindAndAShopNarrowIt() {
        assertThat(kinds(get("&kind=APPROVED"))).containsExactly("S1-71 APPROVED");
        assertThat(kinds(get("&store=S1"))).noneMatch(line -> line.contains("-72 "));
        assertThat(kinds(get("&person=nobody+of+this+name"))).isEmpty();
    }

    @Test
    void whatMakesNoSenseIsRefused() {
        assertThat(server.admin().get("/api/admin/v1/audit?from=yesterday").status())
                .isEqualTo(400);
        assertThat(server.admin().get("/api/admin/v1/audit" + DAYS + "&kind=X").status())
                .isEqualTo(400);
    }

    /// Somebody with the database's password, past all rights of the server.
    @Test
    void aFactThatWasChangedInTheDatabaseShows() throws SQLException {
        TestTill forged = TestTill.enrol(server, SampleStores.SAO_PAULO, 73);
        JournalEntry fact = note(forged, AuditKind.APPROVED, "5 % off");
        forged.uploadAll();
        try (Connection database = server.testDatabase().asSuperuser();
                var change =
                        database.prepareStatement(
                                "update event set fact = convert_to(replace("
                                        + "convert_from(fact, 'UTF8'), '5 % off', '9 % off'),"
                                        + " 'UTF8') where event_id = ?")) {
            change.setObject(1, fact.eventId());
            assertThat(change.executeUpdate()).isEqualTo(1);
        }
        JsonNode proof = get("&store=S1").path("proof");
        assertThat(proof.path("broken_till").asText()).isEqualTo("S1-73");
        assertThat(proof.path("broken_seq").asLong()).isEqualTo(fact.seq());
    }
}
