package kmmotos.desktop.payments;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import kmmotos.desktop.devices.CardAnswer;
import kmmotos.desktop.devices.ManualCardTerminal;
import kmmotos.model.money.Money;
import kmmotos.model.payments.PaymentIntent;
import kmmotos.model.sales.Tender;

/// Taking (or giving back) the money for one sale, in one or several parts. When the parts cover
/// the total, the tenders are handed on exactly once: the token is spent before anything else
/// happens, so a second Enter finds nothing to pay.
public final class TenderModel {
    /// More cash than this over the total is a barcode in the wrong field.
    public static final long MAX_CASH_FACTOR = 100;

    private static final String CANCELLED = "cancelled at the terminal";

    private final PaymentDesk desk;
    private final ObservableList<Tender> tenders = FXCollections.observableArrayList();
    private final ObservableList<Tender> tendersShown =
            FXCollections.unmodifiableObservableList(tenders);
    private final ReadOnlyObjectWrapper<Optional<Money>> due =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<PaymentIntent>> atTerminal =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private Optional<Token> token = Optional.empty();
    private boolean takingBack;

    private record Token(UUID saleId, Consumer<List<Tender>> covered) {}

    public TenderModel(PaymentDesk desk) {
        this.desk = desk;
    }

    /// Begins with what was already paid, before the clerk went back to the lines or a crash.
    ///
    /// @param total negative when money goes back
    public void begin(UUID saleId, Money total, List<Tender> paid, Consumer<List<Tender>> covered) {
        token = Optional.of(new Token(saleId, covered));
        show(paid);
        totalIs(total);
        finishIfCovered();
    }

    /// A discount approved late, or a customer named late, changes what is due.
    public void totalIs(Money total) {
        if (token.isPresent()) {
            var paid = tenders.stream().map(Tender::amount).toList();
            due.set(Optional.of(total.minus(Money.sum(paid, total.currency()))));
        }
    }

    /// The parts that belong to the sale in front.
    public void show(List<Tender> paid) {
        if (!tenders.equals(paid)) {
            tenders.setAll(paid);
        }
    }

    /// Whether the sale is still open: no terminal is asked, and not all is paid.
    public boolean canLeave() {
        return openAmount().isPresent();
    }

    /// Goes back to the sale; what was paid stays paid.
    public boolean leave() {
        if (!canLeave()) {
            return false;
        }
        token = Optional.empty();
        due.set(Optional.empty());
        return true;
    }

    /// Takes a paid part out again. That a card part was cancelled at the terminal is written down
    /// first; while it can't be, the part stays.
    public void takeBack(Tender part) {
        switch (part) {
            case Tender.Cash _,
                    Tender.GiftCard _,
                    Tender.Account _,
                    Tender.Deposit _,
                    Tender.ForeignCash _ ->
                    remove(part);
            case Tender.Card(UUID intentId, _, _) -> {
                takingBack = true;
                desk.background()
                        .run(
                                () -> desk.journal().abandon(intentId, CANCELLED),
                                _ -> remove(part),
                                this::couldNotTakeBack);
            }
        }
    }

    private void couldNotTakeBack(Exception failure) {
        takingBack = false;
        desk.trouble().accept(failure);
    }

    private void remove(Tender part) {
        takingBack = false;
        if (tenders.remove(part)) {
            due.set(due.get().map(open -> open.plus(part.amount())));
            finishIfCovered();
        }
    }

    /// Cash in the hand: exact when the amount is what is due, with change when it is more, a part
    /// when it is less.
    public PayAnswer cash(Money given) {
        var open = openAmount();
        if (open.isEmpty()) {
            return new PayAnswer.NotNow();
        }
        if (open.get().isNegative()) {
            return add(Tender.Cash.exactly(back(given, open.get())));
        }
        if (!given.isPositive() && !open.get().isZero()) {
            return new PayAnswer.NothingGiven();
        }
        if (given.minor() / MAX_CASH_FACTOR > Math.max(open.get().minor(), 10_000)) {
            return new PayAnswer.Absurd(given);
        }
        var amount = given.compareTo(open.get()) < 0 ? given : open.get();
        return add(new Tender.Cash(amount, given, given.minus(amount)));
    }

    /// Notes of another currency: a part, or more than is due with change in the shop's money.
    public PayAnswer foreignCash(Money given, BigDecimal rate) {
        var open = openAmount();
        if (open.isEmpty()) {
            return new PayAnswer.NotNow();
        }
        var home = open.get().currency();
        var worth = given.isPositive() ? Tender.ForeignCash.worth(given, rate, home) : given;
        if (!worth.isPositive() || !open.get().isPositive()) {
            return new PayAnswer.NothingGiven();
        }
        if (worth.minor() / MAX_CASH_FACTOR > Math.max(open.get().minor(), 10_000)) {
            return new PayAnswer.Absurd(worth);
        }
        var amount = worth.compareTo(open.get()) < 0 ? worth : open.get();
        return add(new Tender.ForeignCash(amount, given, rate, worth.minus(amount)));
    }

