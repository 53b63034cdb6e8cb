package kmmotos.simulation.till;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import kmmotos.model.audit.AuditKind;
import kmmotos.model.audit.AuditNote;
import kmmotos.model.customers.Customer;
import kmmotos.model.deposits.CounterOrder;
import kmmotos.model.deposits.CounterOrderState;
import kmmotos.model.fitment.Motorcycle;
import kmmotos.model.mails.MailRequest;
import kmmotos.model.money.Money;
import kmmotos.model.money.Quantity;
import kmmotos.model.quotes.Quote;
import kmmotos.model.sales.LostSale;
import kmmotos.model.sales.SaleLine;
import kmmotos.model.sales.Tender;
import kmmotos.model.stores.Till;
import kmmotos.model.sync.Event;
import kmmotos.simulation.chain.Goods;

/// Who comes to a till and is written down: so few that tills meet over the same people.
record FrontDesk(Till till, SimulatedTables tables, Clock clock, RandomGenerator random) {

    private static final int PEOPLE = 3;
    private static final int FIRST_ID = 500;

    /// Somebody is written down, or something about them changes. Ids are random, so no two tills
    /// ever make the same one: here the people are there from the beginning, the same everywhere,
    /// and each till meets them for the first time at some moment.
    Event changed() {
        UUID id = new UUID(0, FIRST_ID + random.nextInt(PEOPLE));
        Customer known =
                tables.state()
                        .customers
                        .get(id)
                        .map(TillState.KnownCustomer::customer)
                        .orElseGet(() -> rider(id, "Rider", ""));
        return new Event.CustomerChanged(
                known.edited(change(known), clock.instant()), Counter.CLERK);
    }

    Event signedIn() {
        return new Event.DeskNoted(AuditNote.of(AuditKind.SIGNED_IN, Counter.CLERK));
    }

    /// Somebody asks for what the chain does not sell.
    Event lost() {
        return new Event.SaleLost(
                new LostSale(
                        id(),
                        till.storeId(),
                        till.deviceId(),
                        today(),
                        clock.instant(),
                        Counter.CLERK,
                        Optional.empty(),
                        Optional.empty(),
                        "mirror",
                        Quantity.ONE,
                        LostSale.Reason.NOT_LISTED));
    }

    /// @param number runs on at this till
    Event quoted(long number) {
        SaleLine line = Goods.line(1, Goods.any(random), 1, SaleLine.Kind.SALE);
        return new Event.QuoteMade(
                new Quote(
                        id(),
                        Quote.number(till.storeId(), till.number(), number),
                        till.storeId(),
                        till.deviceId(),
                        today(),
                        clock.instant(),
                        today().plusDays(30),
                        Counter.CLERK,
                        Optional.empty(),
                        "",
                        List.of(line),
                        line.total(),
                        ""));
    }

    /// Somebody orders goods, and leaves no deposit yet.
    ///
    /// @param number runs on at this till
    Event ordered(long number) {
        SaleLine line = Goods.line(1, Goods.any(random), 1, SaleLine.Kind.SALE);
        return new Event.CounterOrderPlaced(
                new CounterOrder(
                        id(),
                        CounterOrder.number(till.storeId(), till.number(), number),
                        CounterOrder.Kind.SPECIAL,
                        till.storeId(),
                        till.deviceId(),
                        today(),
                        clock.instant(),
                        Counter.CLERK,
                        Optional.empty(),
                        "Rider",
                        "",
                        Optional.empty(),
                        List.of(line),
                        line.total(),
                        today().plusDays(14),
                        "",
                        ""));
    }

    /// An order goes on that is nowhere else.
    Event moved() {
        return new Event.CounterOrderMoved(
                id(),
                till.storeId(),
                Counter.CLERK,
                new CounterOrderState.Waiting(clock.instant(), "A3"));
    }

    /// A deposit is taken for an order.
    Tender deposit(Money amount) {
        return new Tender.Deposit(
                id(), CounterOrder.number(till.storeId(), till.number(), 1), amount.negated());
    }

    /// A customer wants the receipt as a mail.
    Event mail() {
        return new Event.MailAsked(
                new MailRequest(
                        id(),
                        MailRequest.Kind.RECEIPT,
                        till.storeId(),
                        till.deviceId(),
                        clock.instant(),
                        Counter.CLERK,
                        "1",
                        "rider@example.com",
                        "en",
                        "Receipt 1",
                        "Receipt 1"));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private UUID id() {
        return new UUID(random.nextLong(), random.nextLong());
    }

    private Customer change(Customer known) {
        String text = Integer.toString(random.nextInt(1_000));
        return switch (random.nextInt(3)) {
            case 0 -> with(known, "Rider " + text, known.phone().orElse(""));
            case 1 -> with(known, known.name(), text);
            default ->
                    known.with(
                            Customer.bike(
                                    id(),
                                    new Motorcycle("Honda", "CG 160", 2019),
                                    Optional.empty(),
                                    Optional.of(text),
                                    Optional.empty()));
        };
    }

    /// A garage that is not named stays, see [Customer#edited].
    private static Customer with(Customer known, String name, String phone) {
        return rider(known.customerId(), name, phone);
    }

    private static Customer rider(UUID id, String name, String phone) {
        return new Customer(
                id,
                Customer.Kind.RETAIL,
                name,
                Optional.empty(),
                Optional.of(phone).filter(text -> !text.isEmpty()),
                Optional.empty(),
                Optional.empty(),
                true);
    }
}
