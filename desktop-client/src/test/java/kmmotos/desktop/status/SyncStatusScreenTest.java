package kmmotos.desktop.status;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import javafx.scene.control.Label;
import kmmotos.desktop.status.RegisterNumbers.Run;
import kmmotos.desktop.status.SyncReport.Connection;
import kmmotos.desktop.status.SyncReport.OtherTill;
import kmmotos.desktop.status.SyncReport.Quarantined;
import kmmotos.desktop.ui.Facts;
import kmmotos.desktop.ui.Place;
import kmmotos.desktop.ui.SampleWindow;
import kmmotos.desktop.ui.SampleWorkplace;
import kmmotos.desktop.ui.Workplace;
import kmmotos.model.staff.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SyncStatusScreenTest {

    private final Workplace workplace = SampleWorkplace.of(Role.CASHIER);
    private final AtomicReference<SyncReport> report =
            new AtomicReference<>(SyncWordsTest.report(312, 312, Connection.CONNECTED));
    private final AtomicReference<RegisterNumbers> books =
            new AtomicReference<>(
                    new RegisterNumbers(
                            List.of(Run.of("S1-1-1-", List.of(1L, 2L, 3L), 3)),
                            Optional.of("S1-1-1-000002"),
                            Optional.of(Run.of("Z ", List.of(1L, 2L), 2))));
    private final AtomicReference<Integer> repairs = new AtomicReference<>(0);
    private final AtomicReference<String> statusBar = new AtomicReference<>("");
    private final SyncStatusModel model =
            new SyncStatusModel(
                    workplace,
                    report::get,
                    books::get,
                    Clock.fixed(SyncWordsTest.NOW, ZoneOffset.UTC),
                    words -> statusBar.set(words.brief()));
    private final SampleWindow window =
            SampleWindow.with(
                    Place.SYNC,
                    workplace,
                    () ->
                            new SyncStatusScreen(
                                    workplace, model, () -> repairs.updateAndGet(n -> n + 1)));

    @AfterEach
    void closeWindow() {
        window.close();
    }

    @Test
    void theScreenAndTheStatusBarFollowTheReport() {
        window.picture("sync-good");
        assertThat(headline()).isEqualTo("Everything is confirmed by head office.");
        assertThat(statusBar.get()).isEqualTo("312 of 312 confirmed");
        report.set(
                SyncWordsTest.quarantine(
                        new Quarantined("z_report_differs", SyncWordsTest.about("Z 17")),
                        new Quarantined("unknown_order", SyncWordsTest.about("S1-2-1-000123"))));
        window.run(model::refresh);
        window.picture("sync-quarantined");
        report.set(SyncWordsTest.report(340, 312, Connection.NO_ANSWER));
        window.run(model::refresh);
        window.picture("sync-offline");
        assertThat(headline()).startsWith("Not connected");
    }

    @Test
    void itShowsThatNoNumberIsMissing() {
        assertThat(numbers())
                .contains(
                        "S1-1-1-000001 to S1-1-1-000003: none is missing",
                        "Z 1 to Z 2: none is missing",
                        "S1-1-1-000002");
        books.set(
                new RegisterNumbers(
                        List.of(Run.of("S1-1-1-", List.of(1L, 3L), 4)),
                        Optional.empty(),
                        Optional.empty()));
        window.run(model::count);
        window.picture("sync-numbers-missing");
        assertThat(numbers())
                .contains(
                        "S1-1-1-000001 to S1-1-1-000004; missing here: S1-1-1-000002,"
                                + " S1-1-1-000004");
    }

    @Test
    void onlyThoseWhoMayRepairAreLedThere() {
        report.set(
                SyncWordsTest.quarantine(
                        new Quarantined("unknown_order", SyncWordsTest.about("S1-2-1-000123"))));
        window.run(model::refresh);
        assertThat(window.shell().dialogs().getScene().lookup("#repair")).isNull();

        Workplace managers = SampleWorkplace.of(Role.MANAGER);
        SampleWindow other =
                SampleWindow.with(
                        Place.SYNC,
                        managers,
                        () ->
                                new SyncStatusScreen(
                                        managers, model, () -> repairs.updateAndGet(n -> n + 1)));
        other.picture("sync-repair");
        other.press("#repair");
        other.close();
        assertThat(repairs.get()).isEqualTo(1);
    }

    @Test
    void itSaysWhatTheOtherTillsKeep() {
        report.set(
                SyncWordsTest.report(340, 340, Connection.NO_ANSWER)
                        .withOthers(
                                List.of(
                                        new OtherTill(
                                                2,
                                                "Counter",
                                                true,
                                                Optional.of("S1-1-1-000042"),
                                                true),
                                        new OtherTill(3, "Office", false, Optional.empty(), true)),
                                Optional.of(2)));
        window.run(model::refresh);
        window.picture("sync-other-tills");

        assertThat(model.wordsProperty().get().orElseThrow().advice())
                .singleElement()
                .asString()
                .contains("through till 2");
        assertThat(facts("#other-tills"))
                .contains("keeps this till's sales up to receipt S1-1-1-000042", "not reached");
    }

    private List<String> numbers() {
        return facts("#register-numbers");
    }

    private List<String> facts(String id) {
        return window.find(id, Facts.class).getChildren().stream()
                .filter(Label.class::isInstance)
                .map(node -> ((Label) node).getText())
                .toList();
    }

    private String headline() {
        return window.find("#sync-headline", Label.class).getText();
    }
}
