package kmmotos.installers.demo;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import kmmotos.desktop.catalog.CatalogItem;
import kmmotos.desktop.devices.CardAnswer;
import kmmotos.desktop.devices.SimulatedCardTerminal;
import kmmotos.installers.till.Document;
import kmmotos.installers.till.HeadlessTill;
import kmmotos.model.catalog.Sku;
import kmmotos.model.customers.Customer;
import kmmotos.model.money.Money;
import kmmotos.model.money.Quantity;
import kmmotos.model.orders.Order;
import kmmotos.model.orders.PickupCode;
import kmmotos.model.payments.PaymentIntent;
import kmmotos.model.pricing.Basket;
import kmmotos.model.pricing.PricedBasket;
import kmmotos.model.pricing.PricingContext;
import kmmotos.model.sales.Refund;
import kmmotos.model.sales.Sale;
import kmmotos.model.sales.SaleLine;
import kmmotos.model.sales.Tender;
import kmmotos.model.sales.ZReport;
import kmmotos.model.stock.StockAdjustment;
import kmmotos.model.stock.StockReceipt;
import kmmotos.model.stores.Store;
import kmmotos.model.sync.Event;

/// Somebody who works at a till all day, with a card terminal that says yes.
public final class Clerk {
    private static final BigDecimal NOTE = new BigDecimal("50");

    private final HeadlessTill till;
    private final UUID staff;
    private final Clock clock;
    private final SimulatedCardTerminal terminal = new SimulatedCardTerminal();

    public Clerk(HeadlessTill till, UUID staff, Clock clock) {
        this.till = till;
        this.staff = staff;
        this.clock = clock;
    }

    public HeadlessTill till() {
        return till;
    }

    public Store store() {
        return till.store();
    }

    public LocalDate day() {
        return till.openDay().orElseThrow();
    }

    public void open(Money cash) {
        till.openShift(staff, store().dayAt(clock.instant()), cash);
    }

    public ZReport close() {
        return till.closeShift(staff);
    }

    /// A basket with one of each.
    public Basket basket(List<Sku> skus) {
        Basket basket = Basket.EMPTY;
        for (Sku sku : skus) {
            basket = basket.plus(sku, item(sku).product().taxCategory(), Quantity.ONE);
        }
        return basket;
    }

    /// The basket as it is rung up for a customer, not paid yet.
    public Document ring(Basket basket, Optional<Customer> customer) {
        PricingContext context =
                PricingContext.of(
                        store(), day(), clock.instant(), customer.flatMap(Customer::priceGroup));
        PricedBasket priced = till.pricing().price(basket, context);
        List<SaleLine> lines =
                priced.lines().stream()
                        .map(line -> SaleLine.sold(line, description(line.sku())))
                        .toList();
        return document(lines)
                .of(customer.map(Customer::customerId))
                .with(basket.coupons().stream().map(coupon -> coupon.code()).toList());
    }

    public Sale sellForCash(Document document) {
        return till.sell(document.paidBy(List.of(cash(document.total()))));
    }

    public Sale sellByCard(Document document) {
        return till.sell(document.paidBy(List.of(card(document.saleId(), document.total()))));
    }

    /// About half in cash, the rest by card.
    public Sale sellSplit(Document document) {
        List<Money> parts = document.total().allocate(List.of(1L, 1L));
        return till.sell(
                document.paidBy(
                        List.of(
                                Tender.Cash.exactly(parts.getFirst()),
                                card(document.saleId(), parts.getLast()))));
    }

    /// Gives back the first line of a sale for cash.
    public Sale takeBack(Sale sale) {
        SaleLine sold = sale.lines().getFirst();
        SaleLine returned = Refund.line(sale, sold, Quantity.ZERO, sold.quantity(), 1);
        return till.sell(document(List.of(returned)));
    }

    public void receive(Sku sku, int quantity, String deliveryNote) {
        till.write(
                new Event.StockReceived(
                        new StockReceipt(
                                UUID.randomUUID(),
                                store().storeId(),
                                deliveryNote,
                                List.of(new StockReceipt.Line(sku, Quantity.of(quantity))))));
    }

    public void adjust(Sku sku, int change, StockAdjustment.Reason reason, String note) {
        till.write(
                new Event.StockAdjusted(
                        new StockAdjustment(
                                UUID.randomUUID(),
                                store().storeId(),
                                sku,
                                Quantity.of(change),
                                reason,
                                note)));
    }

    public void pick(Order order) {
        till.write(
                new Event.OrderPicked(order.orderId(), store().storeId(), clock.instant(), staff));
    }

    public void shelve(Order order, String shelf) {
        till.write(
                new Event.OrderReady(order.orderId(), store().storeId(), clock.instant(), shelf));
    }

    /// Hands an order over for cash to whoever shows its code.
    public Sale handOver(Order order, PickupCode code) {
        if (!order.opensWith(code)) {
            throw new IllegalStateException("the code does not open order " + order.number());
        }
        List<SaleLine> lines =
                order.lines().stream()
                        .map(line -> SaleLine.sold(line.priced(), line.description()))
                        .toList();
        Document document =
                document(lines)
                        .of(order.customerId())
                        .with(order.coupons())
                        .handingOver(order.orderId());
        return sellForCash(document);
    }

    private Document document(List<SaleLine> lines) {
        return Document.paidExactly(UUID.randomUUID(), staff, clock.instant(), lines);
    }

    private Tender cash(Money total) {
        BigDecimal notes =
                total.decimal().divide(NOTE, 0, RoundingMode.CEILING).multiply(NOTE).setScale(2);
        Money given = Money.parse(notes.toPlainString(), total.currency());
        return new Tender.Cash(total, given, given.minus(total));
    }

    /// The intent is written down before the terminal is asked.
    private Tender card(UUID saleId, Money amount) {
        PaymentIntent intent = new PaymentIntent(UUID.randomUUID(), saleId, amount);
        till.write(new Event.PaymentIntended(intent));
        CardAnswer answer = terminal.charge(intent).toCompletableFuture().join();
        return switch (answer) {
            case CardAnswer.Approved(String reference) ->
                    new Tender.Card(intent.intentId(), amount, reference);
            case CardAnswer.Declined _, CardAnswer.Abandoned _ ->
                    throw new IllegalStateException("the simulated terminal said " + answer);
        };
    }

    private String description(Sku sku) {
        return item(sku).description(Locale.forLanguageTag(store().language()));
    }

    private CatalogItem item(Sku sku) {
        return till.till()
                .database()
                .read(session -> till.till().stores().catalog().find(session, sku))
                .orElseThrow();
    }
}
