package kmmotos.desktop.status;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import kmmotos.desktop.status.RegisterNumbers.Run;
import kmmotos.desktop.status.SyncReport.Connection;
import kmmotos.desktop.status.SyncReport.Quarantined;
import kmmotos.desktop.ui.SyncLight;
import kmmotos.desktop.ui.Texts;
import kmmotos.model.sales.ReceiptNumber;
import kmmotos.model.sync.Concern;
import kmmotos.model.sync.EventType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SyncWordsTest {

    static final Instant NOW = Instant.parse("2026-11-21T15:04:05Z");

    @Test
    void everythingConfirmedNeedsNoAdvice() {
        SyncWords words = words(report(312, 312, Connection.CONNECTED));
        assertThat(words.brief()).isEqualTo("312 of 312 confirmed");
        assertThat(words.light()).isEqualTo(SyncLight.CONFIRMED);
        assertThat(words.advice()).isEmpty();
    }

    @Test
    void aBacklogIsOnItsWay() {
        SyncWords words = words(report(1312, 312, Connection.CONNECTED));
        assertThat(words.brief()).isEqualTo("312 of 1,312 confirmed");
        assertThat(words.light()).isEqualTo(SyncLight.SENDING);
        assertThat(words.headline()).isEqualTo("1,000 entries are on their way.");
    }

    @Test
    void withoutANetworkNothingIsLost() {
        SyncWords words = words(report(20, 12, Connection.NO_ANSWER));
        assertThat(words.light()).isEqualTo(SyncLight.NOT_CONNECTED);
        assertThat(words.advice()).singleElement().asString().contains("Nothing is lost");
        assertThat(words.lastContact()).isEqualTo("3 hours ago");
    }

    @ParameterizedTest
    @EnumSource(
            value = Connection.class,
            names = {"WRONG_ADDRESS", "REVOKED", "UPGRADE_NEEDED"})
    void aRefusalNeedsAttentionAndSaysWhatToDo(Connection connection) {
        SyncWords words = words(report(20, 12, connection));
        assertThat(words.light()).isEqualTo(SyncLight.NEEDS_ATTENTION);
        assertThat(words.advice()).hasSize(1);
        assertThat(words.brief()).endsWith("needs attention");
    }

    @Test
    void aClockThatIsADayOffIsTold() {
        var report =
                new SyncReport(
                        1,
                        1,
                        Optional.of(NOW),
                        Connection.CONNECTED,
                        "http://head-office:8080",
                        Duration.ofHours(-25),
                        List.of(),
                        false);
        assertThat(words(report).advice()).singleElement().asString().contains("1 day behind");
    }

    @Test
    void aQuarantinedEntryIsNamedWithItsCause() {
        var quarantined = new Quarantined("unknown_type", about("S1-2-1-000123"));
        SyncWords words = words(quarantine(quarantined));
        assertThat(words.advice())
                .singleElement()
                .asString()
                .startsWith("1 entry could not be booked");
        assertThat(words.what(quarantined)).isEqualTo("S1-2-1-000123");
        assertThat(words.what(new Quarantined("malformed", Optional.empty())))
                .isEqualTo("An entry");
        assertThat(words.cause(quarantined)).contains("newer version");
        assertThat(words.cause(new Quarantined("strange", Optional.empty())))
                .isEqualTo("reported as strange");
    }

    @Test
    void everyLanguageHasEverySentence() {
        for (Locale language : Texts.LANGUAGES) {
            for (Connection connection : Connection.values()) {
                var words = new SyncWords(new Texts(language), report(3, 1, connection), NOW);
                assertThat(words.headline() + words.advice() + words.brief() + words.lastContact())
                        .doesNotContain("!");
            }
        }
    }

    @Test
    void everyKindOfEventHasAName() {
        for (Locale language : Texts.LANGUAGES) {
            for (EventType type : EventType.values()) {
                assertThat(new Texts(language).get("status.fact." + type.wireName()))
                        .as("%s in %s", type, language)
                        .doesNotContain("!");
            }
        }
    }

    @Test
    void missingNumbersAreSaid() {
        SyncWords words = words(report(1, 1, Connection.CONNECTED));
        assertThat(words.run(Run.of("S1-1-1-", List.of(1L, 2L, 3L), 3)))
                .isEqualTo("S1-1-1-000001 to S1-1-1-000003: none is missing");
        assertThat(words.run(Run.of("Z ", List.of(1L, 2L, 5L), 6)))
                .isEqualTo("Z 1 to Z 6; missing here: Z 3 to Z 4, Z 6");
    }

    /// A receipt or, with `Z 17`, the closing of a shift.
    static Optional<Concern> about(String what) {
        boolean isReport = what.startsWith("Z ");
        return Optional.of(
                new Concern(
                        isReport ? "shift_closed" : "sale_completed",
                        isReport ? Optional.empty() : Optional.of(ReceiptNumber.parse(what)),
                        Optional.empty(),
                        isReport
                                ? Optional.of(Integer.valueOf(what.substring(2)))
                                : Optional.empty(),
                        Optional.empty(),
                        List.of()));
    }

    static SyncReport report(long written, long confirmed, Connection connection) {
        return new SyncReport(
                written,
                confirmed,
                Optional.of(NOW.minusSeconds(3 * 3600)),
                connection,
                "http://head-office:8080",
                Duration.ZERO,
                List.of(),
                false);
    }

    static SyncReport quarantine(Quarantined... facts) {
        return new SyncReport(
                312,
                312,
                Optional.of(NOW),
                Connection.CONNECTED,
                "http://head-office:8080",
                Duration.ZERO,
                List.of(facts),
                false);
    }

    private static SyncWords words(SyncReport report) {
        return new SyncWords(new Texts(Locale.ENGLISH), report, NOW);
    }
}
