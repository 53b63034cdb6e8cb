package kmmotos.desktop.shifts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kmmotos.desktop.receipts.SampleSlips;
import kmmotos.desktop.shifts.Explanation.Kind;
import kmmotos.model.money.Money;
import kmmotos.model.sales.Sale;
import kmmotos.model.shifts.CashMovement;
import kmmotos.model.shifts.CashPurpose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The sample sale was paid with 60.00 by card and 56.02 in cash: 100.00 given, 43.98 change. The
/// float is 200.00.
class ExplanationsTest {

    private static final Sale SALE = SampleSlips.sale();

    @ParameterizedTest
    @CsvSource({
        "60.00, CAME_IN_CASH, 60.00, 60.00",
        "-56.02, CAME_BY_CARD, 56.02, 56.02",
        "-90.00, GIVEN_MISTYPED, 100.00, 10.00",
        "-18.00, CHANGE_MISCOUNTED, 43.98, 61.98",
        "18.00, CHANGE_MISCOUNTED, 43.98, 25.98",
        "-180.00, FLOAT_MISTYPED, 200.00, 20.00",
        "-150.00, DROP_MISSING, 150.00, 150.00"
    })
    void aSlipThatMakesUpTheDifferenceIsProposed(
            String difference, Kind kind, String keyed, String meant) {
        assertThat(explain(difference, List.of())).anyMatch(one -> is(one, kind, keyed, meant));
    }

    private static boolean is(Explanation one, Kind kind, String keyed, String meant) {
        return one.kind() == kind
                && one.keyed().equals(SampleSlips.money(keyed))
                && one.meant().equals(SampleSlips.money(meant));
    }

    @Test
    void whatComesFromASaleNamesItsReceipt() {
        assertThat(explain("60.00", List.of()).getFirst().sale()).contains(SALE);
    }

    @Test
    void aPaymentBookedTwiceIsProposedWithTheSecondSlip() {
        List<CashMovement> twice =
                List.of(
                        moved(1, CashPurpose.EXPENSE, "35.00"),
                        moved(2, CashPurpose.EXPENSE, "35.00"));
        assertThat(explain("35.00", twice))
                .anySatisfy(one -> {
                    assertThat(one.kind()).isEqualTo(Kind.MOVED_TWICE);
                    assertThat(one.movement()).contains(twice.getLast());
                });
        assertThat(explain("-35.00", twice)).noneMatch(one -> one.kind() == Kind.MOVED_TWICE);
    }

    @Test
    void aPaymentBookedTheWrongWayRoundIsTwiceItsAmount() {
        List<CashMovement> in = List.of(moved(1, CashPurpose.OTHER_INCOME, "40.00"));
        assertThat(explain("-80.00", in)).anyMatch(one -> one.kind() == Kind.MOVED_THE_OTHER_WAY);
    }

    @Test
    void aDropLikeAnEarlierOneIsMissedWhateverItsAmount() {
        List<CashMovement> drop = List.of(moved(1, CashPurpose.TO_SAFE, "73.00"));
        assertThat(explain("-73.00", drop))
                .anySatisfy(one -> {
                    assertThat(one.kind()).isEqualTo(Kind.DROP_MISSING);
                    assertThat(one.movement()).contains(drop.getFirst());
                });
    }

    @Test
    void anExactDrawerNeedsNoExplanationAndAnOddCentHasNone() {
        assertThat(explain("0.00", List.of())).isEmpty();
        assertThat(explain("-0.01", List.of())).isEmpty();
        assertThat(explain("-0.81", List.of())).isEmpty();
    }

    @Test
    void aWholeDayOfEqualSalesDoesNotFillTheScreen() {
        List<Explanation> found =
                Explanations.of(
                        SampleSlips.money("60.00"),
                        SampleSlips.money("200.00"),
                        Collections.nCopies(500, SALE),
                        List.of());
        assertThat(found).hasSize(Explanations.MAX_OF_A_KIND);
    }

    private static List<Explanation> explain(String difference, List<CashMovement> movements) {
        return Explanations.of(
                SampleSlips.money(difference),
                SampleSlips.money("200.00"),
                List.of(SALE),
                movements);
    }

    private static CashMovement moved(int number, CashPurpose purpose, String amount) {
        Money money = SampleSlips.money(amount);
        return new CashMovement(
                new UUID(1, number),
                SALE.shiftId(),
                SALE.store(),
                SALE.device(),
                SALE.businessDay(),
                SampleSlips.NOON,
                SALE.staffId(),
                Optional.empty(),
                number,
                purpose,
                money,
                "");
    }
}
