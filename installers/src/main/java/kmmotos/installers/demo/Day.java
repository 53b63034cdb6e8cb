package kmmotos.installers.demo;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kmmotos.installers.network.Line;
import kmmotos.installers.terminal.Terminal;
import kmmotos.model.catalog.Sku;
import kmmotos.model.customers.Customer;
import kmmotos.model.money.Money;
import kmmotos.model.money.Quantity;
import kmmotos.model.orders.Order;
import kmmotos.model.pricing.Basket;
import kmmotos.model.pricing.Coupon;
import kmmotos.model.pricing.Discount;
import kmmotos.model.sales.Sale;
import kmmotos.model.stock.StockAdjustment;

/// A day in two shops and on the web, as a script: what happens is the same each time.
final class Day {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final int SALES_A_ROUND = 6;

    /// @param customer buys at wholesale prices
    /// @param line between the second shop and the server
    record Cast(
            Clerk first,
            Shelves firstShelves,
            Clerk second,
            Shelves secondShelves,
            WebShopper web,
            Customer customer,
            Line line) {}

    /// A web order with what its customer holds.
    private record Waiting(Clerk clerk, WebShopper.Placed placed) {}

    private final Cast cast;
    private final Terminal terminal;
    private final List<Sale> sales = new ArrayList<>();
    private final List<Waiting> orders = new ArrayList<>();

    Day(Cast cast, Terminal terminal) {
        this.cast = cast;
        this.terminal = terminal;
    }

    /// Everything that was rung up, in order.
    List<Sale> play(int webOrders) {
        openShops();
        sellAllKinds(cast.first(), cast.firstShelves());
        sellAllKinds(cast.second(), cast.secondShelves());
        terminal.say("The line of " + cast.second().store().name() + " is cut.");
        cast.line().cut();
        sellAllKinds(cast.second(), cast.secondShelves());
        placeOrders(webOrders);
        workOnStock();
        takeSomeBack();
        terminal.say("The line is repaired.");
        cast.line().repair();
        serveOrders();
        closeShops();
        return List.copyOf(sales);
    }

    private void openShops() {
        for (Clerk clerk : List.of(cast.first(), cast.second())) {
            clerk.open(Money.parse("200.00", clerk.store().currency()));
            terminal.say(clerk.store().name() + " opens with a float of R$ 200.00.");
        }
    }

    private void sellAllKinds(Clerk clerk, Shelves shelves) {
        int before = sales.size();
        for (int i = 0; i < SALES_A_ROUND; i++) {
            sales.add(
                    clerk.sellForCash(clerk.ring(clerk.basket(shelves.next(1 + i % 3)), nobody())));
        }
        sales.add(clerk.sellByCard(clerk.ring(clerk.basket(shelves.next(2)), nobody())));
        sales.add(clerk.sellSplit(clerk.ring(clerk.basket(shelves.next(3)), nobody())));
        sales.add(clerk.sellForCash(clerk.ring(discounted(clerk, shelves), nobody())));
        sales.add(clerk.sellForCash(clerk.ring(withCoupon(clerk, shelves), nobody())));
        sales.add(clerk.sellByCard(clerk.ring(manyOfOne(clerk, shelves), buyer())));
        terminal.say("%s: %d sales".formatted(clerk.store().name(), sales.size() - before));
    }

    /// 5 % off the first line, and 2.00 off everything.
    private static Basket discounted(Clerk clerk, Shelves shelves) {
        return clerk.basket(shelves.next(2))
                .with(
                        1,
                        line ->
                                line.withDiscount(
                                        Optional.of(new Discount.PercentOff(new BigDecimal("5")))))
                .withDiscount(
                        Optional.of(
                                new Discount.AmountOff(
                                        Money.parse("2.00", clerk.store().currency()))));
    }

    private static Basket withCoupon(Clerk clerk, Shelves shelves) {
        Coupon coupon = clerk.till().coupon("MOTO10").orElseThrow();
        return clerk.basket(shelves.next(2)).withCoupons(List.of(coupon));
    }

    private static Basket manyOfOne(Clerk clerk, Shelves shelves) {
        return clerk.basket(List.of(shelves.next())).withQuantity(1, Quantity.of(4));
    }

    private void placeOrders(int count) {
        for (int i = 0; i < count; i++) {
            boolean atFirst = i % 2 == 0;
            Clerk clerk = atFirst ? cast.first() : cast.second();
            Shelves shelves = atFirst ? cast.firstShelves() : cast.secondShelves();
            List<Sku> skus = shelves.next(1 + i % 2);
            orders.add(
                    new Waiting(
                            clerk,
                            cast.web().order(clerk.store().storeId(), skus, "Web customer " + i)));
        }
        terminal.say(count + " orders placed on the web and reserved in the shops.");
    }

    private void workOnStock() {
        Sku sku = cast.firstShelves().next();
        cast.first().receive(sku, 30, "NF 20431");
        cast.second()
                .adjust(
                        cast.secondShelves().next(),
                        -1,
                        StockAdjustment.Reason.DAMAGED,
                        "fell off the shelf");
        terminal.say("30 pieces received, 1 written off as damaged.");
    }

    private void takeSomeBack() {
        sales.add(cast.first().takeBack(sales.getFirst()));
        sales.add(cast.second().takeBack(sales.get(sales.size() / 2)));
        terminal.say("2 returns by receipt.");
    }

    private void serveOrders() {
        for (Waiting waiting : orders) {
            Clerk clerk = waiting.clerk();
            Order order = clerk.till().awaitOrder(waiting.placed().number(), PATIENCE);
            clerk.pick(order);
            clerk.shelve(order, "A" + orders.indexOf(waiting));
        }
        for (Waiting waiting : orders) {
            Clerk clerk = waiting.clerk();
            Order order = clerk.till().awaitOrder(waiting.placed().number(), PATIENCE);
            sales.add(clerk.handOver(order, waiting.placed().code()));
        }
        terminal.say(orders.size() + " orders picked, shelved and handed over.");
    }

    private void closeShops() {
        for (Clerk clerk : List.of(cast.first(), cast.second())) {
            Money takings = clerk.close().totals().takings();
            terminal.say(clerk.store().name() + " closes, Z: " + takings);
            clerk.till().awaitConfirmation(PATIENCE);
        }
    }

    private Optional<Customer> buyer() {
        return Optional.of(cast.customer());
    }

    private static Optional<Customer> nobody() {
        return Optional.empty();
    }
}
