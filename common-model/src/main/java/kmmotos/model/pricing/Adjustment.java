package kmmotos.model.pricing;

import kmmotos.model.money.Money;

/// What one discount did to one line.
///
/// @param label a coupon's code, a promotion's name, or how the discount was given, e.g. `10%`
/// @param amount what it adds to the line: 0 or negative
public record Adjustment(Kind kind, String label, Money amount) {

    public enum Kind {
        LINE_DISCOUNT,
        BASKET_DISCOUNT,
        COUPON,
        PROMOTION
    }
}
