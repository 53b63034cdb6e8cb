package kmmotos.model.pricing;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import kmmotos.model.money.Money;

/// A promotion that holds, beside the lines of a basket that it is about. Lines are named by their
/// place among [PromotionMix.Pool]s, the dearest first; amounts are in millionths of the currency.
final class Candidate {

    private static final long HUNDRED_PERCENT = 10_000;

    private final Promotion promotion;
    private final List<PromotionMix.Pool> pools;
    private final List<Role> roles;

    /// What a part of the deal is about.
    private static final class Role {

        /// The lines that will do.
        private final int[] pools;

        /// How many units it takes of them; 0 where it is not counted in units.
        private final int units;

        Role(int[] pools, int units) {
            this.pools = pools;
            this.units = units;
        }
    }

    Candidate(Promotion promotion, List<PromotionMix.Pool> pools) {
        this.promotion = promotion;
        this.pools = pools;
        this.roles =
                switch (promotion.deal()) {
                    case Deal.Off(Items items, Discount discount) ->
                            List.of(role(items, 0, discount instanceof Discount.AmountOff));
                    case Deal.Threshold(Items items, _, _) -> List.of(role(items, 0, false));
                    case Deal.BuyGet deal ->
                            deal.get()
                                    .map(get ->
                                            List.of(
                                                    role(get, deal.getUnits(), true),
                                                    role(deal.buy(), deal.buyUnits(), true)))
                                    .orElseGet(() ->
                                            List.of(
                                                    role(
                                                            deal.buy(),
                                                            deal.buyUnits() + deal.getUnits(),
                                                            true)));
                    case Deal.Bundle(List<Deal.Part> parts, _) ->
                            parts.stream()
                                    .map(part -> role(part.items(), part.units(), true))
                                    .toList();
                };
    }

    private Role role(Items items, int units, boolean isWhole) {
        Predicate<PromotionMix.Pool> fits =
                pool ->
                        (pool.isWhole() || !isWhole)
                                && (promotion.combinable() || pool.line().discount().isEmpty())
                                && items.match(pool.line().sku(), pool.placement());
        int[] matching =
                IntStream.range(0, pools.size()).filter(i -> fits.test(pools.get(i))).toArray();
        return new Role(matching, units);
    }

    Promotion promotion() {
        return promotion;
    }

    boolean isPlain() {
        return promotion.deal() instanceof Deal.Off;
    }

    boolean isThreshold() {
        return promotion.deal() instanceof Deal.Threshold;
    }

    boolean isPossible() {
        return roles.stream().allMatch(role -> role.pools.length > 0);
    }

    /// Every line that it may be taken with.
    int[] pools() {
        return roles.stream().flatMapToInt(role -> IntStream.of(role.pools)).distinct().toArray();
    }

    /// What a discount takes off one unit of a line: for a plain one and for a percentage above a
    /// threshold.
    long perUnit(int pool) {
        long price = pools.get(pool).price();
        return switch (promotion.deal()) {
            case Deal.Off(_, Discount.PercentOff(BigDecimal percent)) -> part(price, percent);
            case Deal.Off(_, Discount.AmountOff(Money off)) -> Math.min(price, millionths(off));
            case Deal.Threshold(_, _, Discount.PercentOff(BigDecimal percent)) ->
                    part(price, percent);
            case Deal.Threshold _, Deal.BuyGet _, Deal.Bundle _ -> 0;
        };
    }

    /// What one has to spend; 0 if it is no threshold.
    long spend() {
        return promotion.deal() instanceof Deal.Threshold(_, Money spend, _)
                ? millionths(spend)
                : 0;
    }

    /// What is taken off once the threshold is reached, beside [#perUnit].
    long once() {
        return promotion.deal() instanceof Deal.Threshold(_, _, Discount.AmountOff(Money off))
                ? millionths(off)
                : 0;
    }

    /// No unit of the line can save more than this, whatever it is taken with.
    long atMost(int pool) {
        long price = pools.get(pool).price();
        double share =
                switch (promotion.deal()) {
                    case Deal.Off _ -> 1;
                    case Deal.Threshold(_, _, Discount.PercentOff(BigDecimal percent)) ->
                            percent.doubleValue() / 100;
                    case Deal.Threshold _ -> (double) once() / spend();
                    case Deal.BuyGet deal when deal.get().isPresent() ->
                            IntStream.of(roles.getFirst().pools).anyMatch(i -> i == pool)
                                    ? deal.percent().doubleValue() / 100
                                    : 0;
                    case Deal.BuyGet deal ->
                            deal.percent().doubleValue()
                                    / 100
                                    * deal.getUnits()
                                    / (deal.buyUnits() + deal.getUnits());
                    case Deal.Bundle(_, Money together) ->
                            Math.max(0, 1 - millionths(together) / dearest());
                };
        return (long) Math.ceil(price * share) + 1;
    }

    /// What the dearest bundle would cost without it.
    private double dearest() {
        return roles.stream()
                .mapToDouble(role -> (double) role.units * pools.get(role.pools[0]).price())
                .sum();
    }

