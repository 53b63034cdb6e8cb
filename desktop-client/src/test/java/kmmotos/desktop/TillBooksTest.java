package kmmotos.desktop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import kmmotos.desktop.shifts.DrawerCount;
import kmmotos.desktop.shifts.ShiftBook.ClosedShift;
import kmmotos.desktop.shifts.ShiftBook.Move;
import kmmotos.desktop.shifts.ShiftBook.OpenShift;
import kmmotos.desktop.sync.Rung;
import kmmotos.desktop.ui.Texts;
import kmmotos.model.catalog.Sku;
import kmmotos.model.money.Money;
import kmmotos.model.money.Quantity;
import kmmotos.model.orders.Order;
import kmmotos.model.orders.OrderState;
import kmmotos.model.orders.SampleOrders;
import kmmotos.model.pricing.Basket;
import kmmotos.model.sales.Sale;
import kmmotos.model.sales.SampleSales;
import kmmotos.model.sales.ShiftTerms;
import kmmotos.model.scanning.ScanGrammar;
import kmmotos.model.shifts.CashPurpose;
import kmmotos.model.shifts.CashTotals;
import kmmotos.model.staff.SampleStaff;
import kmmotos.model.stock.StockAdjustment.Reason;
import kmmotos.model.stock.StockReceipt;
import kmmotos.model.sync.Event;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Shifts, orders and stock on a whole till: real journal, real database, no network.
class TillBooksTest {

    private static final Sku PAD = Rung.PAD;

    @TempDir Path temp = Path.of("");
    private Till till = unopened();

    @BeforeEach
    void openTill() {
        till = TestTill.open(temp);
    }

    @AfterEach
    void closeTill() {
        till.close();
    }

    @Test
    void aZReportSealsTheRangeFromItsOpeningToItsLastSale() {
        var shifts = new TillShifts(till);
        Rung.up(till, PAD, 1);
        var opened = open(shifts, "100.00");
        Sale sale = sell(opened.opening().shiftId());

        ClosedShift closed =
                shifts.close(
                        opened.opening().shiftId(),
                        DrawerCount.of(money("1.00")),
                        SampleStaff.BRUNO);

        var report = closed.closing().report();
        assertThat(report.number()).isEqualTo(1);
        assertThat(report.fromSeq()).isEqualTo(2);
        assertThat(report.toSeq()).isEqualTo(3);
        assertThat(report.totals().takings()).isEqualTo(sale.total());
        assertThat(report.expectedCash()).isEqualTo(money("100.00").plus(sale.total()));
        assertThat(closed.openedBy()).isEqualTo(SampleStaff.ANA.name());
        assertThat(closed.closedBy()).isEqualTo(SampleStaff.BRUNO.name());
        assertThat(shifts.current(SampleStaff.ANA)).isEmpty();
        assertThat(shifts.closed(5)).containsExactly(closed);
    }

    @Test
    void theBikeThatTheCounterProposesFindsAPart() {
        var counter = new TillCounter(till);
        for (Locale language : Texts.LANGUAGES) {
            var words = counter.exampleForBike(language);
            assertThat(words).isPresent();
            assertThat(counter.parts().bikes(words.get(), 5).articles()).isNotEmpty();
        }
    }

    @Test
    void whoeverReadsUpToDateBooksWaitsForNoWriter() {
        Rung.up(till, PAD, 1);
        var counter = new TillCounter(till);
        till.database()
                .write(_ -> {
                    var latest =
                            CompletableFuture.supplyAsync(() -> counter.latestSales(5))
                                    .orTimeout(1, TimeUnit.MINUTES)
                                    .join();
                    assertThat(latest).hasSize(1);
                });
    }

    @Test
    void aClosedShiftAndTheNumbersOfItsReportsOutliveARestart() {
        close(new TillShifts(till), open(new TillShifts(till), "10.00"));
        till.close();
        till = TestTill.open(temp);
        var shifts = new TillShifts(till);
        assertThat(close(shifts, open(shifts, "20.00")).closing().report().number()).isEqualTo(2);
    }

    @Test
    void aDrawerHasOneShiftAndAClosedOneIsNeverOpenedAgain() {
        var shifts = new TillShifts(till);
        OpenShift first = open(shifts, "10.00");
        assertThat(shifts.open(money("10.00"), ShiftTerms.USUAL, SampleStaff.BRUNO)).isEmpty();
        close(shifts, first);
        assertThatIllegalStateException().isThrownBy(() -> close(shifts, first));
        assertThatIllegalStateException()
                .isThrownBy(() -> pay(shifts, first, CashPurpose.EXPENSE, "1.00"));
    }

    @Test
    void eachClerkHasAShiftOfTheirOwnAtADrawerOfTheirOwn() {
        var shifts = new TillShifts(till);
        OpenShift anas = shifts.open(money("10.00"), own(1), SampleStaff.ANA).orElseThrow();
        ShiftTerms free = shifts.termsForNext().orElseThrow();
        assertThat(free).isEqualTo(own(2));
        OpenShift brunos = shifts.open(money("20.00"), free, SampleStaff.BRUNO).orElseThrow();
        assertThat(shifts.termsForNext()).isEmpty();

        Sale sale = sell(brunos.opening().shiftId());
        pay(shifts, anas, CashPurpose.TO_SAFE, "4.00");

        assertThat(shifts.current(SampleStaff.BRUNO).orElseThrow().expectedCash())
                .isEqualTo(money("20.00").plus(sale.total()));
        assertThat(close(shifts, anas).closing().report().expectedCash()).isEqualTo(money("6.00"));
        assertThat(close(shifts, brunos).closing().report().number()).isEqualTo(2);
    }

