package kmmotos.model.payments;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import kmmotos.model.stores.StoreId;

/// The foreign cash that a store takes, and at which rates; head office sets both.
public record ForeignRates(StoreId store, List<Rate> rates) {

    public static final int MAX_RATES = 500;

    public ForeignRates {
        rates = List.copyOf(rates);
        if (rates.size() > MAX_RATES) {
            throw new IllegalArgumentException(
                    "a store has at most %d rates, was %d".formatted(MAX_RATES, rates.size()));
        }
    }

    /// @param rate what one unit of the currency is worth in the store's; 0 from the day on which
    ///   it is not taken any more
    /// @param from the first day
    public record Rate(Currency currency, BigDecimal rate, LocalDate from) {

        public static final int MAX_DECIMALS = 8;
        private static final BigDecimal MAX = BigDecimal.valueOf(1_000_000);

        public Rate {
            if (rate.signum() < 0 || rate.compareTo(MAX) > 0) {
                throw new IllegalArgumentException(
                        "a rate is 0 to %s, was %s".formatted(MAX, rate));
            }
            if (rate.stripTrailingZeros().scale() > MAX_DECIMALS) {
                throw new IllegalArgumentException(
                        "a rate has at most %d decimals, was %s".formatted(MAX_DECIMALS, rate));
            }
        }
    }

    public static ForeignRates none(StoreId store) {
        return new ForeignRates(store, List.of());
    }

    /// What is taken on a day, by the currency's code.
    public SortedMap<String, Rate> on(LocalDate day) {
        SortedMap<String, Rate> holding = new TreeMap<>();
        rates.stream()
                .filter(rate -> !rate.from().isAfter(day))
                .sorted(Comparator.comparing(Rate::from))
                .forEach(rate -> holding.put(rate.currency().getCurrencyCode(), rate));
        holding.values().removeIf(rate -> rate.rate().signum() == 0);
        return holding;
    }
}
