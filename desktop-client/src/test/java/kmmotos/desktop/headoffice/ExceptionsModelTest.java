package kmmotos.desktop.headoffice;

import static org.assertj.core.api.Assertions.assertThat;

import kmmotos.desktop.ui.SampleWorkplace;
import kmmotos.desktop.ui.Workplace;
import kmmotos.model.staff.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ExceptionsModelTest {

    private final SampleHeadOffice server = new SampleHeadOffice();
    private final Workplace workplace = SampleWorkplace.of(Role.HEAD_OFFICE);
    private final HeadOfficeModel office = server.office(workplace);
    private final ExceptionsModel model = office.exceptions();

    @BeforeEach
    void look() {
        office.signIn("helena", "secret");
        model.refresh();
    }

    @AfterEach
    void stopServer() {
        server.close();
    }

    @Test
    void anItemSaysWhatItIsAboutAndWhatMayBeDone() {
        assertThat(model.items()).hasSize(2);
        assertThat(model.items().getFirst().concerns().receipt()).contains("S1-1-1-000123");
        assertThat(model.items().getFirst().isAboutAnUnknownOrder()).isTrue();
        assertThat(model.items().getLast().mayBeTriedAgain()).isTrue();
    }

    @Test
    void nothingIsSetAsideWithoutAReason() {
        model.setAside(model.items().getFirst(), " ");
        assertThat(server.commands()).isEmpty();

        model.setAside(model.items().getFirst(), "the customer was called");
        assertThat(server.commands())
                .containsExactly("dismiss {\"note\":\"the customer was called\"}");
        assertThat(workplace.messages().shown().getLast().text()).isEqualTo("Done.");
    }

    @Test
    void anItemIsTriedAgain() {
        model.retry(model.items().getLast());
        assertThat(server.commands()).containsExactly("retry {}");
    }
}
