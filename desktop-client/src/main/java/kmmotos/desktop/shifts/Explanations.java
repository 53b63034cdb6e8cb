package kmmotos.desktop.shifts;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import kmmotos.desktop.shifts.Explanation.Kind;
import kmmotos.model.money.Money;
import kmmotos.model.sales.Sale;
import kmmotos.model.sales.Tender;
import kmmotos.model.shifts.CashMovement;
import kmmotos.model.shifts.CashPurpose;

/// Looks for slips that make up exactly the difference of a drawer. It only proposes: people look
/// at the receipt and decide.
///
/// The difference is counted less expected. A slip of the pen is one digit too many or too few, or
/// two neighbours the wrong way round; a slip of the hand is a note ten times as large or as small
/// as the right one.
final class Explanations {

    static final int MAX_OF_A_KIND = 3;
    static final int MAX = 6;

    /// A drop to the safe is of notes: no smaller sum is one that was forgotten.
    private static final long LEAST_DROP = 100;

    private static final long DROPS_ARE_MULTIPLES_OF = 50;

    private final Money difference;
    private final List<Money> notes;
    private final List<Explanation> found = new ArrayList<>();

    private Explanations(Money difference) {
        this.difference = difference;
        this.notes = Denominations.of(difference.currency());
    }

    /// @param sales of the shift
    /// @param movements of the shift, in order
    static List<Explanation> of(
            Money difference, Money openingFloat, List<Sale> sales, List<CashMovement> movements) {
        if (difference.isZero()) {
            return List.of();
        }
        Explanations look = new Explanations(difference);
        sales.reversed().forEach(look::at);
        look.at(movements);
        look.atFloat(openingFloat);
        look.atDrops(movements);
        return look.best();
    }

    private List<Explanation> best() {
        Map<Kind, Integer> ofKind = new TreeMap<>();
        return found.stream()
                .sorted(Comparator.comparing(Explanation::kind))
                .filter(one -> ofKind.merge(one.kind(), 1, Integer::sum) <= MAX_OF_A_KIND)
                .limit(MAX)
                .toList();
    }

    private void at(Sale sale) {
        for (Tender tender : sale.tenders()) {
            switch (tender) {
                case Tender.Cash cash -> at(sale, cash);
                case Tender.Card card -> {
                    if (card.amount().equals(difference)) {
                        add(Kind.CAME_IN_CASH, card.amount(), card.amount(), sale);
                    }
                }
                case Tender.GiftCard _,
                        Tender.Account _,
                        Tender.Deposit _,
                        Tender.ForeignCash _ -> {}
            }
        }
    }

    private void at(Sale sale, Tender.Cash cash) {
        if (cash.amount().negated().equals(difference)) {
            add(Kind.CAME_BY_CARD, cash.amount(), cash.amount(), sale);
        }
        if (cash.change().isZero()) {
            return;
        }
        Money given = cash.given().plus(difference);
        if (isSlipOfThePen(cash.given(), given)) {
            add(Kind.GIVEN_MISTYPED, cash.given(), given, sale);
        }
        Money change = cash.change().minus(difference);
        if (isSlipOfThePen(cash.change(), change) || isSlipOfTheHand(cash.change(), change)) {
            add(Kind.CHANGE_MISCOUNTED, cash.change(), change, sale);
        }
    }

    private void at(List<CashMovement> movements) {
        Set<String> before = new TreeSet<>();
        for (CashMovement movement : movements) {
            boolean isSecond =
                    movement.kind().movesMoney()
                            && !before.add(movement.purpose() + " " + movement.amount());
            if (isSecond && movement.change().negated().equals(difference)) {
                found.add(
                        Explanation.of(
                                Kind.MOVED_TWICE, movement.amount(), movement.amount(), movement));
            }
            if (movement.change().plus(movement.change()).negated().equals(difference)) {
                found.add(
                        Explanation.of(
                                Kind.MOVED_THE_OTHER_WAY,
                                movement.amount(),
                                movement.amount(),
                                movement));
            }
        }
    }

    private void atFloat(Money openingFloat) {
        Money real = openingFloat.plus(difference);
        if (isSlipOfThePen(openingFloat, real)) {
            found.add(Explanation.of(Kind.FLOAT_MISTYPED, openingFloat, real));
        }
    }

    private void atDrops(List<CashMovement> movements) {
        Money missing = difference.negated();
        movements.stream()
                .filter(movement -> movement.kind() == CashPurpose.Kind.SAFE_DROP)
                .filter(movement -> movement.amount().equals(missing))
                .findFirst()
                .ifPresentOrElse(
                        like ->
                                found.add(
                                        Explanation.of(Kind.DROP_MISSING, missing, missing, like)),
                        () -> {
                            if (looksLikeADrop(missing)) {
                                found.add(Explanation.of(Kind.DROP_MISSING, missing, missing));
                            }
                        });
    }

    private static boolean looksLikeADrop(Money missing) {
        var least = Money.parse(Long.toString(LEAST_DROP), missing.currency());
        var note = Money.parse(Long.toString(DROPS_ARE_MULTIPLES_OF), missing.currency());
        return missing.compareTo(least) >= 0 && missing.minor() % note.minor() == 0;
    }

    private static boolean isSlipOfThePen(Money keyed, Money meant) {
        return meant.isPositive()
                && keyed.isPositive()
                && slips(keyed.minor()).contains(meant.minor());
    }

    private static Set<Long> slips(long minor) {
        Set<Long> slips = new TreeSet<>();
        slips.add(Math.multiplyExact(minor, 10));
        if (minor % 10 == 0) {
            slips.add(minor / 10);
        }
        String digits = Long.toString(minor);
        for (int i = 0; i + 1 < digits.length(); i++) {
            slips.add(
                    Long.parseLong(
                            digits.substring(0, i)
                                    + digits.charAt(i + 1)
                                    + digits.charAt(i)
                                    + digits.substring(i + 2)));
        }
        slips.remove(minor);
        return slips;
    }

    /// A note of the right change replaced by one ten times as large or as small.
    private boolean isSlipOfTheHand(Money right, Money handed) {
        return !handed.isNegative()
                && usual(right)
                        .flatMap(note ->
                                notes.stream()
                                        .filter(other -> isTenfold(note, other))
                                        .map(other -> right.minus(note).plus(other)))
                        .anyMatch(handed::equals);
    }

    private static boolean isTenfold(Money one, Money other) {
        return one.minor() == 10 * other.minor() || other.minor() == 10 * one.minor();
    }

    /// The kinds of notes and coins that change is usually given in: the largest first.
    private Stream<Money> usual(Money change) {
        List<Money> used = new ArrayList<>();
        long rest = change.minor();
        for (Money note : notes) {
            if (rest >= note.minor()) {
                used.add(note);
                rest %= note.minor();
            }
        }
        return used.stream();
    }

    private void add(Kind kind, Money keyed, Money meant, Sale sale) {
        found.add(Explanation.of(kind, keyed, meant, sale));
    }
}
