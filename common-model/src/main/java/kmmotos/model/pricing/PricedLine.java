package kmmotos.model.pricing;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import kmmotos.model.catalog.Sku;
import kmmotos.model.money.Money;
import kmmotos.model.money.Quantity;
import kmmotos.model.money.UnitPrice;

/// A line with its price, each thing that changed it, and its tax.
///
/// `gross` is `unit` times `quantity`; `net` + `tax` = `total`, which is what the customer pays.
/// Where prices include tax, `total` is `gross` plus the adjustments; elsewhere that is `net`.
///
/// @param parts of a kit, what it is sold as: `gross`, `net`, `tax`, `total` and each adjustment
///   are the sums of theirs
public record PricedLine(
        int lineId,
        Sku sku,
        Quantity quantity,
        UnitPrice list,
        UnitPrice unit,
        PriceReason reason,
        Money gross,
        List<Adjustment> adjustments,
        BigDecimal taxPercent,
        Money net,
        Money tax,
        Money total,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) @JsonSetter(nulls = Nulls.AS_EMPTY)
                List<PricedLine> parts) {

    public PricedLine {
        adjustments = List.copyOf(adjustments);
        parts = List.copyOf(parts);
        if (!net.plus(tax).equals(total)) {
            throw new IllegalArgumentException(
                    "net %s and tax %s must add up to %s".formatted(net, tax, total));
        }
    }

    public PricedLine(
            int lineId,
            Sku sku,
            Quantity quantity,
            UnitPrice list,
            UnitPrice unit,
            PriceReason reason,
            Money gross,
            List<Adjustment> adjustments,
            BigDecimal taxPercent,
            Money net,
            Money tax,
            Money total) {
        this(
                lineId,
                sku,
                quantity,
                list,
                unit,
                reason,
                gross,
                adjustments,
                taxPercent,
                net,
                tax,
                total,
                List.of());
    }

    PricedLine taxed(BigDecimal percent, Money before, Money added) {
        return new PricedLine(
                lineId,
                sku,
                quantity,
                list,
                unit,
                reason,
                gross,
                adjustments,
                percent,
                before,
                added,
                before.plus(added));
    }

    /// What leaves the shop: the parts of a kit, or the line itself.
    public List<PricedLine> goods() {
        return parts.isEmpty() ? List.of(this) : parts;
    }

    /// The same line for another item.
    public PricedLine of(Sku other) {
        return new PricedLine(
                lineId,
                other,
                quantity,
                list,
                unit,
                reason,
                gross,
                adjustments,
                taxPercent,
                net,
                tax,
                total);
    }

    /// One step from the list price to what is paid.
    ///
    /// @param label a coupon's code, a promotion's name or a percentage; may be empty
    /// @param amount for [StepKind#LIST_PRICE] the list price times the quantity; else what the
    ///   step adds
    public record Step(StepKind kind, String label, Money amount) {}

    public enum StepKind {
        LIST_PRICE,
        STORE_PRICE,
        GROUP_PRICE,
        TIER_PRICE,
        PROMOTION_PRICE,
        OWN_PRICE,
        PROMOTION,
        LINE_DISCOUNT,
        BASKET_DISCOUNT,
        COUPON,
        TAX_INCLUDED,
        TAX_ADDED
    }

    /// Why the line costs what it does, step by step; all but an included tax add up to `total`.
    public List<Step> explanation() {
        Money listed = list.times(quantity);
        Stream<Step> price = Stream.of(new Step(StepKind.LIST_PRICE, list.toString(), listed));
        Stream<Step> changed =
                unit.equals(list)
                        ? Stream.empty()
                        : Stream.of(new Step(reasonStep(), unit.toString(), gross.minus(listed)));
        Stream<Step> discounts = adjustments.stream().map(PricedLine::discountStep);
        return Stream.of(price, changed, discounts, Stream.of(taxStep()))
                .flatMap(steps -> steps)
                .toList();
    }

    private StepKind reasonStep() {
        return switch (reason) {
            case LIST -> StepKind.LIST_PRICE;
            case STORE -> StepKind.STORE_PRICE;
            case GROUP -> StepKind.GROUP_PRICE;
            case TIER -> StepKind.TIER_PRICE;
            case PROMOTION -> StepKind.PROMOTION_PRICE;
            case OWN -> StepKind.OWN_PRICE;
        };
    }

    /// Whether the quantity times the price of one was not a whole number of minor units.
    public boolean isRounded() {
        return unit.amount().multiply(quantity.decimal()).compareTo(gross.decimal()) != 0;
    }

    private static Step discountStep(Adjustment adjustment) {
        StepKind kind =
                switch (adjustment.kind()) {
                    case LINE_DISCOUNT -> StepKind.LINE_DISCOUNT;
                    case BASKET_DISCOUNT -> StepKind.BASKET_DISCOUNT;
                    case COUPON -> StepKind.COUPON;
                    case PROMOTION -> StepKind.PROMOTION;
                };
        return new Step(kind, adjustment.label(), adjustment.amount());
    }

    private Step taxStep() {
        Money afterDiscounts = gross;
        for (Adjustment adjustment : adjustments) {
            afterDiscounts = afterDiscounts.plus(adjustment.amount());
        }
        StepKind kind = afterDiscounts.equals(total) ? StepKind.TAX_INCLUDED : StepKind.TAX_ADDED;
        return new Step(kind, taxPercent.toPlainString() + "%", tax);
    }
}
