package kmmotos.desktop.headoffice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kmmotos.desktop.headoffice.PromotionForm.Kind;
import kmmotos.desktop.ui.SampleWorkplace;
import kmmotos.desktop.ui.Workplace;
import kmmotos.model.pricing.Promotion;
import kmmotos.model.pricing.SamplePromotions;
import kmmotos.model.staff.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/// Promotions made, changed and ended, without a window.
class PromotionsModelTest {

    static final List<Promotion> KINDS = SamplePromotions.ALL;

    private final SampleHeadOffice server = new SampleHeadOffice();
    private final Workplace workplace = SampleWorkplace.of(Role.HEAD_OFFICE);
    private final HeadOfficeModel office = server.office(workplace);
    private final PromotionsModel model = office.promotions();

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

    private static PromotionForm form(Kind kind, String items, String off, String amount) {
        return new PromotionForm(
                "Oil week",
                kind,
                items,
                "",
                off,
                amount,
                "2+1",
                LocalDate.of(2026, 12, 1),
                LocalDate.of(2026, 12, 24),
                Set.of(DayOfWeek.TUESDAY),
                "18:00-21:00",
                "s1, S2",
                "PT",
                "",
                true);
    }

    @Test
    void whatIsOfferedIsShown() {
        assertThat(model.promotions())
                .extracting(PromotionView::promotion)
                .containsExactly(
                        SamplePromotions.THREE_FOR_TWO, SamplePromotions.TUESDAY_EVENING.ended());
    }

    @ParameterizedTest
    @FieldSource("KINDS")
    void aPromotionIsReadFromTheFormAsItWasWrittenThere(Promotion promotion) {
        PromotionForm form = PromotionForm.of(promotion, workplace);
        assertThat(form.deal(workplace)).contains(promotion.deal());
        assertThat(form.schedule()).contains(promotion.schedule());
        assertThat(form.stores()).contains(promotion.stores());
    }

    @Test
    void aNewPromotionIsSavedWithWhatWasTyped() {
        model.save(form(Kind.BUY_GET, "#oil, @MOTUL, OIL-1", "100%", ""));
        assertThat(server.commands().getLast())
                .startsWith("PUT /promotions/")
                .contains("\"type\":\"buy_get\"")
                .contains("\"skus\":[\"OIL-1\"],\"categories\":[\"oil\"],\"brands\":[\"MOTUL\"]")
                .contains("\"stores\":[\"S1\",\"S2\"],\"zones\":[\"PT\"]")
                .contains("\"weekdays\":[\"TUESDAY\"]");
        assertThat(said()).contains("Saved");
    }

    @Test
    void aChangedPromotionKeepsItsIdAndItsNamesInOtherLanguages() {
        model.choose(Optional.of(model.promotions().getFirst()));
        PromotionForm shown = model.formProperty().get();
        assertThat(shown.units()).isEqualTo("2+1");
        model.save(shown);
        assertThat(server.commands().getLast())
                .startsWith("PUT /promotions/" + SamplePromotions.THREE_FOR_TWO.promotionId())
                .contains("Leve 3, pague 2");
    }

    @Test
    void anEndedOneIsAskedForOnce() {
        model.end(model.promotions().getFirst());
        assertThat(server.commands())
                .hasSize(1)
                .first()
                .asString()
                .startsWith(
                        "POST /promotions/"
                                + SamplePromotions.THREE_FOR_TWO.promotionId()
                                + "/end");
    }

    @Test
    void whatCanNotBeAPromotionIsNotAskedForAndItIsSaidWhy() {
        model.save(form(Kind.OFF, "", "10%", ""));
        assertThat(said()).contains("on what");
        model.save(form(Kind.OFF, "*", "110%", ""));
        model.save(form(Kind.BUY_GET, "OIL", "5.00", ""));
        assertThat(said()).contains("2+1");
        model.save(form(Kind.BUNDLE, "1 x KIT; 0 x PAD", "", "250"));
        model.save(form(Kind.BUNDLE, "", "", "250"));
        assertThat(said()).contains("parts");
        model.save(form(Kind.THRESHOLD, "*", "30", "20"));
        assertThat(server.commands()).isEmpty();
        model.save(form(Kind.THRESHOLD, "*", "20", "200"));
        assertThat(server.commands()).hasSize(1);
    }
}
