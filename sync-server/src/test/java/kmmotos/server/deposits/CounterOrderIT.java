package kmmotos.server.deposits;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import kmmotos.model.deposits.CounterOrder;
import kmmotos.model.deposits.CounterOrderProgress;
import kmmotos.model.deposits.CounterOrderState;
import kmmotos.model.money.Money;
import kmmotos.model.sales.SampleSales;
import kmmotos.model.stores.DepositRules;
import kmmotos.model.stores.SampleStores;
import kmmotos.model.stores.Store;
import kmmotos.model.sync.Event;
import kmmotos.model.sync.Policy;
import kmmotos.model.sync.UploadAnswer;
import kmmotos.server.TestServer;
import kmmotos.server.sync.Invariants;
import kmmotos.server.sync.TestTill;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Orders of counters: their deposits are owed, their goods are held, and every till of the shop
/// and head office hears of them.
class CounterOrderIT {

    private static TestServer server;
    private static int number = 60;

    private TestTill till;

    @BeforeAll
    static void start() {
        server = TestServer.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void enrol() {
        till = TestTill.enrol(server, SampleStores.SAO_PAULO, ++number);
    }

    @AfterEach
    void nothingIsViolated() {
        assertThat(Invariants.violations(server.database())).isEmpty();
    }

    private CounterOrderProgress told(TestTill to, CounterOrder order) {
        return to.told(Policy.CounterOrderChanged.class).stream()
                .map(Policy.CounterOrderChanged::progress)
                .filter(progress -> progress.order().orderId().equals(order.orderId()))
                .toList()
                .getLast();
    }

    private static long deposits(String account) {
        return server.number(
                "select coalesce(sum(amount_minor), 0) from ledger_line where account = ?",
                account);
    }

    private static long reserved(CounterOrder order) {
        return server.number(
                "select coalesce(sum(quantity), 0)::bigint from reservation where order_id = ?",
                order.orderId());
    }

    private void cancel(CounterOrder order, String fee) {
        till.record(
                new Event.CounterOrderMoved(
                        order.orderId(),
                        order.store(),
                        order.staffId(),
                        new CounterOrderState.Cancelled(
                                SampleSales.AT, "gave up", Money.parse(fee, SampleStores.BRL))));
    }

    @Test
    void aDepositIsOwedAndNotEarnedUntilTheGoodsAreHandedOver() {
        long owed = deposits("deposit");
        long sold = deposits("sales");
        CounterOrder order = TestCounterOrders.place(till, CounterOrder.Kind.SPECIAL, "20.00");
        till.uploadAll();
        assertThat(deposits("deposit")).isEqualTo(owed - 2_000);
        assertThat(deposits("sales")).isEqualTo(sold);

        TestCounterOrders.handOver(till, order, "20.00");
        till.uploadAll();

        assertThat(deposits("deposit")).isEqualTo(owed);
        assertThat(deposits("sales")).isLessThan(sold);
        assertThat(told(till, order).isOver()).isTrue();
    }

    @Test
    void anyTillOfTheShopHearsOfAnOrderAndItsSnapshotHoldsIt() {
        TestTill other = TestTill.enrol(server, SampleStores.SAO_PAULO, ++number);
        CounterOrder order = TestCounterOrders.place(till, CounterOrder.Kind.SPECIAL, "20.00");
        till.uploadAll();

        CounterOrderProgress known = told(other, order);
        assertThat(known.order()).isEqualTo(order);
        assertThat(known.paid()).isEqualTo(Money.parse("20.00", SampleStores.BRL));
        assertThat(other.snapshot()).anyMatch(line -> line.contains(order.number()));
    }

    @Test
    void goodsThatArePutAsideAreHeldUntilTheyAreHandedOver() {
        CounterOrder order = TestCounterOrders.place(till, CounterOrder.Kind.LAYAWAY, "20.00");
        till.uploadAll();
        assertThat(reserved(order)).isPositive();

        TestCounterOrders.handOver(till, order, "20.00");
        till.uploadAll();
        assertThat(reserved(order)).isZero();
    }

    @Test
    void aSpecialOrderHoldsGoodsOnceTheyAreThereAndLetsGoWhenItIsCancelled() {
        CounterOrder order = TestCounterOrders.place(till, CounterOrder.Kind.SPECIAL, "20.00");
        till.uploadAll();
        assertThat(reserved(order)).isZero();
        till.tell(
                new Event.CounterOrderMoved(
                        order.orderId(),
                        order.store(),
                        order.staffId(),
                        new CounterOrderState.Waiting(SampleSales.AT.plusSeconds(1), "A3")));
        assertThat(reserved(order)).isPositive();

        cancel(order, "0.00");
        till.uploadAll();
        assertThat(reserved(order)).isZero();
    }

    @Test
    void theFeeOfACancelledOrderIsEarnedAndTheRestStaysOwedUntilItIsPaidBack() {
        long owed = deposits("deposit");
        long fees = deposits("deposit_fees");
        CounterOrder order = TestCounterOrders.place(till, CounterOrder.Kind.LAYAWAY, "20.00");
        cancel(order, "5.00");
        till.uploadAll();
        assertThat(deposits("deposit_fees")).isEqualTo(fees - 500);
        assertThat(deposits("deposit")).isEqualTo(owed - 1_500);
        assertThat(told(till, order).isOver()).isFalse();

        TestCounterOrders.pay(till, order, "-15.00");
        till.uploadAll();
        assertThat(deposits("deposit")).isEqualTo(owed);
        assertThat(told(till, order).isOver()).isTrue();
    }

    @Test
    void factsOfAnOrderThatIsNotKnownYetCountOnceItIs() {
        CounterOrder order = TestCounterOrders.order(till, CounterOrder.Kind.SPECIAL);
        TestCounterOrders.pay(till, order, "20.00");
        till.uploadAll();
        till.tell(new Event.CounterOrderPlaced(order));
        assertThat(told(till, order).paid()).isEqualTo(Money.parse("20.00", SampleStores.BRL));
    }

    @Test
    void goodsThatAreHandedOverTwiceComeToTheWorkListAndAreBooked() {
        TestTill other = TestTill.enrol(server, SampleStores.SAO_PAULO, ++number);
        CounterOrder order = TestCounterOrders.place(till, CounterOrder.Kind.SPECIAL, "20.00");
        TestCounterOrders.handOver(till, order, "20.00");
        till.uploadAll();
        TestCounterOrders.handOver(other, order, "20.00");

        assertThat(((UploadAnswer.Ack) other.uploadAll()).quarantined())
                .extracting(UploadAnswer.Quarantined::code)
                .containsExactly("counter_order_not_open");
    }

    @Test
    void aTillTellsOfNoOtherStoresOrders() {
        TestTill lisbon = TestTill.enrol(server, SampleStores.LISBON, ++number);
        till.record(
                new Event.CounterOrderPlaced(
                        TestCounterOrders.order(lisbon, CounterOrder.Kind.SPECIAL)));
        assertThat(((UploadAnswer.Ack) till.uploadAll()).quarantined())
                .extracting(UploadAnswer.Quarantined::code)
                .containsExactly("effect_failed");
    }

    @Test
    void headOfficeSeesOpenOrdersAndWhatIsOwed() {
        CounterOrder order = TestCounterOrders.place(till, CounterOrder.Kind.SPECIAL, "20.00");
        till.uploadAll();
        JsonNode listed = server.admin().get("/api/admin/v1/counter-orders?page_size=100").json();
        assertThat(listed.path("items"))
                .anyMatch(one -> one.at("/order/number").asText().equals(order.number()));
        JsonNode owed = server.admin().get("/api/admin/v1/counter-orders/owed").json();
        assertThat(owed.at("/items/0/currency").asText()).isEqualTo("BRL");
        assertThat(Double.parseDouble(owed.at("/items/0/amount").asText()))
                .isGreaterThanOrEqualTo(20);
        JsonNode days = server.admin().get("/api/admin/v1/takings?page_size=100").json();
        assertThat(days.path("items"))
                .anyMatch(day -> day.at("/tenders/deposit/amount").asText().startsWith("-"));
    }

    @Test
    void headOfficeSetsWhatAStoreAsksAndItsTillsAreTold() {
        var store =
                new Store(
                        SampleStores.SAO_PAULO.storeId(),
                        SampleStores.SAO_PAULO.name(),
                        SampleStores.SAO_PAULO.zone(),
                        SampleStores.SAO_PAULO.timeZone(),
                        SampleStores.SAO_PAULO.currency(),
                        SampleStores.SAO_PAULO.taxPlace(),
                        SampleStores.SAO_PAULO.language(),
                        SampleStores.SAO_PAULO.pricesIncludeTax(),
                        SampleStores.SAO_PAULO.address(),
                        SampleStores.SAO_PAULO.taxNumber(),
                        Optional.of(new DepositRules(50, 0, 60)));
        assertThat(server.admin().put("/api/admin/v1/stores/S1", store).status()).isEqualTo(200);
        assertThat(till.told(Policy.StoreChanged.class).getLast().store().depositRules())
                .isEqualTo(new DepositRules(50, 0, 60));
    }
}
