package kmmotos.model.shifts;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import kmmotos.model.money.Money;

/// The foreign cash that a shift took.
///
/// @param given by the currency's code, in that currency
/// @param change what was handed back for it, in the shop's money
public record ForeignTotals(SortedMap<String, Money> given, Money change) {

    public ForeignTotals {
        given = Collections.unmodifiableSortedMap(new TreeMap<>(given));
    }

    /// Of one payment.
    public static ForeignTotals of(Money given, Money change) {
        SortedMap<String, Money> byCurrency = new TreeMap<>();
        byCurrency.put(given.currency().getCurrencyCode(), given);
        return new ForeignTotals(byCurrency, change);
    }

    public ForeignTotals plus(ForeignTotals other) {
        SortedMap<String, Money> sum = new TreeMap<>(given);
        other.given.forEach((currency, amount) -> sum.merge(currency, amount, Money::plus));
        return new ForeignTotals(sum, change.plus(other.change));
    }
}