    @Test
    void aSharedShiftIsEverybodysButWhosHasTheirOwn() {
        var shifts = new TillShifts(till);
        OpenShift shared = open(shifts, "10.00");
        assertThat(shifts.current(SampleStaff.CARLA)).contains(shared);
        assertThat(shifts.open(money("1.00"), own(2), SampleStaff.CARLA)).isEmpty();
    }

    @Test
    void cashThatMovedIsInTheReportAndInTheListAfterARestart() {
        OpenShift shift = open(new TillShifts(till), "100.00");
        pay(new TillShifts(till), shift, CashPurpose.CHANGE_FROM_SAFE, "50.00");
        new TillShifts(till)
                .move(
                        shift.opening().shiftId(),
                        new Move(CashPurpose.SUPPLIER, money("30.00"), "oil"),
                        SampleStaff.ANA,
                        Optional.of(SampleStaff.BRUNO));
        till.close();
        till = TestTill.open(temp);
        var shifts = new TillShifts(till);

        assertThat(shifts.movements(shift.opening().shiftId()))
                .extracting(moved -> moved.movement().number() + " " + moved.approvedBy())
                .containsExactly(
                        "1 Optional.empty", "2 Optional[" + SampleStaff.BRUNO.name() + "]");
        var report = close(shifts, shift).closing().report();
        assertThat(report.expectedCash()).isEqualTo(money("120.00"));
        assertThat(report.totals().cashMoved())
                .isEqualTo(new CashTotals(money("50.00"), money("30.00"), money("0.00"), 0));
    }

    private OpenShift open(TillShifts shifts, String openingFloat) {
        return shifts.open(money(openingFloat), ShiftTerms.USUAL, SampleStaff.ANA).orElseThrow();
    }

    private static ShiftTerms own(int drawer) {
        return new ShiftTerms(false, drawer, Optional.empty());
    }

    private void pay(TillShifts shifts, OpenShift shift, CashPurpose purpose, String amount) {
        shifts.move(
                shift.opening().shiftId(),
                new Move(purpose, money(amount), ""),
                SampleStaff.ANA,
                Optional.empty());
    }

    private ClosedShift close(TillShifts shifts, OpenShift shift) {
        return shifts.close(
                shift.opening().shiftId(), DrawerCount.of(money("10.00")), SampleStaff.ANA);
    }

    @Test
    void anOrderMovesOnOfflineAndItsGoodsStayReserved() {
        Order order = arrived();
        var orders = new TillOrders(till);
        assertThat(orders.open()).containsExactly(order);
        orders.pick(order.orderId(), SampleStaff.ANA);
        orders.ready(order.orderId(), "B-12");
        assertThat(orders.open().getFirst().state())
                .isEqualTo(new OrderState.Ready(TestTill.NOW, "B-12"));
        assertThat(stock().item(PAD).orElseThrow().reserved()).isEqualTo(Quantity.of(2));
    }

    @Test
    void aRefusedOrderIsGoneAndItsGoodsAreFree() {
        Order order = arrived();
        new TillOrders(till).refuse(order.orderId(), "damaged");
        assertThat(new TillOrders(till).open()).isEmpty();
        assertThat(stock().item(PAD).orElseThrow().reserved()).isEqualTo(Quantity.ZERO);
    }

    @Test
    void receivedAndCorrectedGoodsAreInTheFigureAndInItsMovements() {
        TillStock stock = stock();
        stock.receive("NF 1", List.of(new StockReceipt.Line(PAD, Quantity.of(5))), SampleStaff.ANA);
        stock.adjust(
                PAD, Quantity.of(-2), Reason.DAMAGED, "wet", SampleStaff.CARLA, Optional.empty());
        assertThat(stock.item(PAD).orElseThrow().onHand()).isEqualTo(Quantity.of(13));
        assertThat(stock.movements(PAD, 10))
                .extracting(movement -> movement.reason() + " " + movement.change())
                .containsExactly("stock_adjusted -2", "stock_received 5");
    }

    @Test
    void itemsAreFoundByWordsAndByCode() {
        assertThat(stock().search("brake", 5)).isNotEmpty();
        assertThat(stock().byCode(PAD.value())).isPresent();
        assertThat(stock().byCode("no such code")).isEmpty();
    }

    @Test
    void aCartonIsFoundByTheArticleInItAndTellsHowMany() {
        var carton = stock().scanned("]C1020" + "7891000000014" + "3724").orElseThrow();
        assertThat(carton.item().sku()).isEqualTo(PAD);
        assertThat(carton.pieces()).isEqualTo(Quantity.of(24));
        till.readScansBy(new ScanGrammar("~", List.of()));
        assertThat(new TillCounter(till).byCode("]C1010" + "7891000000014" + "10LOT7~21A1"))
                .hasSize(1);
    }

    private TillStock stock() {
        return new TillStock(till, Locale.ENGLISH);
    }

    private Order arrived() {
        Order order = SampleOrders.placed();
        till.database().write(session -> till.stores().orders().put(session, order));
        return order;
    }

    private Sale sell(UUID shiftId) {
        var lines = SampleSales.cashSale(Basket.EMPTY.plus(PAD, "standard", Quantity.ONE)).lines();
        var recorded =
                till.recorder()
                        .record(next -> {
                            Sale sample =
                                    SampleSales.sale(
                                            UUID.randomUUID(),
                                            next.receiptNumber(),
                                            lines,
                                            lines.getFirst().total());
                            return new Event.SaleCompleted(SampleSales.inShift(sample, shiftId));
                        });
        return ((Event.SaleCompleted) recorded.event()).sale();
    }

    private Money money(String amount) {
        return Money.parse(amount, till.identity().store().currency());
    }

    @SuppressWarnings("NullAway") // opened before each test
    private static Till unopened() {
        return null;
    }
}
