package kmmotos.desktop.pricing;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import kmmotos.desktop.storage.TillDatabase;
import kmmotos.model.catalog.Sku;
import kmmotos.model.pricing.Price;
import kmmotos.model.pricing.PricingEngine;
import kmmotos.model.pricing.TaxRules;
import kmmotos.model.stores.Store;
import org.jspecify.annotations.Nullable;

/// The pricing engine over the price list that is in force now. Prices are read from the database
/// once and kept, so pricing a basket again while it grows costs no look-up.
public final class PriceBook {

    /// @param priceListId the list in force; none before the first one was fetched
    public record Pricing(PricingEngine engine, Optional<String> priceListId) {}

    private record Opened(Pricing pricing, Instant from, Instant until) {
        boolean holdsAt(Instant at) {
            return !at.isBefore(from) && at.isBefore(until);
        }
    }

    private final TillDatabase database;
    private final PricingStore store;
    private final Clock clock;
    private volatile @Nullable Opened opened;
    private long changes;

    public PriceBook(TillDatabase database, PricingStore store, Clock clock) {
        this.database = database;
        this.store = store;
        this.clock = clock;
    }

    /// The prices of a shop now. A basket keeps what it got until the next one, so that a new list
    /// doesn't change it while the customer stands there.
    public Pricing current(Store shop) {
        Opened known = opened;
        Instant now = clock.instant();
        if (known == null || !known.holdsAt(now)) {
            long before = changes();
            known = open(shop, now);
            keep(known, before);
        }
        return known.pricing();
    }

    /// Called when prices, taxes or coupons have changed.
    public synchronized void changed() {
        changes++;
        opened = null;
    }

    private synchronized long changes() {
        return changes;
    }

    /// Not if something changed while it was read: it may be from before, and would be kept for
    /// ever.
    private synchronized void keep(Opened read, long before) {
        if (changes == before) {
            opened = read;
        }
    }

    private Opened open(Store shop, Instant now) {
        return database.read(session -> {
            Optional<String> list = store.inForce(session, shop.zone(), now);
            Instant until = store.nextChange(session, shop.zone(), now).orElse(Instant.MAX);
            TaxRules taxes =
                    store.taxRules(session, shop.taxPlace())
                            .orElse(new TaxRules(shop.taxPlace(), List.of()));
            Map<Sku, List<Price>> known = new ConcurrentHashMap<>();
            PricingEngine engine =
                    new PricingEngine(
                            sku -> known.computeIfAbsent(sku, key -> prices(list, key)), taxes);
            return new Opened(new Pricing(engine, list), now, until);
        });
    }

    private List<Price> prices(Optional<String> list, Sku sku) {
        return list.map(id -> database.read(session -> store.prices(session, id, sku)))
                .orElse(List.of());
    }
}
