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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Lost cards and signed coupons, without a window.
class CardsModelTest {

    private final SampleHeadOffice server = new SampleHeadOffice();
    private final Workplace workplace = SampleWorkplace.of(Role.HEAD_OFFICE);
    private final HeadOfficeModel office =
            new HeadOfficeModel(
                    workplace,
                    new HeadOfficeClient(server.address(), Locale.ENGLISH),
                    _ -> Optional.empty(),
                    Clock.fixed(Instant.parse("2026-11-21T15:04:05Z"), ZoneOffset.UTC));
    private final CardsModel model = office.cards();

    @BeforeEach
    void look() {
        office.signIn("helena", "secret");
        model.refresh();
    }

    @AfterEach
    void stopServer() {
        server.close();
    }

    private String said() {
        return workplace.messages().shown().getLast().text();
    }

    @Test
    void whatIsOwedOnCardsIsShown() {
        assertThat(model.owed().getFirst().owed().amount()).isEqualTo("2480.00");
    }

    @Test
    void nothingIsDoneWithoutACardAndAReason() {
        model.block("lost");
        assertThat(said()).contains("Choose a card");
        model.find("39HN");
        model.choose(Optional.of(model.found().getFirst()));
        model.block(" ");
        assertThat(said()).contains("Say why");
        model.move("lost");
        assertThat(said()).contains("Block the card first");
        assertThat(server.commands()).isEmpty();
    }

    @Test
    void aNumberIsShownForAsLongAsItMayBeTheCards() {
        model.find("39HN");
        model.choose(Optional.of(model.found().getFirst()));
        model.block("lost");
        assertThat(model.newNumberProperty().get()).isEmpty();
        model.move("a new one");
        assertThat(model.newNumberProperty().get()).startsWith("GC-");
        model.unblock("found");
        assertThat(model.newNumberProperty().get()).isEmpty();
    }

    @Test
    void couponsThatCannotBeIssuedAreNotAskedFor() {
        var coupons = office.coupons();
        LocalDate day = LocalDate.of(2026, 12, 1);
        coupons.issue(new CouponsModel.Typed("", "10%", "", day, "", "5"));
        coupons.issue(new CouponsModel.Typed("A", "110%", "", day, "", "5"));
        coupons.issue(new CouponsModel.Typed("A", "0", "", day, "", "5"));
        coupons.issue(new CouponsModel.Typed("A", "10%", "x", day, "", "5"));
        coupons.issue(new CouponsModel.Typed("A", "10%", "", null, "", "5"));
        coupons.issue(new CouponsModel.Typed("A", "10%", "", day.minusDays(30), "", "5"));
        coupons.issue(new CouponsModel.Typed("A", "10%", "", day, "no shop", "5"));
        coupons.issue(new CouponsModel.Typed("A", "10%", "", day, "", "1001"));
        assertThat(server.commands()).isEmpty();
        coupons.issue(new CouponsModel.Typed("A", "20.00", "100", day, "S1", "1000"));
        assertThat(server.commands()).hasSize(1);
    }
}