    /// The taking that gains most of what is left, as far as can be seen without trying: with the
    /// dearest items that will do, and of what only has to be bought the cheapest.
    Optional<Take> best(int[] left, long[] otherwise) {
        if (isThreshold()) {
            return bestAbove(left, otherwise);
        }
        int[] free = left.clone();
        List<int[]> picks = new ArrayList<>();
        for (int r = 0; r < roles.size(); r++) {
            Role role = roles.get(r);
            boolean isCheapest = r == 1 && promotion.deal() instanceof Deal.BuyGet;
            int[] picked = pick(role, free, isCheapest);
            if (picked.length < role.units) {
                return Optional.empty();
            }
            picks.add(picked);
        }
        return Optional.of(take(picks, otherwise)).filter(take -> take.gain() > 0);
    }

    private static int[] pick(Role role, int[] free, boolean isCheapest) {
        int[] picked = new int[role.units];
        int n = 0;
        for (int i = 0; i < role.pools.length && n < role.units; i++) {
            int pool = role.pools[isCheapest ? role.pools.length - 1 - i : i];
            while (free[pool] > 0 && n < role.units) {
                free[pool]--;
                picked[n++] = pool;
            }
        }
        return n == role.units ? picked : new int[0];
    }

    /// All that gains by the threshold, and then what loses least until it is reached.
    private Optional<Take> bestAbove(int[] left, long[] otherwise) {
        List<Integer> byLoss =
                IntStream.of(roles.getFirst().pools)
                        .filter(pool -> left[pool] > 0)
                        .boxed()
                        .sorted(
                                Comparator.comparingDouble(
                                        pool -> (double) otherwise[pool] / pools.get(pool).price()))
                        .toList();
        Map<Integer, Integer> taken = new TreeMap<>();
        long spent = 0;
        long saved = once();
        for (int pool : byLoss) {
            long price = pools.get(pool).price();
            long missing = Math.max(0, Math.ceilDiv(spend() - spent, price));
            int units =
                    perUnit(pool) > otherwise[pool]
                            ? left[pool]
                            : Math.toIntExact(Math.min(left[pool], missing));
            if (units > 0) {
                taken.put(pool, units);
                spent += price * units;
                saved += perUnit(pool) * units;
            }
        }
        return spent < spend()
                ? Optional.empty()
                : Optional.of(Take.of(this, taken, saved, otherwise))
                        .filter(take -> take.gain() > 0);
    }

    /// Every way to take it once that gains something, while there are steps left.
    ///
    /// @param steps one number; counted down
    void each(int[] left, long[] otherwise, int[] steps, Consumer<Take> out) {
        List<int[]> picks = roles.stream().map(role -> new int[role.units]).toList();
        Consumer<List<int[]>> whole =
                filled -> {
                    Take take = take(filled, otherwise);
                    if (take.gain() > 0) {
                        out.accept(take);
                    }
                };
        fill(picks, 0, 0, 0, left.clone(), steps, whole);
    }

    /// Fills the picks from the n-th of a role on, with its lines from one on.
    private void fill(
            List<int[]> picks,
            int role,
            int n,
            int from,
            int[] free,
            int[] steps,
            Consumer<List<int[]>> whole) {
        if (role == roles.size()) {
            whole.accept(picks);
            return;
        }
        if (n == roles.get(role).units) {
            fill(picks, role + 1, 0, 0, free, steps, whole);
            return;
        }
        int[] will = roles.get(role).pools;
        for (int i = from; i < will.length && --steps[0] > 0; i++) {
            if (free[will[i]] > 0) {
                free[will[i]]--;
                picks.get(role)[n] = will[i];
                fill(picks, role, n + 1, i, free, steps, whole);
                free[will[i]]++;
            }
        }
    }

    private Take take(List<int[]> picks, long[] otherwise) {
        Map<Integer, Integer> units = new TreeMap<>();
        for (int[] picked : picks) {
            for (int pool : picked) {
                units.merge(pool, 1, Integer::sum);
            }
        }
        return Take.of(this, units, saved(picks), otherwise);
    }

    private long saved(List<int[]> picks) {
        return switch (promotion.deal()) {
            case Deal.BuyGet deal -> {
                int[] picked = picks.getFirst();
                yield IntStream.range(picked.length - deal.getUnits(), picked.length)
                        .mapToLong(i -> part(pools.get(picked[i]).price(), deal.percent()))
                        .sum();
            }
            case Deal.Bundle(_, Money together) ->
                    picks.stream()
                                    .flatMapToInt(IntStream::of)
                                    .mapToLong(pool -> pools.get(pool).price())
                                    .sum()
                            - millionths(together);
            case Deal.Off _, Deal.Threshold _ ->
                    throw new IllegalStateException(promotion.deal() + " is not taken in units");
        };
    }

    private static long part(long price, BigDecimal percent) {
        long hundredths = percent.movePointRight(Deal.MAX_DECIMALS).longValueExact();
        return price <= Long.MAX_VALUE / HUNDRED_PERCENT
                ? price * hundredths / HUNDRED_PERCENT
                : price / HUNDRED_PERCENT * hundredths;
    }

    private static long millionths(Money money) {
        return money.decimal().movePointRight(PromotionMix.DECIMALS).longValueExact();
    }
}
