package kmmotos.desktop.headoffice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
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
        assertThat(model.accounts().getFirst().owes().amount()).isEqualTo("150.00");
        assertThat(model.held()).hasSize(2);
        assertThat(model.held().getLast().late()).isTrue();
    }

    private static CreditModel.Typed typed(String limit, String home, String note) {
        return new CreditModel.Typed(limit, home, false, note);
    }

    @Test
    void aLimitIsSetForTheChosenCustomerWithAReason() {
        model.save(typed("500", "", "x"));
        assertThat(server.commands()).isEmpty();
        model.choose(Optional.of(model.accounts().getFirst()));
        for (var wrong :
                List.of(
                        typed("-1", "S1", "x"),
                        typed("abc", "S1", "x"),
                        typed("1500", "no shop", "x"),
                        typed("1500", "S1", " "))) {
            model.save(wrong);
            assertThat(server.commands()).isEmpty();
        }
        model.save(typed("1500", "s1", "pays on time"));
        assertThat(server.commands())
                .singleElement()
                .asString()
                .startsWith("PUT /customers/01890000-0000-7000-8000-000000000605/credit")
                .contains(
                        "\"amount\":\"1500.00\"",
                        "\"home_store\":\"S1\"",
                        "\"note\":\"pays on time\"");
    }

    @Test
    void aFirstCreditIsGivenToACustomerWhoIsLookedFor() {
        model.find(" ");
        assertThat(model.found()).isEmpty();
        model.find("moto");
        model.choose(model.found().getFirst());
        assertThat(model.chosenProperty().get().orElseThrow().limit().isZero()).isTrue();
        model.save(typed("300", "", "new workshop"));
        assertThat(server.commands())
                .singleElement()
                .asString()
                .startsWith("PUT /customers/01890000-0000-7000-8000-000000000606/credit");
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
