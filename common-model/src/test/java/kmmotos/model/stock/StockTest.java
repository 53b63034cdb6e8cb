package kmmotos.model.stock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kmmotos.model.money.Quantity;
import kmmotos.model.pricing.SamplePrices;
import kmmotos.model.stores.StoreId;
import kmmotos.model.sync.Json;
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

    @Test
    void aCountMovesTheDifferenceAtItsTill() {
        StockCount count = SampleStock.count();
        assertThat(count.movements())
                .containsExactly(
                        new StockMovement(
                                S1,
                                SamplePrices.PAD,
                                Quantity.ONE,
                                Location.ADJUST,
                                Location.STORE));
    }

    @Test
    void aCountThatSawAnotherOneIsTheLaterOne() {
        StockCount first = SampleStock.count();
        List<JournalMark> beyond =
                first.cut().stream()
                        .map(mark ->
                                new JournalMark(mark.device(), mark.incarnation(), mark.seq() + 1))
                        .toList();
        StockCount second = new StockCount(new UUID(0, 9), S1, beyond, first.lines());
        assertThat(second.weight()).isGreaterThan(first.weight());
    }

    @Test
    void aCountHasEachSkuOnceAndNoAbsurdQuantity() {
        StockCount.Line line = SampleStock.count().lines().getFirst();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new StockCount(new UUID(0, 1), S1, List.of(), List.of()));
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> new StockCount(new UUID(0, 1), S1, List.of(), List.of(line, line)));
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new StockCount.Line(SamplePrices.PAD, Quantity.of(100_000), Quantity.ZERO));
    }

    @Test
    void whatWasSentAndAllArrivedIsInTransitNoMore() {
        Transfer sent = SampleStock.transfer();
        TransferReceipt arrived =
                new TransferReceipt(
                        new UUID(0, 4), sent.transferId(), sent.from(), sent.to(), sent.lines());
        Quantity inTransit =
                java.util.stream.Stream.concat(
                                sent.movements().stream(), arrived.movements().stream())
                        .map(movement -> movement.changeAt(Location.IN_TRANSIT))
                        .reduce(Quantity.ZERO, Quantity::plus);
        assertThat(inTransit).isEqualTo(Quantity.ZERO);
        assertThat(sent.movements()).extracting(StockMovement::store).containsOnly(sent.from());
        assertThat(arrived.movements()).extracting(StockMovement::store).containsOnly(sent.to());
    }

    @Test
    void aTransferIsOfSomethingBetweenTwoStores() {
        Transfer good = SampleStock.transfer();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Transfer(new UUID(0, 1), S1, S1, good.lines()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Transfer(new UUID(0, 1), S1, good.to(), List.of()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Transfer.Line(SamplePrices.PAD, Quantity.ZERO));
    }

    @Test
    void aTransferIsReceivedWhenAllThatWasSentCame() {
        assertThat(progress(4, 0)).isEqualTo(TransferProgress.State.SENT);
        assertThat(progress(4, 3)).isEqualTo(TransferProgress.State.PARTLY_RECEIVED);
        assertThat(progress(4, 4)).isEqualTo(TransferProgress.State.RECEIVED);
        assertThat(progress(4, 5)).isEqualTo(TransferProgress.State.RECEIVED);
    }

    @Test
    void aTransferWhoseSendingIsUnknownIsNotReceivedYet() {
        TransferProgress known = SampleStock.progress();
        TransferProgress arrivedOnly =
                new TransferProgress(
                        known.transferId(),
                        known.from(),
                        known.to(),
                        java.util.Optional.empty(),
                        List.of(
                                new TransferProgress.Line(
                                        SamplePrices.PAD, Quantity.ZERO, Quantity.of(3))));
        assertThat(arrivedOnly.state()).isEqualTo(TransferProgress.State.PARTLY_RECEIVED);
        assertThat(arrivedOnly.lines().getFirst().open()).isEqualTo(Quantity.of(-3));
    }

    @Test
    void whoAllowedACorrectionIsToldOnlyIfSomebodyWasAsked() throws Exception {
        StockAdjustment alone = adjustment(Quantity.of(-1), StockAdjustment.Reason.MISSING);
        UUID by = new UUID(0, 3);
        StockAdjustment allowed =
                new StockAdjustment(
                        alone.adjustmentId(),
                        alone.store(),
                        alone.sku(),
                        alone.change(),
                        alone.reason(),
                        alone.note(),
                        Optional.of(by));
        assertThat(Json.MAPPER.writeValueAsString(alone)).doesNotContain("approved_by");
        String json = Json.MAPPER.writeValueAsString(allowed);
        assertThat(Json.MAPPER.readValue(json, StockAdjustment.class).approvedBy()).contains(by);
    }

    @Test
    void aBinIsReadAsTypedOrAsItsBarcodeSaysIt() {
        assertThat(Bins.bin(" a-03-2 ")).contains("A-03-2");
        assertThat(Bins.bin(Bins.code("A-03-2"))).contains("A-03-2");
        assertThat(Bins.bin("")).isEmpty();
        assertThat(Bins.bin("a,b")).isEmpty();
        assertThat(Bins.bin("A".repeat(17))).isEmpty();
        assertThat(Bins.isCode("BIN A-03-2")).isTrue();
        assertThat(Bins.isCode("BINDER")).isFalse();
    }

    @Test
    void anItemLiesInABinOnce() {
        Bins known = SampleStock.bins();
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new Bins(
                                known.binsId(),
                                known.store(),
                                known.sku(),
                                List.of("A-1", "A-1"),
                                known.decidedAt(),
                                known.decidedBy()));
    }

    private static TransferProgress.State progress(long sent, long received) {
        TransferProgress known = SampleStock.progress();
        return new TransferProgress(
                        known.transferId(),
                        known.from(),
                        known.to(),
                        known.sentAt(),
                        List.of(
                                new TransferProgress.Line(
                                        SamplePrices.PAD,
                                        Quantity.of(sent),
                                        Quantity.of(received))))
                .state();
    }
}