    /// Asks for a card payment. It is written down before the terminal may be used.
    public PayAnswer card(Money amount) {
        var open = openAmount();
        if (open.isEmpty()) {
            return new PayAnswer.NotNow();
        }
        boolean back = open.get().isNegative();
        var asked = back ? back(amount, open.get()) : amount;
        if (asked.isZero() || (!back && asked.isNegative())) {
            return new PayAnswer.NothingGiven();
        }
        if (!back && asked.compareTo(open.get()) > 0) {
            return new PayAnswer.CardOverDue(open.get());
        }
        var intent = new PaymentIntent(desk.ids().get(), token.orElseThrow().saleId(), asked);
        atTerminal.set(Optional.of(intent));
        desk.background()
                .run(
                        () -> desk.journal().intend(intent),
                        this::askTerminal,
                        failure -> couldNotWrite(intent, failure));
        return new PayAnswer.AtTerminal(asked);
    }

    /// A part of what goes back, if it is below 0; else all of it.
    private static Money back(Money part, Money open) {
        return part.isNegative() && part.compareTo(open) > 0 ? part : open;
    }

    /// A part that was made elsewhere: by a gift card, on account.
    public PayAnswer part(Tender part) {
        var open = openAmount();
        if (open.isEmpty()) {
            return new PayAnswer.NotNow();
        }
        boolean isOver =
                part.amount().isNegative() != open.get().isNegative()
                        || part.amount().abs().compareTo(open.get().abs()) > 0;
        return isOver ? new PayAnswer.CardOverDue(open.get().abs()) : add(part);
    }

    /// The clerk saw on the terminal that it is paid.
    public void confirmByHand(String reference) {
        atTerminal
                .get()
                .map(PaymentIntent::intentId)
                .ifPresent(intentId -> {
                    switch (desk.terminal()) {
                        case ManualCardTerminal manual -> manual.approve(intentId, reference);
                        default -> approved(intentId, reference);
                    }
                });
    }

    /// The clerk saw on the terminal that it is not paid, or gives up before the card was charged.
    public void refuseByHand(String why) {
        atTerminal
                .get()
                .map(PaymentIntent::intentId)
                .ifPresent(intentId -> {
                    switch (desk.terminal()) {
                        case ManualCardTerminal manual -> manual.decline(intentId, why);
                        default -> notTaken(intentId, why);
                    }
                });
    }

    public ObservableList<Tender> tenders() {
        return tendersShown;
    }

    /// What is still to be paid; empty when nothing is being paid.
    public ReadOnlyObjectProperty<Optional<Money>> dueProperty() {
        return due.getReadOnlyProperty();
    }

    /// The card payment the terminal is asked for.
    public ReadOnlyObjectProperty<Optional<PaymentIntent>> atTerminalProperty() {
        return atTerminal.getReadOnlyProperty();
    }

    private Optional<Money> openAmount() {
        return token.isPresent() && atTerminal.get().isEmpty() && !takingBack
                ? due.get()
                : Optional.empty();
    }

    private void askTerminal(PaymentIntent intent) {
        desk.terminal()
                .charge(intent)
                .whenComplete((answer, failure) ->
                        desk.background()
                                .run(
                                        () -> failure == null ? answer : rethrow(failure),
                                        told -> answered(intent.intentId(), told),
                                        desk.trouble()));
    }

    private static CardAnswer rethrow(Throwable failure) {
        throw new IllegalStateException("the card terminal gave no answer", failure);
    }

    private void answered(UUID intentId, CardAnswer answer) {
        switch (answer) {
            case CardAnswer.Approved(String reference) -> approved(intentId, reference);
            case CardAnswer.Declined(String reason) -> notTaken(intentId, reason);
            case CardAnswer.Abandoned _ -> notTaken(intentId, "abandoned");
        }
    }

    private void approved(UUID intentId, String reference) {
        takeFromTerminal(intentId)
                .ifPresent(intent -> add(new Tender.Card(intentId, intent.amount(), reference)));
    }

    private void notTaken(UUID intentId, String why) {
        takeFromTerminal(intentId)
                .ifPresent(_ ->
                        desk.background()
                                .run(
                                        () -> desk.journal().abandon(intentId, why),
                                        _ -> {},
                                        desk.trouble()));
    }

    private void couldNotWrite(PaymentIntent intent, Exception failure) {
        takeFromTerminal(intent.intentId());
        desk.trouble().accept(failure);
    }

    private Optional<PaymentIntent> takeFromTerminal(UUID intentId) {
        var intent = atTerminal.get().filter(asked -> asked.intentId().equals(intentId));
        if (intent.isPresent()) {
            atTerminal.set(Optional.empty());
        }
        return intent;
    }

    private PayAnswer add(Tender tender) {
        tenders.add(tender);
        due.set(due.get().map(open -> open.minus(tender.amount())));
        return finishIfCovered()
                ? new PayAnswer.Covered()
                : new PayAnswer.Part(due.get().orElseThrow());
    }

    private boolean finishIfCovered() {
        if (token.isEmpty() || tenders.isEmpty() || !due.get().orElseThrow().isZero()) {
            return false;
        }
        var spent = token.get();
        token = Optional.empty();
        spent.covered().accept(List.copyOf(tenders));
        return true;
    }
}
