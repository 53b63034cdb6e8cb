package kmmotos.desktop.status;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import javafx.scene.control.Label;
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
    private final AtomicReference<String> statusBar = new AtomicReference<>("");
    private final SyncStatusModel model =
            new SyncStatusModel(
                    workplace,
                    report::get,
                    Clock.fixed(SyncWordsTest.NOW, ZoneOffset.UTC),
                    words -> statusBar.set(words.brief()));
    private final SampleWindow window =
            SampleWindow.with(Place.SYNC, workplace, () -> new SyncStatusScreen(workplace, model));

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
                        new Quarantined("z_report_differs", "Z 17"),
                        new Quarantined("unknown_sku", "S1-2-1-000123")));
        window.run(model::refresh);
        window.picture("sync-quarantined");
        report.set(SyncWordsTest.report(340, 312, Connection.NO_ANSWER));
        window.run(model::refresh);
        window.picture("sync-offline");
        assertThat(headline()).startsWith("Not connected");
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
        assertThat(window.find("#other-tills", Facts.class).getChildren())
                .filteredOn(Label.class::isInstance)
                .extracting(node -> ((Label) node).getText())
                .contains("keeps this till's sales up to receipt S1-1-1-000042", "not reached");
    }

    private String headline() {
        return window.find("#sync-headline", Label.class).getText();
    }
}
