package kmmotos.model.pricing;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import kmmotos.model.catalog.Names;
import kmmotos.model.catalog.Sku;
import kmmotos.model.stores.Store;
import kmmotos.model.stores.StoreId;

/// Something that head office gives whoever buys certain things, without anybody asking. How
/// promotions go together is said at [PromotionMix].
///
/// @param names as customers see it on the receipt
/// @param stores and zones: where it holds; if both are empty, everywhere
/// @param group only for customers of this price group; empty means for everybody
/// @param combinable whether discounts given by hand and coupons may come on top
/// @param active false once it was ended
public record Promotion(
        UUID promotionId,
        Names names,
        Deal deal,
        Schedule schedule,
        @JsonSetter(nulls = Nulls.AS_EMPTY) Set<StoreId> stores,
        @JsonSetter(nulls = Nulls.AS_EMPTY) Set<String> zones,
        Optional<String> group,
        boolean combinable,
        boolean active) {

    public static final int MAX_NAME = 60;
    public static final int MAX_PLACES = 200;

    public Promotion {
        if (names.byLanguage().values().stream().anyMatch(name -> name.length() > MAX_NAME)) {
            throw new IllegalArgumentException(
                    "a promotion's name has at most %d characters".formatted(MAX_NAME));
        }
        stores = sorted(stores);
        zones = sorted(zones);
    }

    /// One for everybody, everywhere, on top of which coupons may come.
    public static Promotion of(UUID promotionId, Names names, Deal deal) {
        return new Promotion(
                promotionId,
                names,
                deal,
                Schedule.ALWAYS,
                Set.of(),
                Set.of(),
                Optional.empty(),
                true,
                true);
    }

    public Promotion during(Schedule changed) {
        return new Promotion(
                promotionId, names, deal, changed, stores, zones, group, combinable, active);
    }

    public Promotion ended() {
        return new Promotion(
                promotionId, names, deal, schedule, stores, zones, group, combinable, false);
    }

    /// Whether a store has it, at some time or other.
    public boolean isOfferedAt(Store store) {
        boolean isEverywhere = stores.isEmpty() && zones.isEmpty();
        boolean isHere = stores.contains(store.storeId()) || zones.contains(store.zone());
        return active
                && (isEverywhere || isHere)
                && deal.currency().map(store.currency()::equals).orElse(true);
    }

    /// Whether it has to do with an item, alone or together with others.
    public boolean concerns(Sku sku, Placement placement) {
        return deal.allItems().stream().anyMatch(items -> items.match(sku, placement));
    }

    boolean holdsIn(PricingContext context) {
        return active
                && schedule.holds(context.day(), context.at())
                && (group.isEmpty() || group.equals(context.priceGroup()))
                && deal.currency().map(context.currency()::equals).orElse(true);
    }

    private static <T extends Comparable<T>> Set<T> sorted(Set<T> places) {
        if (places.size() > MAX_PLACES) {
            throw new IllegalArgumentException(
                    "a promotion names at most %d places, named %d"
                            .formatted(MAX_PLACES, places.size()));
        }
        return Collections.unmodifiableSet(new LinkedHashSet<>(new TreeSet<>(places)));
    }
}
