package kmmotos.model.pricing;

import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import kmmotos.model.catalog.Sku;

/// The prices of a zone from a moment on. It never changes: a new price makes a new list, which is
/// named by its content.
///
/// The name is the SHA-256 of the list's canonical JSON, see `sync.CanonicalJson`.
public record PriceList(String zone, Currency currency, Instant effectiveFrom, List<Price> prices) {

    public PriceList {
        prices = List.copyOf(prices);
        for (Price price : prices) {
            if (!price.amount().currency().equals(currency)) {
                throw new IllegalArgumentException(
                        "the list is in %s, but %s costs %s"
                                .formatted(currency, price.sku(), price.amount()));
            }
        }
    }

    public Prices lookup() {
        Map<Sku, List<Price>> bySku = prices.stream().collect(Collectors.groupingBy(Price::sku));
        return sku -> bySku.getOrDefault(sku, List.of());
    }
}
