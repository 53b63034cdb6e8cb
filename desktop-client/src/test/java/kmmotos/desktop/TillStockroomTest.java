package kmmotos.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import kmmotos.desktop.labels.Label;
import kmmotos.desktop.purchasing.PurchaseBook.Awaited;
import kmmotos.desktop.purchasing.PurchaseBook.Came;
import kmmotos.desktop.purchasing.ReorderBook.Wanted;
import kmmotos.desktop.stock.StockBook;
import kmmotos.desktop.sync.Rung;
import kmmotos.model.catalog.Sku;
import kmmotos.model.money.Money;
import kmmotos.model.money.Quantity;
import kmmotos.model.money.UnitPrice;
import kmmotos.model.pricing.Price;
import kmmotos.model.pricing.PriceList;
import kmmotos.model.purchasing.PurchaseProgress;
import kmmotos.model.purchasing.ReorderLevel;
import kmmotos.model.purchasing.ReorderProposal;
import kmmotos.model.purchasing.SamplePurchases;
import kmmotos.model.staff.SampleStaff;
import kmmotos.model.stock.Bins;
import kmmotos.model.stock.StockAdjustment;
import org.hibernate.StatelessSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Purchase orders, reordering and labels on a whole till: real journal, real database, no network.
class TillStockroomTest {

    private static final Sku PAD = Rung.PAD;

    @TempDir Path temp = Path.of("");
    private Till till = unopened();

    @BeforeEach
    void openTill() {
        till = TestTill.open(temp);
        tell(session ->
                till.stores()
                        .purchases()
                        .put(session, PurchaseProgress.of(SamplePurchases.order())));
    }

    @AfterEach
    void closeTill() {
        till.close();
    }

    private void tell(Consumer<StatelessSession> what) {
        boolean _ =
                till.database()
                        .inTransaction(session -> {
                            what.accept(session);
                            return true;
                        });
    }

    private StockBook stock() {
        return new TillStock(till, Locale.ENGLISH);
    }

    private TillPurchases purchases() {
        return new TillPurchases(till, stock());
    }

    private void receive(long good, long damaged) {
        Awaited order = purchases().awaited().getFirst();
        purchases()
                .receive(
                        order,
                        "NF 1",
                        List.of(new Came(PAD, Quantity.of(good), Quantity.of(damaged))),
                        SampleStaff.ANA,
                        Optional.empty());
    }

    private Quantity onHand() {
        return stock().item(PAD).orElseThrow().onHand();
    }

    @Test
    void goodPiecesAreStockAndTheRestIsAwaitedAfterARestartToo() {
        Quantity before = onHand();
        receive(6, 1);
        receive(2, 0);
        assertThat(onHand().minus(before)).isEqualTo(Quantity.of(8));
        till.close();
        till = TestTill.open(temp);

        Awaited order = purchases().awaited().getFirst();
        assertThat(order.line(PAD).orElseThrow().left()).isEqualTo(Quantity.of(2));
        assertThat(order.line(PAD).orElseThrow().room()).isEqualTo(Quantity.of(3));
        assertThat(stock().movements(PAD, 1).getFirst().reference()).isEqualTo("PO-1001 / NF 1");
    }

    @Test
    void olderNewsMakesNothingLookAsIfItWereStillToCome() {
        receive(6, 0);
        tell(session ->
                till.stores()
                        .purchases()
                        .put(session, PurchaseProgress.of(SamplePurchases.order())));
        assertThat(purchases().awaited().getFirst().line(PAD).orElseThrow().came())
                .isEqualTo(Quantity.of(6));
        tell(session ->
                till.stores()
                        .purchases()
                        .put(session, PurchaseProgress.of(SamplePurchases.order().closed())));
        assertThat(purchases().awaited()).isEmpty();
    }

    @Test
    void whereAnItemLiesIsKnownAfterARestartAndOnItsLabelAndPickList() {
        new TillBins(till, stock()).put(PAD, List.of("A-03-2", "CELLAR 1"), SampleStaff.ANA);
        till.close();
        till = TestTill.open(temp);
        assertThat(stock().item(PAD).orElseThrow().bins()).containsExactly("A-03-2", "CELLAR 1");
        assertThat(new TillBins(till, stock()).in("CELLAR 1", 10)).hasSize(1);
        assertThat(new TillBins(till, stock()).in("CELLAR", 10)).isEmpty();
        assertThat(new TillLabels(till, stock()).labels(List.of(PAD)).values())
                .extracting(Label::bin)
                .containsExactly("A-03-2");
        assertThat(new TillOrders(till).places(List.of(PAD))).containsEntry(PAD, "A-03-2");
        assertThat(new TillCounter(till).article(PAD).orElseThrow().bins()).hasSize(2);
    }

