package kmmotos.desktop.pricing;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import kmmotos.desktop.catalog.CatalogItem;
import kmmotos.desktop.catalog.CatalogStore;
import kmmotos.desktop.storage.TillDatabase;
import kmmotos.model.catalog.Category;
import kmmotos.model.catalog.Sku;
import kmmotos.model.pricing.Placement;
import kmmotos.model.pricing.Price;
import kmmotos.model.pricing.PricingEngine;
import kmmotos.model.pricing.Promotion;
import kmmotos.model.pricing.Promotions;
import kmmotos.model.pricing.TaxRules;
import kmmotos.model.stores.Store;
import org.hibernate.StatelessSession;
import org.jspecify.annotations.Nullable;

/// The pricing engine over the price list that is in force now and the shop's promotions. Prices
/// are read from the database once and kept, so pricing a basket again while it grows costs no
/// look-up.
public final class PriceBook {

    /// @param priceListId the list in force; none before the first one was fetched
    /// @param promotions that the shop has at some time or other
    /// @param parents the category above each one that has one
    public record Pricing(
            PricingEngine engine,
            Optional<String> priceListId,
            List<Promotion> promotions,
            Map<String, String> parents) {

        /// Where an item stands in the catalogue.
        public Placement placement(CatalogItem item) {
            return Placement.of(item.product().brand(), item.product().category(), parents);
        }

        /// The promotions that have to do with an item.
        public List<Promotion> promotions(CatalogItem item) {
            Placement placement = placement(item);
            return promotions.stream()
                    .filter(promotion -> promotion.concerns(item.sku(), placement))
                    .toList();
        }
    }

    private record Opened(Pricing pricing, Instant from, Instant until) {
        boolean holdsAt(Instant at) {
            return !at.isBefore(from) && at.isBefore(until);
        }
    }

    private final TillDatabase database;
    private final PricingStore store;
    private final CatalogStore catalog;
    private final Clock clock;
    private volatile @Nullable Opened opened;
    private long changes;

    public PriceBook(TillDatabase database, PricingStore store, CatalogStore catalog, Clock clock) {
        this.database = database;
        this.store = store;
        this.catalog = catalog;
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

    /// Called when prices, taxes, promotions or the catalogue have changed.
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
            List<Promotion> offered = offered(session, shop);
            Map<String, String> parents = parents(session);
            PricingEngine engine =
                    new PricingEngine(
                            sku -> known.computeIfAbsent(sku, key -> prices(list, key)),
                            taxes,
                            new Promotions(offered, placements(parents)));
            return new Opened(new Pricing(engine, list, offered, parents), now, until);
        });
    }

    private List<Promotion> offered(StatelessSession session, Store shop) {
        return store.promotions(session).stream()
                .filter(promotion -> promotion.isOfferedAt(shop))
                .toList();
    }

    private Map<String, String> parents(StatelessSession session) {
        return catalog.categories(session).stream()
                .filter(category -> category.parent().isPresent())
                .collect(
                        Collectors.toUnmodifiableMap(
                                Category::code, category -> category.parent().orElseThrow()));
    }

    private Function<Sku, Placement> placements(Map<String, String> parents) {
        Map<Sku, Placement> known = new ConcurrentHashMap<>();
        return sku -> known.computeIfAbsent(sku, key -> placement(key, parents));
    }

    private Placement placement(Sku sku, Map<String, String> parents) {
        return database.read(session -> catalog.find(session, sku))
                .map(CatalogItem::product)
                .map(product -> Placement.of(product.brand(), product.category(), parents))
                .orElse(Placement.NOWHERE);
    }

    private List<Price> prices(Optional<String> list, Sku sku) {
        return list.map(id -> database.read(session -> store.prices(session, id, sku)))
                .orElse(List.of());
    }
}
