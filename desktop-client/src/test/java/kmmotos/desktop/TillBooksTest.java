package kmmotos.desktop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import kmmotos.desktop.shifts.ShiftBook.ClosedShift;
import kmmotos.desktop.sync.Rung;
import kmmotos.model.catalog.Sku;
import kmmotos.model.money.Money;
import kmmotos.model.money.Quantity;
import kmmotos.model.orders.Order;
import kmmotos.model.orders.OrderState;
import kmmotos.model.orders.SampleOrders;
import kmmotos.model.pricing.Basket;
import kmmotos.model.sales.Sale;
import kmmotos.model.sales.SampleSales;
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
        var opened = shifts.open(money("100.00"), SampleStaff.ANA);
        Sale sale = sell(opened.opening().shiftId());

        ClosedShift closed = shifts.close(money("1.00"), SampleStaff.BRUNO);

        var report = closed.closing().report();
        assertThat(report.number()).isEqualTo(1);
        assertThat(report.fromSeq()).isEqualTo(2);
        assertThat(report.toSeq()).isEqualTo(3);
        assertThat(report.totals().takings()).isEqualTo(sale.total());
        assertThat(report.expectedCash()).isEqualTo(money("100.00").plus(sale.total()));
        assertThat(closed.openedBy()).isEqualTo(SampleStaff.ANA.name());
        assertThat(closed.closedBy()).isEqualTo(SampleStaff.BRUNO.name());
        assertThat(shifts.current()).isEmpty();
        assertThat(shifts.closed(5)).containsExactly(closed);
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
        new TillShifts(till).open(money("10.00"), SampleStaff.ANA);
        new TillShifts(till).close(money("10.00"), SampleStaff.ANA);
        till.close();
        till = TestTill.open(temp);
        var shifts = new TillShifts(till);
        shifts.open(money("20.00"), SampleStaff.ANA);
        assertThat(shifts.close(money("20.00"), SampleStaff.ANA).closing().report().number())
                .isEqualTo(2);
    }

    @Test
    void aSecondShiftCannotBeOpened() {
        var shifts = new TillShifts(till);
        shifts.open(money("10.00"), SampleStaff.ANA);
        assertThatIllegalStateException()
                .isThrownBy(() -> shifts.open(money("10.00"), SampleStaff.ANA));
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
        stock.adjust(PAD, Quantity.of(-2), Reason.DAMAGED, "wet", SampleStaff.CARLA);
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
