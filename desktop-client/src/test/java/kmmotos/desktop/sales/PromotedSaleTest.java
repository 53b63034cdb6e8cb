package kmmotos.desktop.sales;

import static kmmotos.desktop.sales.CounterFixture.KIT;
import static kmmotos.desktop.sales.CounterFixture.PAD;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Optional;
import java.util.Set;
import kmmotos.model.pricing.Adjustment;
import kmmotos.model.pricing.Deal;
import kmmotos.model.pricing.Discount;
import kmmotos.model.pricing.Items;
import kmmotos.model.pricing.PricedLine;
import kmmotos.model.pricing.Promotion;
import kmmotos.model.pricing.SamplePromotions;
import kmmotos.model.pricing.Schedule;
import kmmotos.model.sales.Sale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Promotions at the counter of a shop in São Paulo, on a Saturday at 10.
class PromotedSaleTest {

    private static final Promotion MORNING =
            Promotion.of(
                            SamplePromotions.TUESDAY_EVENING.promotionId(),
                            SamplePromotions.TUESDAY_EVENING.names(),
                            new Deal.Off(
                                    Items.inCategory("brakes-pads"),
                                    new Discount.PercentOff(BigDecimal.TEN)))
                    .during(
                            new Schedule(
                                    Optional.empty(),
                                    Optional.empty(),
                                    Set.of(),
                                    Optional.of(
                                            new Schedule.Hours(
                                                    LocalTime.of(9, 0), LocalTime.of(11, 0)))));

    @TempDir Path folder;
    private CounterFixture at;

    @BeforeEach
    void openTheShop() {
        at = new CounterFixture(folder);
        at.books.promotions.addAll(SamplePromotions.ALL);
        at.books.promotions.remove(SamplePromotions.TUESDAY_EVENING);
        at.open();
    }

    @Test
    void aPromotionIsTakenOffAndNamedOnItsLines() {
        at.type("3*OL1030");

        LineView line = at.sale().rows().getFirst();
        assertThat(at.due()).isEqualTo("64.67");
        assertThat(line.discount().amount()).isEqualTo("-32.33");
        assertThat(line.promotions()).containsExactly("Leve 3, pague 2");
    }

    @Test
    void aBundleIsFoundInWhateverOrderItsPartsAreScanned() {
        at.scan(PAD);
        at.scan(KIT);
        assertThat(at.due()).isEqualTo("218.90");
        at.scan(PAD);
        assertThat(at.due()).isEqualTo("250.00");
    }

    @Test
    void theReceiptHoldsWhatWasSavedAndByWhat() {
        at.type("3*OL1030");
        Sale sale = at.pay("");

        assertThat(sale.total().amount()).isEqualTo("64.67");
        assertThat(sale.lines().getFirst().adjustments())
                .extracting(Adjustment::kind, Adjustment::label)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(
                                Adjustment.Kind.PROMOTION, "Leve 3, pague 2"));
    }

    @Test
    void thePriceIsExplainedWithItsPromotion() {
        at.type("3*OL1030");
        assertThat(at.sale().priced().lines().getFirst().explanation())
                .extracting(PricedLine.Step::kind)
                .contains(PricedLine.StepKind.PROMOTION);
    }

    @Test
    void aHappyHourThatEndsWhileTheCustomerStandsThereStillHolds() {
        at.books.promotions.clear();
        at.books.promotions.add(MORNING);
        at.now = CounterFixture.NOW.plus(Duration.ofMinutes(59));
        at.scan(PAD);
        assertThat(at.due()).isEqualTo("44.91");

        at.now = CounterFixture.NOW.plus(Duration.ofMinutes(61));
        at.scan(PAD);
        assertThat(at.due()).isEqualTo("89.82");
        at.pay("");

        at.scan(PAD);
        assertThat(at.due()).isEqualTo("49.90");
    }

    @Test
    void aPromotionThatIsEndedMeanwhileHoldsUntilTheSaleIsFinished() {
        at.type("3*OL1030");
        at.books.promotions.clear();
        at.scan(PAD);
        assertThat(at.due()).isEqualTo("114.57");
    }
}
