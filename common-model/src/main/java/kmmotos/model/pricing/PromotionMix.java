package kmmotos.model.pricing;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kmmotos.model.money.Quantity;
import kmmotos.model.money.UnitPrice;
import org.jspecify.annotations.Nullable;

/// Which promotions a basket gets: those that save the customer most.
///
/// **The rule.** Each unit of a line takes part in at most one promotion. Of all ways to share the
/// units out, the one that saves most holds; what is equally good goes by the promotions' ids. What
/// counts is the price that the customer would pay, so a promotion comes on top of a tier's or a
/// group's price. Lines with a price of their own, returns, and what is never promoted
/// ([Promotions#NEVER]) take no part; a line with a discount given by hand only in promotions that
/// go together with one.
///
/// **How it is found.** Each unit has a plain promotion that saves most on it, if any. Deals (buy
/// and get, bundles, thresholds) are taken by greed, the one first that adds most to that; and once
/// more by what they save as such. Then, lines that no deal connects being separate, all ways are
/// tried, but for those that can't come to more ([MixSearch]). That ends after [#MAX_STEPS] steps,
/// and is not begun for more than [#MAX_UNITS] units that hang together: there what greed or the
/// search found by then holds, which is never worse than always taking what saves most.
final class PromotionMix {

    static final int MAX_UNITS = 60;
    static final int MAX_STEPS = 20_000;

    /// Of the amounts in here, as fine as a unit price.
    static final int DECIMALS = UnitPrice.MAX_DECIMALS;

    /// More than anybody sells, and far from where sums would overflow.
    private static final BigDecimal MAX_TOTAL = new BigDecimal("1000000000000");

    /// A line that may take part. One that is measured is two: its whole units, and the rest as
    /// one.
    ///
    /// @param line where the line is in the list that was given
    /// @param price of a unit, in millionths
    record Pool(
            BasketLine line,
            int index,
            Placement placement,
            long price,
            int units,
            boolean isWhole) {

        /// All units of the line: the whole ones, and what is left of a measured one.
        List<Pool> split() {
            long whole = line.quantity().thousandths() / 1000;
            BigDecimal rest = line.quantity().minus(Quantity.of(whole)).decimal();
            long restPrice = BigDecimal.valueOf(price).multiply(rest).longValue();
            return Stream.of(
                            new Pool(line, index, placement, price, Math.toIntExact(whole), true),
                            new Pool(line, index, placement, restPrice, 1, false))
                    .filter(pool -> pool.units > 0 && pool.price > 0)
                    .toList();
        }
    }

    /// A line with the price of its units.
    record Priced(BasketLine line, UnitPrice unit) {}

    /// What one promotion does to a basket.
    ///
    /// @param saved exactly, not rounded
    /// @param parts what the units that took part cost, by the line's place in the list
    record Won(Promotion promotion, BigDecimal saved, SortedMap<Integer, BigDecimal> parts) {}

    private final List<Pool> pools;
    private final List<Candidate> deals;
    private final @Nullable Candidate[] plain;
    private final long[] plainly;
    private final int[] left;
    private final List<Taken> taken = new ArrayList<>();

    /// A take and how often.
    record Taken(Take take, int times) {

        long gain() {
            return take.gain() * times;
        }
    }

    private PromotionMix(List<Pool> pools, List<Candidate> candidates) {
        this.pools = pools;
        this.deals = candidates.stream().filter(candidate -> !candidate.isPlain()).toList();
        this.plain = new Candidate[pools.size()];
        this.plainly = new long[pools.size()];
        this.left = pools.stream().mapToInt(Pool::units).toArray();
        candidates.stream().filter(Candidate::isPlain).forEach(this::offer);
    }

    private void offer(Candidate candidate) {
        for (int pool : candidate.pools()) {
            long off = candidate.perUnit(pool);
            if (off > plainly[pool]) {
                plainly[pool] = off;
                plain[pool] = candidate;
            }
        }
    }

    /// @param lines in an order that does not depend on that of the scans
    static List<Won> of(List<Priced> lines, Promotions promotions, PricingContext context) {
        List<Promotion> holding =
                promotions.offered().stream()
                        .filter(promotion -> promotion.holdsIn(context))
                        .sorted(Comparator.comparing(Promotion::promotionId))
                        .toList();
        if (holding.isEmpty()) {
            return List.of();
        }
        List<Pool> pools = pools(lines, promotions);
        List<Candidate> candidates =
                holding.stream()
                        .map(promotion -> new Candidate(promotion, pools))
                        .filter(Candidate::isPossible)
                        .toList();
        PromotionMix mix = new PromotionMix(pools, candidates);
        mix.takeDeals();
        return mix.won();
    }

    private static List<Pool> pools(List<Priced> lines, Promotions promotions) {
        List<Pool> pools = new ArrayList<>();
        BigDecimal total = BigDecimal.ZERO;
        for (int i = 0; i < lines.size(); i++) {
            BasketLine line = lines.get(i).line();
            BigDecimal unit = lines.get(i).unit().amount();
            if (Promotions.canHave(line) && unit.signum() > 0) {
                total = total.add(unit.multiply(line.quantity().decimal()));
                Placement placement = promotions.placements().apply(line.sku());
                Pool one = new Pool(line, i, placement, millionths(unit), 1, true);
                pools.addAll(one.split());
            }
        }
        pools.sort(Comparator.comparingLong(Pool::price).reversed());
        return total.compareTo(MAX_TOTAL) > 0 ? List.of() : List.copyOf(pools);
    }

