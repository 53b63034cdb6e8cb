package kmmotos.desktop.sales;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import kmmotos.desktop.money.TypedNumbers;
import kmmotos.model.customers.Customer;
import kmmotos.model.deposits.CounterOrder;
import kmmotos.model.deposits.CounterOrderProgress;
import kmmotos.model.mails.MailRequest;
import kmmotos.model.money.Money;
import kmmotos.model.returns.PaidReceipt;
import kmmotos.model.returns.Receipt;
import kmmotos.model.sales.SaleLine;
import kmmotos.model.sales.ShiftOpening;
import kmmotos.model.sales.Tender;
import kmmotos.model.staff.StaffMember;
import kmmotos.model.stores.DepositRules;
import kmmotos.model.sync.Event;

/// Orders at the counter: taken with a deposit, paid in parts, handed over as a sale at the agreed
/// prices with the deposits as a tender, or paid back.
///
/// An order is written down before its deposit is taken. If the clerk goes back, or the till stops
/// in between, it stands there without a deposit, and one can be taken later.
public final class DepositModel {
    private final SaleDesk desk;
    private final ParkModel parking;
    private final CheckoutModel checkout;
    private final TypedNumbers numbers;
    private final ReadOnlyObjectWrapper<Optional<CounterOrderProgress>> opened =
            new ReadOnlyObjectWrapper<>(Optional.empty());

    DepositModel(SaleDesk desk, ParkModel parking, CheckoutModel checkout) {
        this.desk = desk;
        this.parking = parking;
        this.checkout = checkout;
        this.numbers = new TypedNumbers(desk.texts().locale());
    }

    /// What the clerk typed.
    ///
    /// @param email only if they want to be told there; may be empty
    /// @param days until the goods are expected, or how long they are put aside
    /// @param deposit nothing typed is the least
    /// @param unlisted goods that no catalogue has, beside what is rung up
    public record Terms(
            CounterOrder.Kind kind,
            String customerName,
            String phone,
            String email,
            String days,
            String deposit,
            String supplier,
            String note,
            UnlistedItem unlisted) {}

    /// Whether there can be an order now; says why not.
    public boolean canBeMade() {
        var sale = desk.sale();
        boolean sells =
                sale.saleLines().stream().allMatch(line -> line.kind() == SaleLine.Kind.SALE);
        boolean free = sells && sale.sale().orderId().isEmpty() && sale.sale().paid().isEmpty();
        if (sale.stateProperty().get() != SaleState.SELL || !free) {
            desk.refuse("sales.deposit.only_goods");
            return false;
        }
        if (sale.shift().isEmpty()) {
            desk.warn("sales.shift.none");
            return false;
        }
        return true;
    }

    /// Whom the sale in front is for.
    public Optional<Customer> customer() {
        return desk.sale().sale().customer();
    }

    public int usualDays() {
        return desk.sale().store().depositRules().days();
    }

    /// The least deposit for what is rung up.
    public Money least() {
        return desk.sale().store().depositRules().least(desk.sale().totalsProperty().get().due());
    }

    /// Writes the order down and goes on to taking the deposit.
    ///
    /// @return whether what was typed makes an order; says why not
    public boolean make(Terms terms) {
        var staff = desk.signIn().operator();
        if (staff.isEmpty() || !canBeMade()) {
            return false;
        }
        Optional<List<SaleLine>> lines = lines(terms);
        if (lines.isEmpty() || !areGood(terms)) {
            return false;
        }
        var currency = desk.sale().store().currency();
        Money total = Money.sum(lines.get().stream().map(SaleLine::total).toList(), currency);
        Optional<Money> deposit = deposit(terms, total);
        if (deposit.isEmpty()) {
            return false;
        }
        var customer = customer();
        desk.counter()
                .background()
                .run(
                        () -> record(terms, lines.get(), total, customer, staff.get()),
                        made -> {
                            desk.sale().begin();
                            desk.note(
                                    "sales.deposit.made",
                                    made.order().number(),
                                    made.order().customerName());
                            pay(made, deposit.get());
                        },
                        desk.failed("sales.journal.failed"));
        return true;
    }

