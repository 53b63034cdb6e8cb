package kmmotos.model.purchasing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.LongStream;
import kmmotos.model.catalog.Sku;
import kmmotos.model.money.Money;
import kmmotos.model.money.Quantity;
import kmmotos.model.pricing.SamplePrices;
import kmmotos.model.purchasing.PurchaseProgress.State;
import kmmotos.model.stock.Location;
import kmmotos.model.stock.StockMovement;
import kmmotos.model.stores.SampleStores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PurchaseTest {

    private static final Sku PAD = SamplePrices.PAD;

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 20);
    }

    private static Money brl(String amount) {
        return Money.parse(amount, SampleStores.BRL);
    }

    @Test
    void damagedPiecesAreNoStockAndStayToBeDelivered() {
        PurchaseReceipt receipt = SamplePurchases.receipt(8, 1);
        assertThat(receipt.movements())
                .containsExactly(
                        new StockMovement(
                                receipt.store(),
                                PAD,
                                Quantity.of(8),
                                Location.SUPPLIER,
                                Location.STORE));
        PurchaseProgress progress = PurchaseProgress.of(SamplePurchases.order()).plus(receipt);
        assertThat(progress.left(PAD)).isEqualTo(Quantity.of(2));
        assertThat(progress.came().getFirst().damaged()).isEqualTo(Quantity.ONE);
        assertThat(SamplePurchases.receipt(0, 1).movements()).isEmpty();
    }

    @Test
    void anOrderIsReceivedWhenAllOfItCame() {
        PurchaseProgress nothing = PurchaseProgress.of(SamplePurchases.order());
        assertThat(nothing.state()).isEqualTo(State.ORDERED);
        assertThat(nothing.plus(SamplePurchases.receipt(0, 3)).state()).isEqualTo(State.ORDERED);
        PurchaseProgress some = nothing.plus(SamplePurchases.receipt(10, 0));
        assertThat(some.state()).isEqualTo(State.PARTLY_RECEIVED);
        PurchaseProgress all = some.plus(rest());
        assertThat(all.state()).isEqualTo(State.RECEIVED);
        assertThat(all.isAwaited()).isFalse();
        assertThat(PurchaseProgress.of(SamplePurchases.order().closed()).state())
                .isEqualTo(State.CLOSED);
    }

    private static PurchaseReceipt rest() {
        PurchaseReceipt of = SamplePurchases.receipt();
        return new PurchaseReceipt(
                of.receiptId(),
                of.orderId(),
                of.orderNumber(),
                of.store(),
                "",
                of.businessDay(),
                of.at(),
                of.receivedBy(),
                of.approvedBy(),
                SamplePurchases.order().lines().stream()
                        .skip(1)
                        .map(line ->
                                new PurchaseReceipt.Line(
                                        line.sku(),
                                        line.quantity(),
                                        Quantity.ZERO,
                                        Optional.of(line.cost())))
                        .toList());
    }

    @Test
    void moreThanTheToleranceIsTooManyAndSoIsWhatWasNotOrdered() {
        PurchaseProgress nothing = PurchaseProgress.of(SamplePurchases.order());
        PurchaseReceipt eleven = SamplePurchases.receipt(11, 0);
        assertThat(nothing.plus(eleven).tooMany(eleven)).isEmpty();
        PurchaseReceipt one = SamplePurchases.receipt(1, 0);
        assertThat(nothing.plus(eleven).plus(one).tooMany(one)).containsExactly(PAD);
        PurchaseOrder without = SamplePurchases.order();
        assertThat(without.most(new Sku("NOT-ORDERED"))).isEqualTo(Quantity.ZERO);
    }

    @Test
    void anOrderCostsTheSumOfItsLines() {
        assertThat(SamplePurchases.order().total()).isEqualTo(brl("681.00"));
        assertThat(SamplePurchases.receipt(8, 1).value()).contains(brl("199.20"));
    }

    @Test
    void anOrderHasEachItemOnceAndOneCurrency() {
        PurchaseOrder.Line line = SamplePurchases.order().lines().getFirst();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> with(List.of(line, line)))
                .withMessageContaining("twice");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        with(
                                List.of(
                                        line,
                                        new PurchaseOrder.Line(
                                                new Sku("OTHER"),
                                                Quantity.ONE,
                                                Money.parse(
                                                        "1.00", SampleStores.LISBON.currency())))))
                .withMessageContaining("currency");
    }

    private static PurchaseOrder with(List<PurchaseOrder.Line> lines) {
        PurchaseOrder of = SamplePurchases.order();
        return new PurchaseOrder(
                of.orderId(),
                of.number(),
                of.store(),
                of.supplier(),
                of.orderedAt(),
                of.expected(),
                of.tolerancePercent(),
                lines,
                true);
    }

    @Test
    void moreIsProposedAtTheMinimumAndUpToTheMaximumLessWhatIsComing() {
        Reorder pads = Reorder.of(SamplePurchases.level());
        assertThat(pads.missing(Quantity.of(5), Quantity.ZERO)).isEmpty();
        assertThat(pads.missing(Quantity.of(4), Quantity.ZERO)).contains(Quantity.of(16));
        assertThat(pads.missing(Quantity.of(-2), Quantity.of(3))).contains(Quantity.of(19));
        assertThat(pads.missing(Quantity.of(2), Quantity.of(10))).isEmpty();
    }

    @Test
    void whereNothingIsSetTheSellRateDecides() {
        Reorder oneADay = Reorder.bySales(Quantity.of(28), 28);
        assertThat(oneADay).isEqualTo(new Reorder(Quantity.of(7), Quantity.of(30)));
        assertThat(Reorder.bySales(Quantity.ONE, 28).max()).isEqualTo(Quantity.of(2));
        assertThat(Reorder.bySales(Quantity.ZERO, 28).missing(Quantity.ZERO, Quantity.ZERO))
                .isEmpty();
    }

    @Test
    void aLevelsMaximumIsNotBelowItsMinimum() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new ReorderLevel(
                                SampleStores.SAO_PAULO.storeId(),
                                PAD,
                                Quantity.of(4),
                                Quantity.of(3)))
                .withMessageContaining("not below");
    }

    @Test
    void whatGoesBackToASupplierLeavesTheStore() {
        assertThat(SamplePurchases.supplierReturn().movements())
                .containsExactly(
                        new StockMovement(
                                SamplePurchases.order().store(),
                                PAD,
                                Quantity.of(2),
                                Location.STORE,
                                Location.SUPPLIER));
    }

    @Test
    void theAverageIsWeighedByWhatIsOnHand() {
        AverageCost ten = AverageCost.of(brl("10.00"));
        AverageCost after = ten.after(Quantity.of(30), Quantity.of(10), brl("14.00"));
        assertThat(after.times(Quantity.ONE)).isEqualTo(brl("11.00"));
        assertThat(ten.after(Quantity.of(-3), Quantity.of(10), brl("14.00")).times(Quantity.ONE))
                .isEqualTo(brl("14.00"));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whatIsOnHandIsWorthWhatWasPaidForIt(long seed) {
        RandomGenerator random = RandomGeneratorFactory.getDefault().create(seed);
        Quantity onHand = Quantity.ZERO;
        Money paid = Money.zero(SampleStores.BRL);
        AverageCost average = AverageCost.of(brl("1.00"));
        for (int i = 0; i < 20; i++) {
            Quantity came = Quantity.of(1 + random.nextInt(50));
            Money cost = Money.ofMinor(random.nextInt(10_000), SampleStores.BRL);
            average = average.after(onHand, came, cost);
            onHand = onHand.plus(came);
            paid = paid.plus(PurchaseReceipt.cost(cost, came));
        }
        assertThat(average.times(onHand).minus(paid).abs().minor())
                .as("seed %d", seed)
                .isLessThanOrEqualTo(1);
    }
}