    private static long millionths(BigDecimal amount) {
        return amount.movePointRight(DECIMALS).longValueExact();
    }

    private void takeDeals() {
        int[] steps = {MAX_STEPS};
        for (List<Candidate> connected : connected()) {
            int[] among =
                    connected.stream()
                            .flatMapToInt(deal -> IntStream.of(deal.pools()))
                            .distinct()
                            .sorted()
                            .toArray();
            List<Taken> best = greedy(connected, plainly, List.of());
            List<Taken> other = greedy(connected, new long[plainly.length], plainTakes(among));
            if (gain(other) > gain(best)) {
                best = other;
            }
            if (IntStream.of(among).mapToLong(pool -> left[pool]).sum() <= MAX_UNITS) {
                best =
                        new MixSearch(pools, plainly, connected, among)
                                .better(left, best, gain(best), steps);
            }
            best.forEach(some -> some.take.off(left, some.times));
            taken.addAll(best);
        }
    }

    private static long gain(List<Taken> some) {
        return some.stream().mapToLong(Taken::gain).sum();
    }

    /// The deals in groups that have no line in common.
    private List<List<Candidate>> connected() {
        int[] group = IntStream.range(0, pools.size()).toArray();
        for (Candidate deal : deals) {
            int[] its = deal.pools();
            for (int pool : its) {
                group[root(group, pool)] = root(group, its[0]);
            }
        }
        SortedMap<Integer, List<Candidate>> groups = new TreeMap<>();
        for (Candidate deal : deals) {
            groups.computeIfAbsent(root(group, deal.pools()[0]), _ -> new ArrayList<>()).add(deal);
        }
        return List.copyOf(groups.values());
    }

    private static int root(int[] group, int pool) {
        int at = pool;
        while (group[at] != at) {
            group[at] = group[group[at]];
            at = group[at];
        }
        return at;
    }

    private List<Take> plainTakes(int[] among) {
        List<Take> takes = new ArrayList<>();
        for (int pool : among) {
            Candidate candidate = plain[pool];
            if (candidate != null) {
                takes.add(
                        Take.of(
                                candidate,
                                Map.of(pool, 1),
                                plainly[pool],
                                new long[plainly.length]));
            }
        }
        return takes;
    }

    /// Always takes what gains most. Deals that are taken with what others took are looked at
    /// again.
    private List<Taken> greedy(List<Candidate> connected, long[] otherwise, List<Take> more) {
        int[] free = left.clone();
        PriorityQueue<Take> queue =
                new PriorityQueue<>(
                        Comparator.comparingLong(Take::gain)
                                .reversed()
                                .thenComparing(Take::promotionId));
        queue.addAll(more);
        connected.forEach(deal -> deal.best(free, otherwise).ifPresent(queue::add));
        List<Taken> result = new ArrayList<>();
        while (!queue.isEmpty()) {
            Take take = queue.remove();
            int times =
                    take.candidate().isThreshold()
                            ? Math.min(1, take.timesOf(free))
                            : take.timesOf(free);
            if (times > 0) {
                take.off(free, times);
                if (!take.candidate().isPlain()) {
                    result.add(new Taken(take.against(plainly), times));
                }
            }
            boolean mayComeAgain =
                    !take.candidate().isPlain() && !(take.candidate().isThreshold() && times > 0);
            if (mayComeAgain) {
                take.candidate().best(free, otherwise).ifPresent(queue::add);
            }
        }
        return result;
    }

    private List<Won> won() {
        Map<Candidate, Sum> sums = new LinkedHashMap<>();
        for (Taken some : taken) {
            Take take = some.take;
            Sum sum = sums.computeIfAbsent(take.candidate(), _ -> new Sum());
            sum.saved += take.saved() * some.times;
            take.forEach((pool, units) -> sum.add(pools.get(pool), units * some.times));
        }
        for (int pool = 0; pool < left.length; pool++) {
            Candidate candidate = plain[pool];
            if (candidate != null && left[pool] > 0) {
                Sum sum = sums.computeIfAbsent(candidate, _ -> new Sum());
                sum.saved += plainly[pool] * left[pool];
                sum.add(pools.get(pool), left[pool]);
            }
        }
        return sums.entrySet().stream()
                .map(of -> of.getValue().won(of.getKey().promotion()))
                .sorted(Comparator.comparing(won -> won.promotion().promotionId()))
                .toList();
    }

    /// What a promotion comes to.
    private static final class Sum {

        private final SortedMap<Integer, BigDecimal> parts = new TreeMap<>();
        private long saved;

        void add(Pool pool, int units) {
            parts.merge(
                    pool.index, BigDecimal.valueOf(pool.price * units, DECIMALS), BigDecimal::add);
        }

        Won won(Promotion promotion) {
            return new Won(promotion, BigDecimal.valueOf(saved, DECIMALS), parts);
        }
    }
}
