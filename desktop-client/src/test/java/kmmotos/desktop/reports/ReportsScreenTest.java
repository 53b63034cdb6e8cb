package kmmotos.desktop.reports;

import static kmmotos.desktop.reports.SampleReportBook.DAY;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import kmmotos.desktop.audit.SampleAudit;
import kmmotos.desktop.receipts.SampleSlips;
import kmmotos.desktop.ui.Place;
import kmmotos.desktop.ui.SampleWindow;
import kmmotos.desktop.ui.SampleWorkplace;
import kmmotos.desktop.ui.Workplace;
import kmmotos.model.staff.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportsScreenTest {
    @TempDir Path temp;
    private final Workplace workplace = SampleWorkplace.of(Role.MANAGER);
    private final SampleReportBook book = SampleReportBook.weeks(3, 80);
    private final ReportsModel model =
            new ReportsModel(workplace, book, Clock.fixed(SampleSlips.NOON, ZoneOffset.UTC));
    private final SampleAudit audit = new SampleAudit();
    private final SampleWindow window =
            SampleWindow.with(
                    Place.REPORTS,
                    workplace,
                    () ->
                            new ReportsScreen(
                                    workplace,
                                    model,
                                    SampleAudit.model(
                                            workplace,
                                            audit,
                                            name -> Optional.of(temp.resolve(name))),
                                    name -> Optional.of(temp.resolve(name))));

    @AfterEach
    void closeWindow() {
        window.close();
    }

    private Report shown() {
        return model.shownProperty().get().orElseThrow().report();
    }

    private int rowsShown() {
        return window.find("#report-rows", TableView.class).getItems().size() + 1;
    }

    @Test
    void itOpensWithTodayByTheHour() {
        assertThat(shown().kind()).isEqualTo(ReportKind.HOURS);
        assertThat(shown().period()).isEqualTo(new Period(DAY, DAY));
        assertThat(window.find("#report-chart", javafx.scene.Node.class).isVisible()).isTrue();
        window.picture("reports-hours");
    }

    @Test
    void arrowsChangeTheReportAndFunctionKeysTheDays() {
        window.keyboard().press(KeyCode.F6);
        window.keyboard().press(KeyCode.DOWN);
        assertThat(shown().kind()).isEqualTo(ReportKind.DAYS);
        assertThat(shown().period()).isEqualTo(new Period(DAY.withDayOfMonth(1), DAY));
        window.picture("reports-days");
        for (ReportKind kind : ReportKind.values()) {
            window.run(() -> model.show(kind));
            assertThat(shown().rows()).hasSizeLessThan(rowsShown());
            window.picture("reports-" + kind.name().toLowerCase(java.util.Locale.ROOT));
        }
        window.keyboard().press(KeyCode.UP);
        assertThat(shown().kind()).isEqualTo(ReportKind.SLOW_ITEMS);
    }

    @Test
    void anyDaysCanBeChosenInAnyOrder() {
        var until = window.find("#report-until", DatePicker.class);
        window.run(() -> until.setValue(DAY.minusDays(10)));
        assertThat(shown().period()).isEqualTo(new Period(DAY.minusDays(10), DAY));
        assertThat(model.namedProperty().get()).isEmpty();
    }

    @Test
    void tooManyDaysAreRefusedAndWhatWasShownStays() {
        window.run(() -> model.show(DAY.minusYears(20), DAY));
        assertThat(SampleWorkplace.lastMessage(workplace)).contains("1,098 days");
        assertThat(shown().period()).isEqualTo(new Period(DAY, DAY));
    }

    @Test
    void eachFormatIsSavedByItsKey() {
        for (KeyCode key : new KeyCode[] {KeyCode.F9, KeyCode.F10, KeyCode.F11}) {
            window.keyboard().press(key);
        }
        for (String ending : new String[] {"csv", "xlsx", "pdf"}) {
            assertThat(Files.exists(temp.resolve("hours-2026-11-21." + ending))).isTrue();
        }
        assertThat(SampleWorkplace.lastMessage(workplace)).startsWith("Saved:");
    }

    @Test
    void theHeadlineIsTheSumOfTheRows() {
        String takings = shown().sum().get(shown().drawn()).text(workplace.formats());
        assertThat(window.find("#headline-takings", Label.class).getText()).isEqualTo(takings);
    }

    @Test
    void theAuditLogIsBesideTheReportsAndSavedByF9() {
        press("#report-audit");
        assertThat(window.find("#audit", TableView.class).getItems().size()).isEqualTo(7);
        assertThat(window.find("#audit-proof", Label.class).getText()).startsWith("Unbroken from ");
        window.picture("audit-log");
        window.key(KeyCode.F9);
        assertThat(temp).isDirectoryContaining(file -> file.toString().endsWith(".csv"));
        press("#report-hours");
        assertThat(rowsShown()).isPositive();
    }

    @Test
    void aBrokenChainIsSaidWhereItBroke() {
        audit.breakAt(311);
        press("#report-audit");
        assertThat(window.find("#audit-proof", Label.class).getText()).contains("S1-2", "311");
    }

    private void press(String selector) {
        var button = window.find(selector, ToggleButton.class);
        window.run(button::fire);
    }
}
