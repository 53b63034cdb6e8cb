package kmmotos.model.pricing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import kmmotos.model.catalog.Sku;
import kmmotos.model.money.Quantity;

/// What somebody is about to buy. Each change makes a new basket.
///
/// @param discount off the whole basket, given by hand
/// @param coupons already checked; applied after the basket discount, in the order of their codes
public record Basket(List<BasketLine> lines, Optional<Discount> discount, List<Coupon> coupons) {

    public static final Basket EMPTY = new Basket(List.of(), Optional.empty(), List.of());

    public Basket {
        lines = List.copyOf(lines);
        coupons = List.copyOf(coupons);
    }

    /// Adds units of a SKU: onto its plain line if there is one, else as a new last line. So it
    /// does not matter whether three are scanned one by one or as `3*`.
    public Basket plus(Sku sku, String taxCategory, Quantity quantity) {
        return plus(sku, taxCategory, quantity, List.of());
    }

    /// The same of a kit, or of what is none. If a kit was changed since its line was rung up, that
    /// line keeps what it is made of.
    public Basket plus(Sku sku, String taxCategory, Quantity quantity, List<KitPart> parts) {
        Optional<BasketLine> same =
                lines.stream().filter(line -> line.sku().equals(sku) && line.isPlain()).findFirst();
        return same.map(line -> withQuantity(line.lineId(), line.quantity().plus(quantity)))
                .orElseGet(() ->
                        plus(
                                new BasketLine(
                                        nextLineId(),
                                        sku,
                                        taxCategory,
                                        quantity,
                                        Optional.empty(),
                                        Optional.empty(),
                                        parts)));
    }

    public Basket plus(BasketLine line) {
        List<BasketLine> more = new ArrayList<>(lines);
        more.add(line);
        return new Basket(more, discount, coupons);
    }

    public int nextLineId() {
        return lines.stream().mapToInt(BasketLine::lineId).max().orElse(0) + 1;
    }

    public Optional<BasketLine> line(int lineId) {
        return lines.stream().filter(line -> line.lineId() == lineId).findFirst();
    }

    /// Changes the quantity of a line; 0 removes it.
    public Basket withQuantity(int lineId, Quantity quantity) {
        return quantity.isZero()
                ? without(lineId)
                : with(lineId, line -> line.withQuantity(quantity));
    }

    /// Replaces one line by what the change makes of it.
    public Basket with(int lineId, UnaryOperator<BasketLine> change) {
        return new Basket(
                lines.stream()
                        .map(line -> line.lineId() == lineId ? change.apply(line) : line)
                        .toList(),
                discount,
                coupons);
    }

    public Basket without(int lineId) {
        return new Basket(
                lines.stream().filter(line -> line.lineId() != lineId).toList(), discount, coupons);
    }

    public Basket withDiscount(Optional<Discount> changed) {
        return new Basket(lines, changed, coupons);
    }

    public Basket withCoupons(List<Coupon> changed) {
        return new Basket(lines, discount, changed);
    }

    public boolean isEmpty() {
        return lines.isEmpty();
    }

    /// How many units of the SKU all its list-priced lines hold: what its quantity tier is chosen
    /// by.
    Quantity listPricedUnits(Sku sku) {
        return lines.stream()
                .filter(line -> line.sku().equals(sku) && line.ownPrice().isEmpty())
                .map(BasketLine::quantity)
                .reduce(Quantity.ZERO, Quantity::plus);
    }
}
