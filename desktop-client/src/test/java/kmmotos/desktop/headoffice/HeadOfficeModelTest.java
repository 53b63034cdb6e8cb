package kmmotos.desktop.headoffice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import kmmotos.desktop.ui.SampleWorkplace;
import kmmotos.desktop.ui.Workplace;
import kmmotos.model.staff.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HeadOfficeModelTest {

    private static final Instant NOW = SampleHeadOffice.NOW;
    private static final LocalDate FROM = LocalDate.of(2026, 11, 15);
    private static final LocalDate UNTIL = LocalDate.of(2026, 11, 21);

    private final SampleHeadOffice server = new SampleHeadOffice();
    private final Workplace workplace = SampleWorkplace.of(Role.HEAD_OFFICE);
    private final HeadOfficeModel model = model(server.address());

    @AfterEach
    void stopServer() {
        server.close();
    }

    @Test
    void aWrongPasswordIsToldAndShowsNothing() {
        model.signIn("helena", "wrong");
        assertThat(model.signedInProperty().get()).isFalse();
        assertThat(model.troubleProperty().get()).contains("do not belong together");
    }

    @Test
    void takingsComeAsOneFigureAndByDayAndStore() {
        signIn();
        model.showTakings(FROM, UNTIL);
        assertThat(model.totals().getFirst().total()).hasToString("94545.67 BRL");
        assertThat(model.days()).hasSize(2);
        assertThat(model.asOfProperty().get()).contains(NOW);
        assertThat(server.asked().getLast()).contains("from=2026-11-15&until=2026-11-21");
    }

    @Test
    void stockComesPageByPage() {
        signIn();
        model.showStock("brk");
        assertThat(model.stock()).hasSize(2);
        assertThat(model.stock().getLast().silent()).isTrue();
        model.showMoreStock();
        assertThat(model.stock()).hasSize(4);
        assertThat(server.asked().getLast()).contains("cursor=abc").contains("number=brk");
        model.showMoreStock();
        assertThat(model.stock()).hasSize(4);
    }

    @Test
    void anEndedAccessTokenIsRenewedUnseen() {
        signIn();
        server.endAccessToken();
        model.showTills();
        assertThat(model.tills()).hasSize(3);
        assertThat(model.troubleProperty().get()).isEmpty();
        assertThat(server.asked()).contains("/api/admin/v1/tokens/refresh");
    }

    @Test
    void withoutTheServerTheOldFiguresStayWithAClearSentence() {
        signIn();
        model.showTills();
        server.close();
        model.showTills();
        assertThat(model.tills()).hasSize(3);
        assertThat(model.troubleProperty().get()).contains("can't be reached");
    }

    @Test
    void signingOutForgetsEverything() {
        signIn();
        model.showTakings(FROM, UNTIL);
        model.signOut();
        assertThat(model.days()).isEmpty();
        assertThat(model.signedInProperty().get()).isFalse();
        model.showTills();
        assertThat(model.tills()).isEmpty();
    }

    @Test
    void reversedDaysAreNotAsked() {
        signIn();
        model.showTakings(UNTIL, FROM);
        assertThat(model.troubleProperty().get()).contains("after the last one");
    }

    private void signIn() {
        model.signIn(" helena ", "secret");
        assertThat(model.signedInProperty().get()).isTrue();
    }

    private HeadOfficeModel model(String address) {
        return new HeadOfficeModel(
                workplace,
                new HeadOfficeClient(address, Locale.ENGLISH),
                _ -> Optional.empty(),
                Clock.fixed(NOW, ZoneOffset.UTC));
    }
}
