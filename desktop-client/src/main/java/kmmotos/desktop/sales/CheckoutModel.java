package kmmotos.desktop.sales;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ListChangeListener;
import kmmotos.desktop.leases.LeaseStore;
import kmmotos.desktop.money.TypedNumbers;
import kmmotos.desktop.payments.PayAnswer;
import kmmotos.desktop.payments.TenderModel;
import kmmotos.model.money.Money;
import kmmotos.model.pricing.Coupon;
import kmmotos.model.returns.RefundPlan;
import kmmotos.model.sales.Sale;
import kmmotos.model.sales.Tender;
import kmmotos.model.staff.Permission;

/// From Total to the change: SELL, TENDER, DONE. Going back loses nothing; a sale that can't be
/// written down stays paid and is tried again.
public final class CheckoutModel {
    private final SaleDesk desk;
    private final TenderModel tender;
    private final RefundModel refunds;
    private final SerialModel serials;
    private final ForeignCashModel foreign;
    private final Checkout checkout;
    private final TypedNumbers numbers;
    private final DiscountModel discounts;
    private final ReadOnlyObjectWrapper<Optional<Sale>> done =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<List<Article>> misfits =
            new ReadOnlyObjectWrapper<>(List.of());
    private Optional<Checkout.Paid> unwritten = Optional.empty();
    private Optional<UUID> lookedFor = Optional.empty();
    private CounterJournal.Room room = CounterJournal.Room.ENOUGH;

    public CheckoutModel(SaleDesk desk, TenderModel tender, Checkout checkout) {
        this.desk = desk;
        this.tender = tender;
        this.refunds = new RefundModel(desk, tender);
        this.serials = new SerialModel(desk);
        this.foreign = new ForeignCashModel(desk, tender, this::told);
        this.checkout = checkout;
        this.discounts = new DiscountModel(desk);
        this.numbers = new TypedNumbers(desk.texts().locale());
        // Every part is kept with the open sale at once: going back, a colleague or a crash loses
        // none.
        desk.sale().saleProperty().subscribe(sale -> tender.show(sale.paid()));
        desk.sale().saleProperty().subscribe(this::lookAtDiskOnce);
        desk.sale().totalsProperty().subscribe(totals -> tender.totalIs(totals.due()));
        tender.tenders().addListener((ListChangeListener<Tender>) _ -> keepParts());
    }

    /// Total: from ringing up to taking money.
    public void total() {
        var sale = desk.sale();
        if (sale.stateProperty().get() != SaleState.SELL) {
            return;
        }
        if (sale.sale().isEmpty()) {
            desk.note("sales.total.empty");
        } else if (!sale.sale().canBePaid()) {
            desk.warn("sales.total.only_paid");
        } else if (sale.shift().isEmpty()) {
            desk.warn("sales.shift.none");
        } else if (discounts.dropCouponsBelowMinimum()) {
            return;
        } else if (!sale.sale().unexplainedMisfits().isEmpty()) {
            misfits.set(sale.sale().unexplainedMisfits());
        } else if (serials.ask()) {
            return;
        } else if (room == CounterJournal.Room.NONE) {
            lookAtDisk(this::totalIfThereIsRoom);
        } else {
            goToTenderIfAllowed();
        }
    }

    /// Whoever learns to sell asks somebody for each sale, anew when its lines have changed.
    private void goToTenderIfAllowed() {
        if (desk.signIn().may(Permission.SELL)) {
            goToTender();
            return;
        }
        var asked = desk.sale().sale();
        desk.approvals()
                .ask(
                        desk.texts()
                                .get(
                                        "sales.approval.sale",
                                        desk.money(desk.sale().totalsProperty().get().due())),
                        member -> member.role().may(Permission.SELL),
                        _ -> {
                            if (desk.sale().sale().equals(asked)) {
                                goToTender();
                            }
                        });
    }

    /// Why these items are sold although they do not fit the motorcycle; goes on to taking money.
    public void explainMisfits(String why) {
        if (why.isBlank()) {
            return;
        }
        var sale = desk.sale();
        var reasons =
                sale.sale().unexplainedMisfits().stream()
                        .collect(Collectors.toMap(Article::sku, _ -> why.strip()));
        misfits.set(List.of());
        sale.change(
                sale.sale().withParts(sale.sale().parts().withMisfits(reasons)),
                sale.chosenProperty().get());
        total();
    }

    /// The clerk goes back to the lines.
    public void forgetMisfits() {
        misfits.set(List.of());
    }

    /// Items that do not fit the motorcycle and of which somebody has to say why they are sold.
    public ReadOnlyObjectProperty<List<Article>> misfitsProperty() {
        return misfits.getReadOnlyProperty();
    }

