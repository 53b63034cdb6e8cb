package kmmotos.model.pricing;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.IntStream;
import kmmotos.model.catalog.Sku;
import kmmotos.model.money.Money;
import kmmotos.model.money.Quantity;
import kmmotos.model.money.UnitPrice;

/// Shares out a kit's price over its parts, to the cent: by what each part costs alone, and what
/// was taken off by what each part's share still is. So no part ever costs less than nothing, and
/// all of them together cost what the kit does.
final class KitShares {

    /// A part's share before its tax.
    record Share(
            int lineId,
            KitPart part,
            Quantity quantity,
            UnitPrice list,
            UnitPrice unit,
            Money gross,
            List<Adjustment> adjustments) {

        Money amount() {
            return adjustments.stream().map(Adjustment::amount).reduce(gross, Money::plus);
        }
    }

    private KitShares() {}

    /// @param listed what the kits cost by their list price
    /// @param gross what they cost before the adjustments
    /// @param alone what so many of a part cost alone
    static List<Share> of(
            BasketLine line,
            Money listed,
            Money gross,
            List<Adjustment> adjustments,
            BiFunction<Sku, Quantity, BigDecimal> alone) {
        List<KitPart> parts = line.parts();
        List<Long> weights = weights(line, alone);
        List<Money> listShares = listed.allocate(weights);
        List<Money> grossShares = gross.allocate(weights);
        List<List<Adjustment>> taken = taken(grossShares, adjustments);
        return IntStream.range(0, parts.size())
                .mapToObj(i -> {
                    BasketLine.Goods goods = line.goods().get(i);
                    Quantity quantity = goods.quantity();
                    return new Share(
                            goods.lineId(),
                            parts.get(i),
                            quantity,
                            UnitPrice.of(listShares.get(i), quantity),
                            UnitPrice.of(grossShares.get(i), quantity),
                            grossShares.get(i),
                            taken.get(i));
                })
                .toList();
    }

    /// Parts that cost nothing alone share alike if all do.
    private static List<Long> weights(
            BasketLine line, BiFunction<Sku, Quantity, BigDecimal> alone) {
        Function<KitPart, Long> weight =
                part ->
                        alone.apply(part.sku(), part.times(line.quantity().abs()))
                                .movePointRight(PromotionMix.DECIMALS)
                                .longValue();
        List<Long> weights = line.parts().stream().map(weight).toList();
        boolean hasAny = weights.stream().anyMatch(it -> it > 0);
        return hasAny ? weights : weights.stream().map(_ -> 1L).toList();
    }

    private static List<List<Adjustment>> taken(List<Money> gross, List<Adjustment> adjustments) {
        List<Money> left = new ArrayList<>(gross);
        List<List<Adjustment>> taken = new ArrayList<>();
        gross.forEach(_ -> taken.add(new ArrayList<>()));
        for (Adjustment adjustment : adjustments) {
            List<Money> shares =
                    adjustment
                            .amount()
                            .allocate(left.stream().map(it -> Math.abs(it.minor())).toList());
            for (int i = 0; i < shares.size(); i++) {
                if (!shares.get(i).isZero()) {
                    taken.get(i)
                            .add(
                                    new Adjustment(
                                            adjustment.kind(), adjustment.label(), shares.get(i)));
                    left.set(i, left.get(i).plus(shares.get(i)));
                }
            }
        }
        return taken;
    }
}
