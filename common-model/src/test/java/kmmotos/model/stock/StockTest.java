package kmmotos.model.stock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import kmmotos.model.money.Quantity;
import kmmotos.model.pricing.SamplePrices;
import kmmotos.model.stores.StoreId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StockTest {

    private static final StoreId S1 = new StoreId("S1");

    @Test
    void everyMovementLeavesTheSumOverAllLocationsAtZero() {
        StockMovement movement =
                new StockMovement(
                        S1, SamplePrices.PAD, Quantity.of(7), Location.SUPPLIER, Location.STORE);
        Quantity sum =
                Arrays.stream(Location.values())
                        .map(movement::changeAt)
                        .reduce(Quantity.ZERO, Quantity::plus);
        assertThat(sum).isEqualTo(Quantity.ZERO);
    }

    @Test
    void aMovementIsOfSomethingFromSomewhereToSomewhereElse() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new StockMovement(
                                S1,
                                SamplePrices.PAD,
                                Quantity.ZERO,
                                Location.SUPPLIER,
                                Location.STORE));
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new StockMovement(
                                S1,
                                SamplePrices.PAD,
                                Quantity.ONE,
                                Location.STORE,
                                Location.STORE));
    }

    @ParameterizedTest
    @EnumSource(StockAdjustment.Reason.class)
    void aCorrectionMovesWhatItSays(StockAdjustment.Reason reason) {
        assertThat(adjustment(Quantity.of(-3), reason).movement().changeAt(Location.STORE))
                .isEqualTo(Quantity.of(-3));
        assertThat(adjustment(Quantity.of(3), reason).movement().changeAt(Location.STORE))
                .isEqualTo(Quantity.of(3));
    }

    @Test
    void anAbsurdCorrectionIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> adjustment(Quantity.of(100_000), StockAdjustment.Reason.FOUND));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> adjustment(Quantity.ZERO, StockAdjustment.Reason.FOUND));
    }

    @Test
    void receivedGoodsComeFromTheSupplier() {
        StockReceipt receipt =
                new StockReceipt(
                        new UUID(0, 1),
                        S1,
                        "DN 77",
                        List.of(new StockReceipt.Line(SamplePrices.PAD, Quantity.of(10))));
        assertThat(receipt.movements().getFirst().from()).isEqualTo(Location.SUPPLIER);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new StockReceipt.Line(SamplePrices.PAD, Quantity.of(-1)));
    }

    private static StockAdjustment adjustment(Quantity change, StockAdjustment.Reason reason) {
        return new StockAdjustment(new UUID(0, 2), S1, SamplePrices.PAD, change, reason, "");
    }
}
