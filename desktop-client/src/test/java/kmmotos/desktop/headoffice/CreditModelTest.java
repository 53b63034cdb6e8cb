package kmmotos.desktop.headoffice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import kmmotos.desktop.ui.SampleWorkplace;
import kmmotos.desktop.ui.Workplace;
import kmmotos.model.staff.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CreditModelTest {

    private final SampleHeadOffice server = new SampleHeadOffice();
    private final Workplace workplace = SampleWorkplace.of(Role.HEAD_OFFICE);
    private final HeadOfficeModel office = server.office(workplace);
    private final CreditModel model = office.credit();

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
    void itShowsWhatIsOwedAndWhatTillsHold() {
        assertThat(model.owed().getFirst().owed().amount()).isEqualTo("2480.00");
        assertThat(model.accounts().getFirst().owes().amount()).isEqualTo("150.00");
        assertThat(model.held()).hasSize(2);
        assertThat(model.held().getLast().late()).isTrue();
    }

    @Test
    void aLimitIsSetForTheChosenCustomer() {
        model.limit("500");
        assertThat(server.commands()).isEmpty();
        model.choose(Optional.of(model.accounts().getFirst()));
        model.limit("-1");
        assertThat(server.commands()).isEmpty();
        model.limit("1500");
        assertThat(server.commands())
                .singleElement()
                .asString()
                .startsWith("PUT /customers/01890000-0000-7000-8000-000000000605/credit")
                .contains("\"amount\":\"1500.00\"", "\"home_store\":\"S1\"");
    }

    @Test
    void aLeaseIsFreedWithAReasonOnly() {
        model.close(model.held().getLast(), " ");
        assertThat(server.commands()).isEmpty();
        model.close(model.held().getLast(), "stolen");
        assertThat(server.commands())
                .containsExactly(
                        "POST /leases/01890000-0000-7000-8000-000000000602/close"
                                + " {\"note\":\"stolen\"}");
    }
}
