package kmmotos.model.returns;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import kmmotos.model.money.Money;
import kmmotos.model.sales.SaleLine;

/// How money may go back for goods: as it came. A card takes back what was paid by card and never
/// more, an account what was bought on it, the drawer what was paid in cash. Whoever likes takes
/// all of it on a gift card; without a receipt that is the only way that needs no second person.
///
/// @param most how much may go back by each kind of tender, as shown on the receipts
/// @param unproven of the goods, what came back without a receipt
public record RefundPlan(SortedMap<String, Money> most, Money unproven) {

    public static final String CASH = "cash";
    public static final String CARD = "card";
    public static final String GIFT_CARD = "gift_card";
    public static final String ACCOUNT = "account";

    public RefundPlan {
        most = Collections.unmodifiableSortedMap(new TreeMap<>(most));
    }

    /// Whether money may go back in a certain way.
    public sealed interface Answer {
        record Allowed() implements Answer {}

        /// Somebody else has to say yes.
        record NeedsApproval(Why why, Money most) implements Answer {}

        /// Not at all, or not more than this.
        record Refused(Money most) implements Answer {}
    }

    public enum Why {
        /// The customer has no receipt.
        NO_RECEIPT,
        /// It was paid otherwise, or less of it in this way.
        PAID_OTHERWISE,
        /// It is more than the person at the till may give in cash.
        OVER_LIMIT
    }

    /// @param receipts those by which goods come back
    /// @param back the lines that come back, with receipts and without
    /// @param none 0 in the shop's money
    public static RefundPlan of(
            Collection<PaidReceipt> receipts, Collection<SaleLine> back, Money none) {
        SortedMap<String, Money> most = new TreeMap<>();
        for (PaidReceipt receipt : receipts) {
            Money worth =
                    worth(
                            back.stream()
                                    .filter(line ->
                                            line.returnOf()
                                                    .filter(of ->
                                                            of.saleId().equals(receipt.saleId()))
                                                    .isPresent())
                                    .toList(),
                            none);
            byKind(receipt.payments())
                    .forEach((kind, paid) -> most.merge(kind, lesser(paid, worth), Money::plus));
        }
        Money unproven =
                worth(
                        back.stream()
                                .filter(line -> line.kind() == SaleLine.Kind.RETURN)
                                .filter(line -> line.returnOf().isEmpty())
                                .toList(),
                        none);
        return new RefundPlan(most, unproven);
    }

    /// A deposit goes back as it was paid in; what nobody here knows the way of, in cash.
    ///
    /// @param receipts of the deposits that are known
    /// @param owed what goes back
    public static RefundPlan ofDeposit(Collection<PaidReceipt> receipts, Money owed) {
        SortedMap<String, Money> most = new TreeMap<>();
        Money known = Money.zero(owed.currency());
        for (PaidReceipt receipt : receipts) {
            for (Receipt.Payment payment : receipt.payments()) {
                most.merge(way(payment.kind()), payment.amount(), Money::plus);
                known = known.plus(payment.amount());
            }
        }
        Money rest = owed.minus(known);
        if (rest.isPositive()) {
            most.merge(CASH, rest, Money::plus);
        }
        return new RefundPlan(most, Money.zero(owed.currency()));
    }

    private static SortedMap<String, Money> byKind(List<Receipt.Payment> payments) {
        SortedMap<String, Money> sums = new TreeMap<>();
        payments.forEach(payment -> sums.merge(way(payment.kind()), payment.amount(), Money::plus));
        return sums;
    }

    /// Foreign cash goes back as the shop's money.
    private static String way(String kind) {
        return kind.equals("foreign_cash") ? CASH : kind;
    }

    private static Money worth(Collection<SaleLine> lines, Money none) {
        return Money.sum(lines.stream().map(SaleLine::total).toList(), none.currency()).negated();
    }

    private static Money lesser(Money one, Money other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    /// @param kind see [kmmotos.model.sales.Tender#kind]
    /// @param amount more than 0: all that goes back in this way, with the parts before
    /// @param cashLimit of whoever stands at the till
    public Answer by(String kind, Money amount, Money cashLimit) {
        Money allowed = most.getOrDefault(kind, Money.zero(amount.currency()));
        boolean asPaid = amount.compareTo(allowed) <= 0;
        return switch (kind) {
            case GIFT_CARD -> new Answer.Allowed();
            case CARD -> asPaid ? new Answer.Allowed() : new Answer.Refused(allowed);
            case ACCOUNT -> asPaid ? new Answer.Allowed() : otherwise(allowed);
            default -> {
                if (!asPaid) {
                    yield otherwise(allowed);
                }
                yield amount.compareTo(cashLimit) <= 0
                        ? new Answer.Allowed()
                        : new Answer.NeedsApproval(Why.OVER_LIMIT, cashLimit);
            }
        };
    }

    private Answer otherwise(Money allowed) {
        return new Answer.NeedsApproval(
                unproven.isPositive() ? Why.NO_RECEIPT : Why.PAID_OTHERWISE, allowed);
    }
}
