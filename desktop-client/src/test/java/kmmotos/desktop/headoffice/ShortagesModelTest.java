package kmmotos.desktop.headoffice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import kmmotos.desktop.headoffice.ShortageView.Waiting;
import kmmotos.desktop.ui.SampleWorkplace;
import kmmotos.desktop.ui.Workplace;
import kmmotos.model.staff.Role;
import kmmotos.model.stores.StoreId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ShortagesModelTest {

    private final SampleHeadOffice server = new SampleHeadOffice();
    private final Workplace workplace = SampleWorkplace.of(Role.HEAD_OFFICE);
    private final HeadOfficeModel office = server.office(workplace);
    private final ShortagesModel model = office.shortages();

    @BeforeEach
    void choose() {
        office.signIn("helena", "secret");
        model.refresh();
        model.choose(UUID.fromString(SampleHeadOffice.CASE));
    }

    @AfterEach
    void stopServer() {
        server.close();
    }

    @Test
    void aCaseSaysHowManyAreMissingAndWhoWaits() {
        var shortage = model.chosenProperty().get().orElseThrow();

        assertThat(model.cases()).hasSize(1);
        assertThat(shortage.missing()).hasToString("5");
        assertThat(shortage.orders().getFirst().isMovable()).isFalse();
        assertThat(second().isMovable()).isTrue();
        assertThat(shortage.proposals().orElseThrow().storesFor(second().orderId()))
                .containsExactly(new StoreId("S2"), new StoreId("S3"));
    }

    @Test
    void aStoreIsAskedForAllThatIsMissing() {
        model.ask(new StoreId("S2"));

        assertThat(server.commands().getLast())
                .contains("\"store\":\"S2\"")
                .contains("\"quantity\":\"5\"");
        assertThat(workplace.messages().shown().getLast().text()).isEqualTo("Done.");
    }

    @Test
    void whatTheServerRefusesIsToldInItsOwnWordsAndTriedAgainUnderTheSameKey() {
        model.move(second(), new StoreId("S2"));
        model.move(second(), new StoreId("S2"));

        assertThat(workplace.messages().shown().getLast().text()).isEqualTo("Not there either.");
        assertThat(server.commands().stream().map(text -> text.substring(0, 36)).distinct())
                .hasSize(1);
    }

    @Test
    void aDoneWishMayBeWishedAgain() {
        model.ask(new StoreId("S2"));
        model.ask(new StoreId("S2"));

        assertThat(server.commands().stream().map(text -> text.substring(0, 36)).distinct())
                .hasSize(2);
    }

    @Test
    void nobodyCancelsWithoutAReason() {
        model.cancel(second(), " ");
        assertThat(server.commands()).isEmpty();

        model.cancel(second(), "damaged");
        assertThat(server.commands().getLast()).contains("\"note\":\"damaged\"");
    }

    private Waiting second() {
        return model.chosenProperty().get().orElseThrow().orders().getLast();
    }
}