    /// A full disk is met when a sale begins and not when it is paid.
    private void lookAtDiskOnce(OpenSale sale) {
        if (sale.hasLines() && !lookedFor.equals(Optional.of(sale.saleId()))) {
            lookedFor = Optional.of(sale.saleId());
            lookAtDisk(() -> {});
        }
    }

    private void lookAtDisk(Runnable then) {
        desk.counter()
                .background()
                .run(
                        desk.counter().journal()::room,
                        found -> {
                            room = found;
                            switch (found) {
                                case ENOUGH -> {}
                                case LOW -> desk.warn("sales.disk.low");
                                case NONE ->
                                        desk.messages()
                                                .problem(desk.texts().get("sales.disk.none"));
                            }
                            then.run();
                        },
                        desk.failed("sales.journal.failed"));
    }

    private void totalIfThereIsRoom() {
        if (room != CounterJournal.Room.NONE) {
            total();
        }
    }

    /// Goes on with a sale of which this part turned out to be paid already.
    void goToTenderPaid(Tender part) {
        var sale = desk.sale();
        var paid = new ArrayList<>(sale.sale().paid());
        paid.add(part);
        sale.change(sale.sale().withPaid(paid), sale.chosenProperty().get());
        goToTender();
    }

    private void goToTender() {
        var sale = desk.sale();
        sale.go(SaleState.TENDER);
        foreign.look();
        tender.begin(
                sale.sale().saleId(),
                sale.totalsProperty().get().due(),
                sale.sale().paid(),
                this::covered);
    }

    /// Enter in the amount field: nothing typed is exact cash.
    public boolean cash(String typed) {
        if (unwritten.isPresent()) {
            write(unwritten.get());
            return true;
        }
        if (refunds.isDue()) {
            return giveBack(RefundPlan.CASH, typed, part -> told(tender.cash(part)));
        }
        if (foreign.isMeantBy(typed)) {
            return foreign.pay(typed);
        }
        return amount(typed).map(given -> told(tender.cash(given))).orElse(false);
    }

    /// Notes of another currency.
    public ForeignCashModel foreign() {
        return foreign;
    }

    /// Card: nothing typed is all that is due.
    public boolean card(String typed) {
        if (refunds.isDue()) {
            return giveBack(RefundPlan.CARD, typed, part -> told(tender.card(part)));
        }
        return amount(typed).map(asked -> told(tender.card(asked))).orElse(false);
    }

    private boolean giveBack(String kind, String typed, Predicate<Money> give) {
        var part = typed.isBlank() ? Optional.<Money>empty() : amount(typed);
        return (typed.isBlank() || part.isPresent()) && refunds.give(kind, part, give);
    }

    /// How money goes back for goods.
    public RefundModel refunds() {
        return refunds;
    }

    /// The numbers of pieces that have one.
    public SerialModel serials() {
        return serials;
    }

    /// A part that is paid with a gift card or on account.
    void paid(Tender part) {
        boolean _ = told(tender.part(part));
    }

    /// Takes a part back that was paid. A card part only after it was cancelled at the terminal:
    /// that is written down before the part leaves the sale.
    public void takeBack(Tender part) {
        boolean free = desk.sale().stateProperty().get() == SaleState.SELL || tender.canLeave();
        if (!free) {
            desk.warn("sales.tender.stay");
            return;
        }
        if (part instanceof Tender.Deposit(_, String number, _)) {
            desk.warn("sales.deposit.stays", number);
            return;
        }
        if (part instanceof Tender.Cash(Money amount, _, _)) {
            desk.note("sales.tender.hand_back", desk.money(amount));
        }
        if (part instanceof Tender.ForeignCash(_, Money given, _, _)) {
            desk.note("sales.tender.hand_back", desk.money(given));
        }
        tender.takeBack(part);
        LeaseStore.leaseOf(part)
                .ifPresent(leaseId ->
                        desk.counter()
                                .background()
                                .run(
                                        () -> {
                                            desk.counter().leases().release(leaseId);
                                            return leaseId;
                                        },
                                        _ -> {},
                                        desk.failed("sales.journal.failed")));
    }

    /// Esc: one step back.
    public void back() {
        switch (desk.sale().stateProperty().get()) {
            case SELL -> {}
            case DONE -> desk.sale().begin();
            case TENDER -> backToSell();
        }
    }

    public void next() {
        if (desk.sale().stateProperty().get() == SaleState.DONE) {
            desk.sale().begin();
        }
    }

    public TenderModel tender() {
        return tender;
    }

    /// The sale that was just finished.
    public ReadOnlyObjectProperty<Optional<Sale>> doneProperty() {
        return done.getReadOnlyProperty();
    }

