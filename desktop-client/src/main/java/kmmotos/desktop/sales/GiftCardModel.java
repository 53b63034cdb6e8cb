package kmmotos.desktop.sales;

import java.util.ArrayList;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import kmmotos.desktop.leases.CardFound;
import kmmotos.desktop.leases.LeaseBook;
import kmmotos.desktop.leases.LeaseFound;
import kmmotos.model.leases.CardBalance;
import kmmotos.model.leases.LeaseSubject;
import kmmotos.model.money.Money;
import kmmotos.model.payments.GiftCardNumber;
import kmmotos.model.sales.Tender;

/// Gift cards at the counter: sold, paid with, asked for their balance. A card's number is asked
/// for by a question beside the lines, so that it can be scanned or typed.
public final class GiftCardModel {
    private final SaleDesk desk;
    private final CheckoutModel checkout;
    private final ReadOnlyObjectWrapper<Optional<Money>> asked =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private boolean isWaiting;

    public GiftCardModel(SaleDesk desk, CheckoutModel checkout) {
        this.desk = desk;
        this.checkout = checkout;
        desk.sale().stateProperty().subscribe(_ -> cancel());
    }

    /// The amount a card's number is asked for: below 0 it goes on the card. Empty while nobody
    /// asks.
    public ReadOnlyObjectProperty<Optional<Money>> askedProperty() {
        return asked.getReadOnlyProperty();
    }

    public void cancel() {
        asked.set(Optional.empty());
    }

    /// F8 while money is taken: nothing typed is all that is due. Answers whether a number is asked
    /// for.
    public boolean pay(String typed) {
        checkout.amount(typed)
                .map(amount -> limited(amount, checkout.tender().dueProperty().get()))
                .filter(amount -> !amount.isZero())
                .ifPresent(amount -> asked.set(Optional.of(amount)));
        return asked.get().isPresent();
    }

    /// What is paid back goes on a card whole.
    private static Money limited(Money amount, Optional<Money> due) {
        return due.filter(open -> open.isNegative() || amount.compareTo(open) > 0).orElse(amount);
    }

    /// A number was typed or scanned for the question. Without one, money that is paid back goes on
    /// a new card.
    public void answer(String typed) {
        var amount = asked.get();
        if (amount.isEmpty() || isWaiting) {
            return;
        }
        var number = GiftCardNumber.parse(typed);
        if (amount.get().isNegative() && typed.isBlank()) {
            cancel();
            handOut(amount.get().negated(), this::add);
        } else if (number.isEmpty()) {
            desk.refuse("sales.gift_card.unreadable");
        } else if (amount.get().isNegative()) {
            cancel();
            add(load(number.get(), amount.get()));
        } else {
            use(number.get(), amount.get());
        }
    }

    /// A scanner read something. Answers whether it was a card's number.
    public boolean scanned(String code) {
        var number = GiftCardNumber.parse(code);
        if (number.isEmpty()) {
            return false;
        }
        if (desk.sale().stateProperty().get() == SaleState.TENDER) {
            if (asked.get().isPresent() || pay("")) {
                answer(code);
            }
        } else {
            showBalance(number.get());
        }
        return true;
    }

    /// A new card is sold: what goes on it is paid with the rest of the sale.
    public void sell(Money amount) {
        var sale = desk.sale();
        sale.beginIfDone();
        if (sale.stateProperty().get() != SaleState.SELL) {
            return;
        }
        if (!amount.isPositive()) {
            desk.refuse("sales.tender.nothing");
            return;
        }
        handOut(
                amount,
                card -> {
                    var paid = new ArrayList<>(sale.sale().paid());
                    paid.add(card);
                    sale.change(sale.sale().withPaid(paid), sale.chosenProperty().get());
                    desk.note("sales.gift_card.sold", desk.money(amount));
                });
    }

    private LeaseBook leases() {
        return desk.counter().leases();
    }

    private void handOut(Money amount, java.util.function.Consumer<Tender> then) {
        var serial = desk.counter().ids().get();
        desk.counter()
                .background()
                .run(
                        () -> leases().card(serial),
                        number ->
                                then.accept(
                                        Tender.GiftCard.handedOut(
                                                number.cardId(),
                                                number.lastFour(),
                                                amount,
                                                serial)),
                        desk.failed("sales.gift_card.failed"));
    }

    private static Tender load(GiftCardNumber number, Money amount) {
        return new Tender.GiftCard(
                number.cardId(), number.lastFour(), amount, Optional.empty(), Optional.empty());
    }

    private void use(GiftCardNumber number, Money amount) {
        isWaiting = true;
        desk.note("sales.gift_card.asking");
        var subject = LeaseSubject.giftCard(number.cardId(), amount.currency());
        desk.counter()
                .background()
                .run(
                        () -> leases().find(subject, amount.minor()),
                        found -> {
                            isWaiting = false;
                            used(number, amount, found);
                        },
                        failure -> {
                            isWaiting = false;
                            desk.failed("sales.gift_card.failed").accept(failure);
                        });
    }

    private void used(GiftCardNumber number, Money amount, LeaseFound found) {
        switch (found) {
            case LeaseFound.Held(var leaseId, long left) -> {
                var part = Money.ofMinor(Math.min(left, amount.minor()), amount.currency());
                cancel();
                add(
                        new Tender.GiftCard(
                                number.cardId(),
                                number.lastFour(),
                                part,
                                Optional.of(leaseId),
                                Optional.empty()));
                if (part.compareTo(amount) < 0) {
                    desk.warn("sales.gift_card.part", desk.money(part));
                }
            }
            case LeaseFound.Unknown _ -> desk.refuse("sales.gift_card.unknown");
            case LeaseFound.NothingLeft(long held) ->
                    desk.refuse(
                            held > 0 ? "sales.gift_card.elsewhere" : "sales.gift_card.empty",
                            desk.money(Money.ofMinor(held, amount.currency())));
            case LeaseFound.Blocked _ -> desk.refuse("sales.gift_card.blocked");
            case LeaseFound.Offline _ -> desk.refuse("sales.gift_card.offline");
        }
    }

    private void add(Tender part) {
        checkout.paid(part);
    }

    private void showBalance(GiftCardNumber number) {
        desk.note("sales.gift_card.asking");
        desk.counter()
                .background()
                .run(
                        () -> leases().balance(number.cardId()),
                        found -> told(number, found),
                        desk.failed("sales.gift_card.failed"));
    }

    private void told(GiftCardNumber number, CardFound found) {
        switch (found) {
            case CardFound.OnCard(CardBalance(Money balance, Money held)) ->
                    desk.note(
                            held.isZero()
                                    ? "sales.gift_card.balance"
                                    : "sales.gift_card.balance_held",
                            number.lastFour(),
                            desk.money(balance),
                            desk.money(held));
            case CardFound.Unknown _ -> desk.refuse("sales.gift_card.unknown");
            case CardFound.Offline _ -> desk.refuse("sales.gift_card.no_balance");
        }
    }
}
