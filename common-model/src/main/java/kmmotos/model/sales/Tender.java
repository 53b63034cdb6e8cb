package kmmotos.model.sales;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.Optional;
import java.util.UUID;
import kmmotos.model.money.Money;
import kmmotos.model.money.Quantity;
import kmmotos.model.money.UnitPrice;

/// How a sale, or a part of it, was paid; negative amounts are paid back.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Tender.Cash.class, name = "cash"),
    @JsonSubTypes.Type(value = Tender.Card.class, name = "card"),
    @JsonSubTypes.Type(value = Tender.GiftCard.class, name = "gift_card"),
    @JsonSubTypes.Type(value = Tender.Account.class, name = "account"),
    @JsonSubTypes.Type(value = Tender.Deposit.class, name = "deposit"),
    @JsonSubTypes.Type(value = Tender.ForeignCash.class, name = "foreign_cash")
})
public sealed interface Tender {

    /// What it adds to the payment.
    Money amount();

    /// The word for this kind of tender in reports and JSON.
    @JsonIgnore
    default String kind() {
        return switch (this) {
            case Cash _ -> "cash";
            case Card _ -> "card";
            case GiftCard _ -> "gift_card";
            case Account _ -> "account";
            case Deposit _ -> "deposit";
            case ForeignCash _ -> "foreign_cash";
        };
    }

    /// Whether it puts money on a gift card, takes what a customer pays off their account, or takes
    /// a deposit: the other tenders pay for that too.
    default boolean isLoad() {
        return switch (this) {
            case Cash _, Card _, ForeignCash _ -> false;
            case GiftCard _, Account _, Deposit _ -> amount().isNegative();
        };
    }

    /// Whether notes and coins go into the drawer or come out of it.
    default boolean isInDrawer() {
        return this instanceof Cash || this instanceof ForeignCash;
    }

    /// Whether it is what a sale without any goods is about: a load, or a deposit that goes back.
    default boolean standsAlone() {
        return isLoad() || this instanceof Deposit;
    }

    /// @param given what the customer handed over; `given` - `change` = `amount`
    record Cash(Money amount, Money given, Money change) implements Tender {

        public Cash {
            if (!given.minus(change).equals(amount)) {
                throw new IllegalArgumentException(
                        "given %s less change %s must be %s".formatted(given, change, amount));
            }
        }

        public static Cash exactly(Money amount) {
            return new Cash(amount, amount, Money.zero(amount.currency()));
        }
    }

    /// Notes of another currency, taken at the shop's rate; what is handed back is the shop's
    /// money.
    ///
    /// @param amount more than 0
    /// @param given in the other currency
    /// @param rate what one unit of it was worth; `given` at it, less `change`, is `amount`
    record ForeignCash(Money amount, Money given, BigDecimal rate, Money change) implements Tender {

        public ForeignCash {
            boolean isForeign = !given.currency().equals(amount.currency());
            if (!isForeign || !amount.isPositive() || !given.isPositive() || change.isNegative()) {
                throw new IllegalArgumentException(
                        "%s for %s and %s back is no foreign cash"
                                .formatted(given, amount, change));
            }
            if (!worth(given, rate, amount.currency()).minus(change).equals(amount)) {
                throw new IllegalArgumentException(
                        "given %s at %s less change %s must be %s"
                                .formatted(given, rate, change, amount));
            }
        }

        /// What foreign notes are worth here, rounded once.
        public static Money worth(Money given, BigDecimal rate, Currency home) {
            return new UnitPrice(
                            given.decimal()
                                    .multiply(rate)
                                    .setScale(UnitPrice.MAX_DECIMALS, RoundingMode.HALF_UP),
                            home)
                    .times(Quantity.ONE);
        }
    }

    /// @param intentId the [kmmotos.model.payments.PaymentIntent] that was written before
    /// @param reference the terminal's authorisation number, as keyed; may be empty
    record Card(UUID intentId, Money amount, String reference) implements Tender {}

    /// Paid with a gift card, from a lease on it. An amount below 0 puts money on the card: it is
    /// sold, or a return is paid back with it. What is on cards is owed and not earned, so that is
    /// no sale of anything.
    ///
    /// @param cardId see [kmmotos.model.payments.GiftCardNumber#cardId]
    /// @param lastFour of the card's number, for people
    /// @param leaseId needed above 0
    /// @param serial of a card that is handed out with this; the till that did can print its number
    ///   again
    record GiftCard(
            UUID cardId,
            String lastFour,
            Money amount,
            Optional<UUID> leaseId,
            Optional<UUID> serial)
            implements Tender {

        public GiftCard {
            refuseUnleased(amount, leaseId);
        }

        /// Money goes on a card that is handed out with it.
        public static GiftCard handedOut(UUID cardId, String lastFour, Money amount, UUID serial) {
            return new GiftCard(
                    cardId, lastFour, amount.negated(), Optional.empty(), Optional.of(serial));
        }
    }

    /// Bought on account, within a lease on the customer's credit. An amount below 0 is paid off
    /// the account.
    ///
    /// @param leaseId needed above 0
    record Account(UUID customerId, Money amount, Optional<UUID> leaseId) implements Tender {

        public Account {
            refuseUnleased(amount, leaseId);
        }
    }

    /// A deposit for a counter's order. An amount below 0 is paid in: it is owed and not earned
    /// until the goods are handed over. From 0 on it pays for the goods; in a sale without goods it
    /// goes back to the customer.
    ///
    /// @param orderId see [kmmotos.model.deposits.CounterOrder]
    /// @param number the order's, for people
    record Deposit(UUID orderId, String number, Money amount) implements Tender {}

    private static void refuseUnleased(Money amount, Optional<UUID> leaseId) {
        if (amount.isZero() || amount.isPositive() != leaseId.isPresent()) {
            throw new IllegalArgumentException(
                    "what is used needs a lease and what is given needs none, was %s of %s"
                            .formatted(amount, leaseId));
        }
    }
}