    @Test
    void ofTwoDecisionsWhereAnItemLiesTheLaterHolds() {
        new TillBins(till, stock()).put(PAD, List.of("A-1"), SampleStaff.ANA);
        tell(session -> till.stores().bins().put(session, bins("Z-9", Instant.EPOCH)));
        assertThat(stock().item(PAD).orElseThrow().bins()).containsExactly("A-1");
        Instant later = till.config().clock().instant().plusSeconds(3600);
        tell(session -> till.stores().bins().put(session, bins("B-2", later)));
        assertThat(stock().item(PAD).orElseThrow().bins()).containsExactly("B-2");
        new TillBins(till, stock()).put(PAD, List.of(), SampleStaff.ANA);
        assertThat(stock().item(PAD).orElseThrow().bins()).isEmpty();
    }

    private Bins bins(String bin, Instant at) {
        return new Bins(
                new UUID(0, 1),
                till.store().storeId(),
                PAD,
                List.of(bin),
                at,
                SampleStaff.ANA.staffId());
    }

    @Test
    void goodsAreWorthWhatEverybodyPays() {
        assertThat(stock().worth(Map.of(PAD, Quantity.of(3))))
                .isEqualTo(Money.parse("149.70", till.store().currency()));
        assertThat(stock().worth(Map.of(new Sku("NO-PRICE"), Quantity.ONE)).isZero()).isTrue();
    }

    @Test
    void whatIsComingIsNotProposedAgain() {
        stock().adjust(
                        PAD,
                        onHand().negated().plus(Quantity.ONE),
                        StockAdjustment.Reason.WRONG_ENTRY,
                        "shelf is nearly empty",
                        SampleStaff.CARLA,
                        Optional.empty());
        tell(session -> till.stores().reorder().put(session, level(8, 30)));
        var reorder = new TillReorder(till, stock());
        assertThat(reorder.runningShort(10)).isEmpty();

        tell(session -> till.stores().reorder().put(session, level(12, 30)));
        Wanted pads = reorder.runningShort(10).getFirst();
        assertThat(pads.coming()).isEqualTo(Quantity.of(10));
        assertThat(pads.wanted()).isEqualTo(Quantity.of(20).minus(pads.item().available()));
        reorder.propose(
                List.of(
                        new ReorderProposal.Line(
                                PAD, pads.wanted(), pads.item().available(), pads.coming())),
                SampleStaff.BRUNO);
    }

    private ReorderLevel level(long min, long max) {
        return new ReorderLevel(till.store().storeId(), PAD, Quantity.of(min), Quantity.of(max));
    }

    @Test
    void aLabelShowsTodaysPriceAndIsRenewedOnceThatChanges() {
        receive(8, 0);
        var labels = new TillLabels(till, stock());
        Label before = labelOf(labels);
        assertThat(before.price()).isNotBlank();
        assertThat(labels.toRenew(10)).isEmpty();

        tell(session -> till.stores().pricing().put(session, "new", dearer()));
        till.priceBook().changed();
        assertThat(labels.toRenew(10)).extracting(StockBook.Item::sku).containsExactly(PAD);
        assertThat(labelOf(labels).price()).isNotEqualTo(before.price());
        labels.printed(List.of(PAD));
        assertThat(labels.toRenew(10)).isEmpty();
    }

    private static Label labelOf(TillLabels labels) {
        return Optional.ofNullable(labels.labels(List.of(PAD)).get(PAD)).orElseThrow();
    }

    /// Opened before each test.
    @SuppressWarnings("NullAway")
    private static Till unopened() {
        return null;
    }

    private PriceList dearer() {
        return new PriceList(
                till.store().zone(),
                till.store().currency(),
                TestTill.NOW.minus(Duration.ofMinutes(1)),
                List.of(Price.of(PAD, UnitPrice.parse("777.70", till.store().currency()))));
    }
}