    /// Cash to hand back for a finished sale.
    public static Money change(Sale sale) {
        return Money.sum(
                sale.tenders().stream()
                        .map(CheckoutModel::change)
                        .flatMap(Optional::stream)
                        .toList(),
                sale.total().currency());
    }

    private static Optional<Money> change(Tender part) {
        return switch (part) {
            case Tender.Cash cash -> Optional.of(cash.change());
            case Tender.ForeignCash cash -> Optional.of(cash.change());
            case Tender.Card _, Tender.GiftCard _, Tender.Account _, Tender.Deposit _ ->
                    Optional.empty();
        };
    }

    /// What the customer paid for in a finished sale: its total, and what was put on a card or down
    /// for an order, which is not in it.
    static Money taken(Sale sale) {
        Money putDown =
                Money.sum(
                        sale.tenders().stream()
                                .filter(Tender::standsAlone)
                                .map(Tender::amount)
                                .filter(Money::isNegative)
                                .toList(),
                        sale.total().currency());
        return sale.total().minus(putDown);
    }

    private void backToSell() {
        if (unwritten.isPresent()) {
            desk.warn("sales.tender.unwritten");
        } else if (tender.leave()) {
            desk.sale().go(SaleState.SELL);
        } else {
            desk.warn("sales.tender.stay");
        }
    }

    private void keepParts() {
        var sale = desk.sale();
        var parts = List.copyOf(tender.tenders());
        if (!sale.sale().paid().equals(parts)) {
            sale.change(sale.sale().withPaid(parts), sale.chosenProperty().get());
        }
    }

    Optional<Money> amount(String typed) {
        var due = tender.dueProperty().get();
        if (due.isEmpty() || typed.isBlank()) {
            return due;
        }
        var amount = numbers.money(typed, due.get().currency());
        if (amount.isEmpty()) {
            desk.refuse("sales.entry.number", typed);
        }
        return amount;
    }

    private boolean told(PayAnswer answer) {
        switch (answer) {
            case PayAnswer.Covered _, PayAnswer.Part _, PayAnswer.AtTerminal _ -> {
                return true;
            }
            case PayAnswer.NothingGiven _ -> desk.refuse("sales.tender.nothing");
            case PayAnswer.Absurd(Money given) ->
                    desk.refuse("sales.tender.absurd", desk.money(given));
            case PayAnswer.CardOverDue(Money due) ->
                    desk.refuse("sales.tender.card_over", desk.money(due));
            case PayAnswer.NotNow _ -> {}
        }
        return false;
    }

    private void covered(List<Tender> tenders) {
        var sale = desk.sale();
        write(
                new Checkout.Paid(
                        sale.sale(),
                        sale.saleLines(),
                        tenders,
                        sale.shift().orElseThrow(),
                        desk.signIn().operator().orElseThrow(),
                        sale.totalsProperty().get().due()));
    }

    private void write(Checkout.Paid paid) {
        unwritten = Optional.empty();
        desk.counter()
                .background()
                .run(
                        () -> checkout.complete(paid),
                        completed -> {
                            switch (completed) {
                                case Checkout.Completed.Sold(Sale sale) -> finished(sale);
                                case Checkout.Completed.LeasesEnded(List<Tender> ended) ->
                                        goOnWithout(ended);
                                case Checkout.Completed.CouponsSpent(List<Coupon> spent) ->
                                        goBackWithout(spent);
                            }
                        },
                        failure -> {
                            unwritten = Optional.of(paid);
                            desk.failed("sales.journal.sale_failed").accept(failure);
                        });
    }

    /// A lease ended between taking the part and the last one: that part was not paid.
    private void goOnWithout(List<Tender> ended) {
        var sale = desk.sale();
        var kept = new ArrayList<>(sale.sale().paid());
        kept.removeAll(ended);
        sale.change(sale.sale().withPaid(kept), sale.chosenProperty().get());
        desk.warn("sales.lease.ended");
        goToTender();
    }

    /// The total is another now, so the clerk looks at it before going on; what was paid is kept.
    private void goBackWithout(List<Coupon> spent) {
        discounts.remove(spent);
        spent.forEach(it -> desk.warn("sales.coupon.spent", it.code()));
        desk.sale().go(SaleState.SELL);
    }

    private void finished(Sale sale) {
        done.set(Optional.of(sale));
        desk.sale().go(SaleState.DONE);
        desk.counter()
                .bookkeeper()
                .run(
                        () -> {
                            desk.counter().journal().project();
                            return sale;
                        },
                        _ -> {},
                        desk.failed("sales.books.failed"));
    }
}
