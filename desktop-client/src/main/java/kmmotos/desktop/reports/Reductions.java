package kmmotos.desktop.reports;

import java.util.Currency;
import kmmotos.model.money.Money;
import kmmotos.model.pricing.Adjustment;
import kmmotos.model.pricing.PriceReason;
import kmmotos.model.sales.Sale;
import kmmotos.model.sales.SaleLine;
import kmmotos.model.sales.VoidedLine;

/// What one person let go: all amounts are above 0 for what the shop did not get.
///
/// @param total what they took all the same
/// @param byHand discounts on lines and on whole sales
/// @param byOffers promotions and coupons, which nobody decides on at the counter
/// @param ownPrices how far prices given by hand lay below those of the list
/// @param returned what was paid back for goods
/// @param voided lines taken out before payment
record Reductions(
        Money total,
        Money byHand,
        Money byOffers,
        Money ownPrices,
        Money returned,
        long voided,
        Money voidedValue) {

    static Reductions none(Currency currency) {
        Money zero = Money.zero(currency);
        return new Reductions(zero, zero, zero, zero, zero, 0, zero);
    }

    static Reductions of(Sale sale) {
        Reductions sum = none(sale.total().currency());
        for (SaleLine line : sale.lines()) {
            sum = sum.plus(of(line));
        }
        return sum;
    }

    private static Reductions of(SaleLine line) {
        Money zero = Money.zero(line.total().currency());
        return switch (line.kind()) {
            case SALE ->
                    new Reductions(
                            line.total(),
                            byHand(line),
                            byOffers(line),
                            ownPrice(line),
                            zero,
                            0,
                            zero);
            case RETURN, WRITE_OFF ->
                    new Reductions(line.total(), zero, zero, zero, line.total().negated(), 0, zero);
            case CORE_CHARGE, CORE_RETURN ->
                    new Reductions(line.total(), zero, zero, zero, zero, 0, zero);
        };
    }

    static Reductions of(VoidedLine line) {
        Money zero = Money.zero(line.total().currency());
        return new Reductions(zero, zero, zero, zero, zero, 1, line.total());
    }

    private static Money byHand(SaleLine line) {
        return given(line, Adjustment.Kind.LINE_DISCOUNT, Adjustment.Kind.BASKET_DISCOUNT);
    }

    private static Money byOffers(SaleLine line) {
        return given(line, Adjustment.Kind.PROMOTION, Adjustment.Kind.COUPON);
    }

    private static Money given(SaleLine line, Adjustment.Kind one, Adjustment.Kind other) {
        return Money.sum(
                        line.adjustments().stream()
                                .filter(adjustment ->
                                        adjustment.kind() == one || adjustment.kind() == other)
                                .map(Adjustment::amount)
                                .toList(),
                        line.total().currency())
                .negated();
    }

    /// A list price of 0 was unknown to the document that the price comes from.
    private static Money ownPrice(SaleLine line) {
        if (line.reason() != PriceReason.OWN || line.list().amount().signum() == 0) {
            return Money.zero(line.total().currency());
        }
        return line.list().times(line.quantity()).minus(line.gross());
    }

    Reductions plus(Reductions other) {
        return new Reductions(
                total.plus(other.total),
                byHand.plus(other.byHand),
                byOffers.plus(other.byOffers),
                ownPrices.plus(other.ownPrices),
                returned.plus(other.returned),
                voided + other.voided,
                voidedValue.plus(other.voidedValue));
    }
}
