package kmmotos.server.deposits;

import java.util.Optional;
import java.util.UUID;
import kmmotos.model.deposits.CounterOrder;
import kmmotos.model.money.Money;
import kmmotos.model.sales.Sale;
import kmmotos.model.sales.SampleSales;
import kmmotos.model.sales.Tender;
import kmmotos.model.stores.SampleStores;
import kmmotos.model.sync.Event;
import kmmotos.server.sync.TestTill;

/// Orders that test tills take at their counters.
public final class TestCounterOrders {

    private static long last = 0;

    private TestCounterOrders() {}

    /// Records an order of the sample sale's goods and its first deposit in cash, without sending.
    public static CounterOrder place(TestTill till, CounterOrder.Kind kind, String deposit) {
        CounterOrder order = order(till, kind);
        till.record(new Event.CounterOrderPlaced(order));
        pay(till, order, deposit);
        return order;
    }

    public static synchronized CounterOrder order(TestTill till, CounterOrder.Kind kind) {
        Sale sale = SampleSales.cashSale();
        return new CounterOrder(
                UUID.randomUUID(),
                CounterOrder.number(till.till().storeId(), till.till().number(), ++last),
                kind,
                till.till().storeId(),
                till.till().deviceId(),
                sale.businessDay(),
                sale.at(),
                sale.staffId(),
                Optional.empty(),
                "Zé",
                "",
                Optional.empty(),
                sale.lines(),
                sale.total(),
                sale.businessDay().plusDays(14),
                "",
                "");
    }

    /// A deposit in cash; below 0 it goes back.
    public static void pay(TestTill till, CounterOrder order, String amount) {
        Money paid = Money.parse(amount, SampleStores.BRL);
        till.record(
                new Event.SaleCompleted(
                        till.load(
                                paid,
                                new Tender.Deposit(
                                        order.orderId(), order.number(), paid.negated()))));
    }

    public static void handOver(TestTill till, CounterOrder order, String deposit) {
        Money used = Money.parse(deposit, SampleStores.BRL);
        till.record(
                new Event.SaleCompleted(
                        till.sale(
                                order.total().minus(used),
                                new Tender.Deposit(order.orderId(), order.number(), used))));
    }
}
