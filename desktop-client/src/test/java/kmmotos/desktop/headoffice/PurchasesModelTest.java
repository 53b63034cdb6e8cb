package kmmotos.desktop.headoffice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import kmmotos.desktop.ui.SampleWorkplace;
import kmmotos.desktop.ui.Workplace;
import kmmotos.model.purchasing.SamplePurchases;
import kmmotos.model.staff.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Purchase orders made, changed and closed, without a window.
class PurchasesModelTest {

    private final SampleHeadOffice server = new SampleHeadOffice();
    private final Workplace workplace = SampleWorkplace.of(Role.HEAD_OFFICE);
    private final HeadOfficeModel office = server.office(workplace);
    private final PurchasesModel model = office.purchases();

    @BeforeEach
    void look() {
        office.signIn("helena", "secret");
        model.refresh();
    }

    @AfterEach
    void stopServer() {
        server.close();
    }

    private static PurchaseForm form(String number, String store, String tolerance, String lines) {
        return new PurchaseForm(
                number, "Torque", store, LocalDate.of(2026, 12, 1), tolerance, lines);
    }

    private String refusal(PurchaseForm typed) {
        model.save(typed);
        assertThat(server.commands()).isEmpty();
        return SampleWorkplace.lastMessage(workplace);
    }

    @Test
    void whatCameOfEachOrderIsShown() {
        assertThat(model.orders().getFirst().progress()).isEqualTo(SamplePurchases.progress());
    }

    @Test
    void anOrderThatIsChosenCanBeSavedAsItIs() {
        model.choose(Optional.of(model.orders().getFirst()));
        model.save(model.formProperty().get());
        assertThat(server.commands().getLast())
                .contains("\"order_id\":\"" + SamplePurchases.ORDER + "\"")
                .contains("\"tolerance_percent\":10", "\"quantity\":\"24\"");
        assertThat(SampleWorkplace.lastMessage(workplace)).contains("Saved");
    }

    @Test
    void whatCanNotBeReadIsRefusedWithItsReason() {
        assertThat(refusal(form("", "S1", "0", "A 1 2.00"))).contains("number");
        assertThat(refusal(form("PO-2", "shop one", "0", "A 1 2.00"))).contains("like S1");
        assertThat(refusal(form("PO-2", "S1", "120", "A 1 2.00"))).contains("0 to 100");
        assertThat(refusal(form("PO-2", "S1", "0", ""))).contains("Each line");
        assertThat(refusal(form("PO-2", "S1", "0", "A 1"))).contains("Each line");
        assertThat(refusal(form("PO-2", "S1", "0", "A -1 2.00"))).contains("Each line");
        assertThat(refusal(form("PO-2", "S1", "0", "A 1 2.00\nA 2 2.00"))).contains("Each line");
    }

    @Test
    void anOrderIsClosedWhenNothingMoreIsAwaited() {
        model.close(model.orders().getFirst());
        assertThat(server.commands().getLast())
                .startsWith("POST /purchase-orders/" + SamplePurchases.ORDER + "/close");
    }
}