    /// What is rung up, and what was typed beside it.
    private Optional<List<SaleLine>> lines(Terms terms) {
        var lines = new ArrayList<>(desk.sale().saleLines());
        if (!terms.unlisted().isEmpty()) {
            Optional<SaleLine> more = terms.unlisted().line(desk.sale(), numbers);
            if (more.isEmpty()) {
                desk.refuse("sales.deposit.unlisted");
                return Optional.empty();
            }
            if (terms.kind() == CounterOrder.Kind.LAYAWAY) {
                desk.refuse("sales.deposit.not_there");
                return Optional.empty();
            }
            lines.add(more.get());
        }
        if (lines.isEmpty()) {
            desk.refuse("sales.deposit.empty");
            return Optional.empty();
        }
        for (int i = 0; i < lines.size(); i++) {
            lines.set(i, lines.get(i).numbered(i + 1));
        }
        return Optional.of(lines);
    }

    private boolean areGood(Terms terms) {
        if (terms.customerName().isBlank()) {
            desk.refuse("sales.deposit.no_name");
            return false;
        }
        if (!terms.email().isBlank() && !MailRequest.isAddress(terms.email().strip())) {
            desk.refuse("sales.mail.no_address");
            return false;
        }
        boolean tooLong =
                List.of(terms.customerName(), terms.phone(), terms.supplier()).stream()
                        .anyMatch(text -> text.strip().length() > CounterOrder.MAX_WORDS);
        if (tooLong || terms.note().strip().length() > CounterOrder.MAX_NOTE) {
            desk.refuse("sales.deposit.too_long", CounterOrder.MAX_WORDS);
            return false;
        }
        if (days(terms).isEmpty()) {
            desk.refuse("sales.deposit.days", DepositRules.MAX_DAYS);
            return false;
        }
        return true;
    }

    private static Optional<Integer> days(Terms terms) {
        return Optional.of(terms.days().strip())
                .filter(text -> text.matches("\\d{1,3}"))
                .map(Integer::parseInt)
                .filter(days -> days <= DepositRules.MAX_DAYS);
    }

    private Optional<Money> deposit(Terms terms, Money total) {
        Money least = desk.sale().store().depositRules().least(total);
        Optional<Money> deposit =
                terms.deposit().isBlank()
                        ? Optional.of(least)
                        : numbers.money(terms.deposit(), total.currency());
        if (deposit.filter(sum -> sum.compareTo(least) >= 0 && sum.compareTo(total) <= 0)
                .isEmpty()) {
            desk.refuse("sales.deposit.amount", desk.money(least), desk.money(total));
            return Optional.empty();
        }
        return deposit;
    }

    private CounterOrderProgress record(
            Terms terms,
            List<SaleLine> lines,
            Money total,
            Optional<Customer> customer,
            StaffMember staff) {
        var counter = desk.counter();
        LocalDate today = today();
        var order =
                new CounterOrder(
                        counter.ids().get(),
                        counter.books().nextCounterOrderNumber(),
                        terms.kind(),
                        desk.sale().store().storeId(),
                        counter.device(),
                        today,
                        counter.clock().get(),
                        staff.staffId(),
                        customer.map(Customer::customerId),
                        terms.customerName().strip(),
                        terms.phone().strip(),
                        Optional.of(terms.email().strip()).filter(it -> !it.isEmpty()),
                        lines,
                        total,
                        today.plusDays(days(terms).orElseThrow()),
                        terms.supplier().strip(),
                        terms.note().strip());
        counter.journal().record(new Event.CounterOrderPlaced(order));
        counter.journal().project();
        return CounterOrderProgress.of(order);
    }

