package kmmotos.model.shifts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import kmmotos.model.money.Money;
import kmmotos.model.pricing.SamplePrices;
import kmmotos.model.sales.SampleSales;
import kmmotos.model.sales.ShiftTotals;
import kmmotos.model.staff.Role;
import kmmotos.model.staff.SampleStaff;
import kmmotos.model.stores.SampleStores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CashMovementTest {

    @Test
    void whatIsPaidInAddsAndWhatIsPaidOutOrDroppedTakesAway() {
        ShiftTotals totals =
                ShiftTotals.none(SampleStores.BRL)
                        .plus(moved(CashPurpose.CHANGE_FROM_SAFE, "100.00"))
                        .plus(moved(CashPurpose.SUPPLIER, "30.00"))
                        .plus(moved(CashPurpose.TO_SAFE, "500.00"))
                        .plus(moved(CashPurpose.GIVING_CHANGE, "0"));
        assertThat(totals.cashMoved())
                .isEqualTo(new CashTotals(money("100"), money("30"), money("500"), 1));
        assertThat(totals.cashInDrawer()).isEqualTo(money("-430"));
        assertThat(totals.takings()).isEqualTo(money("0"));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void movementsAddUpToTheSameInAnyOrder(long seed) {
        Random random = new Random(seed);
        List<CashPurpose> all = List.of(CashPurpose.values());
        List<CashMovement> movements = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            CashPurpose purpose = all.get(random.nextInt(all.size()));
            int cents = purpose.kind().movesMoney() ? 1 + random.nextInt(50_000) : 0;
            movements.add(moved(purpose, Money.ofMinor(cents, SampleStores.BRL).amount()));
        }
        ShiftTotals inOrder = fold(movements);
        Collections.shuffle(movements, random);
        assertThat(fold(movements)).as("seed %d", seed).isEqualTo(inOrder);
        Money changes =
                Money.sum(movements.stream().map(CashMovement::change).toList(), SampleStores.BRL);
        assertThat(inOrder.cashInDrawer()).isEqualTo(changes);
    }

    @ParameterizedTest
    @EnumSource(CashPurpose.class)
    void onlyWhatMovesMoneyHasAnAmountAndAnAccount(CashPurpose purpose) {
        boolean moves = purpose.kind().movesMoney();
        assertThat(purpose.account().isEmpty()).isEqualTo(!moves);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> moved(purpose, moves ? "0.00" : "1.00"));
        assertThatIllegalArgumentException().isThrownBy(() -> moved(purpose, "-1.00"));
    }

    @Test
    void aShiftThatGoesOnElsewhereKeepsWhatItHadTaken() {
        ShiftTotals here =
                ShiftTotals.none(SampleStores.BRL)
                        .plus(SampleSales.cashSale())
                        .plus(moved(CashPurpose.TO_SAFE, "5.00"));
        ShiftTotals there = ShiftTotals.none(SampleStores.BRL).plus(SampleSales.leasedSale());
        assertThat(here.plus(there))
                .isEqualTo(
                        ShiftTotals.none(SampleStores.BRL)
                                .plus(SampleSales.leasedSale())
                                .plus(moved(CashPurpose.TO_SAFE, "5.00"))
                                .plus(SampleSales.cashSale()));
    }

    @Test
    void aHigherRoleMayPayOutMore() {
        assertThat(Role.CASHIER.payOutLimit(SampleStores.BRL)).isEqualTo(money("100"));
        assertThat(Role.values())
                .isSortedAccordingTo((one, other) ->
                        one.payOutLimit(SampleStores.BRL)
                                .compareTo(other.payOutLimit(SampleStores.BRL)));
    }

    private static ShiftTotals fold(List<CashMovement> movements) {
        ShiftTotals totals = ShiftTotals.none(SampleStores.BRL);
        for (CashMovement movement : movements) {
            totals = totals.plus(movement);
        }
        return totals;
    }

    private static Money money(String amount) {
        return Money.parse(amount, SampleStores.BRL);
    }

    private static CashMovement moved(CashPurpose purpose, String amount) {
        return new CashMovement(
                new UUID(0, 1),
                SampleSales.SHIFT,
                SampleStores.SAO_PAULO.storeId(),
                SampleStores.TILL_1.deviceId(),
                SamplePrices.DAY,
                SampleSales.AT,
                SampleStaff.ANA.staffId(),
                Optional.empty(),
                1,
                purpose,
                money(amount),
                "");
    }
}