    private LocalDate today() {
        return desk.sale()
                .shift()
                .map(ShiftOpening::businessDay)
                .orElseGet(() -> desk.sale().store().dayAt(desk.counter().clock().get()));
    }

    /// Takes one more deposit; nothing typed is all that is left.
    ///
    /// @return whether that can be
    public boolean payMore(CounterOrderProgress progress, String typed) {
        Money rest = progress.rest();
        Optional<Money> amount =
                typed.isBlank() ? Optional.of(rest) : numbers.money(typed, rest.currency());
        if (amount.filter(sum -> sum.isPositive() && sum.compareTo(rest) <= 0).isEmpty()) {
            desk.refuse("sales.deposit.rest", desk.money(rest));
            return false;
        }
        return atFreeCounter(() -> pay(progress, amount.get()));
    }

    private void pay(CounterOrderProgress progress, Money amount) {
        if (amount.isPositive()) {
            show(progress, sale -> sale.withPaid(List.of(tender(progress, amount.negated()))));
        }
    }

    /// Sells the ordered goods; the deposits pay for them as far as they go.
    public boolean handOver(CounterOrderProgress progress) {
        var lines = new ArrayList<SaleLine>();
        for (SaleLine line : progress.order().lines()) {
            lines.add(line.numbered(OpenSale.FIRST_FIXED_ID + lines.size()));
        }
        return atFreeCounter(() ->
                show(
                        progress,
                        sale ->
                                sale.withFixed(lines)
                                        .withPaid(List.of(tender(progress, progress.paid())))));
    }

    /// Pays back what is owed for an order that was cancelled.
    public boolean giveBack(CounterOrderProgress progress) {
        return atFreeCounter(() ->
                desk.counter()
                        .background()
                        .run(
                                () -> desk.counter().books().depositSales(progress),
                                sales ->
                                        show(
                                                progress,
                                                sale -> {
                                                    var back = sale;
                                                    for (var one : sales) {
                                                        back =
                                                                back.withReceipt(
                                                                        PaidReceipt.of(
                                                                                Receipt.of(one)));
                                                    }
                                                    return back.withPaid(
                                                            List.of(
                                                                    tender(
                                                                            progress,
                                                                            progress.owed())));
                                                }),
                                desk.failed("sales.lookup.failed")));
    }

    private static Tender tender(CounterOrderProgress progress, Money amount) {
        return new Tender.Deposit(progress.order().orderId(), progress.order().number(), amount);
    }

    /// What is in front is put aside first.
    private boolean atFreeCounter(Runnable then) {
        if (desk.sale().shift().isEmpty()) {
            desk.warn("sales.shift.none");
            return false;
        }
        boolean isFree = parking.park();
        if (isFree) {
            desk.sale().begin();
            then.run();
        }
        return isFree;
    }

    private void show(CounterOrderProgress progress, UnaryOperator<OpenSale> with) {
        var order = progress.order();
        desk.counter()
                .background()
                .run(
                        () -> order.customerId().flatMap(desk.counter().books()::customer),
                        customer -> {
                            var sale =
                                    OpenSale.begin(desk.counter().ids().get())
                                            .withCustomer(customer)
                                            .from(order.number());
                            desk.sale().change(with.apply(sale), 0);
                            checkout.total();
                        },
                        desk.failed("sales.lookup.failed"));
    }

    /// An order's slip was scanned, or its number typed.
    void open(String number) {
        desk.counter()
                .background()
                .run(
                        () -> desk.counter().books().counterOrder(number),
                        found -> {
                            if (found.isEmpty()) {
                                desk.refuse("sales.deposit.unknown", number);
                            }
                            opened.set(Optional.empty());
                            opened.set(found);
                        },
                        desk.failed("sales.lookup.failed"));
    }

    /// The order that was asked for last, for whoever shows orders.
    public ReadOnlyObjectProperty<Optional<CounterOrderProgress>> openedProperty() {
        return opened.getReadOnlyProperty();
    }
}
