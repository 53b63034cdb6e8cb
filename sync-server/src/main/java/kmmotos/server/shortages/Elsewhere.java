package kmmotos.server.shortages;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import kmmotos.model.catalog.Sku;
import kmmotos.model.money.Quantity;
import kmmotos.model.stock.Shortage;
import kmmotos.model.stores.StoreId;
import kmmotos.server.stock.Availability;
import kmmotos.server.storage.Sql;
import org.hibernate.StatelessSession;

/// What every store can promise of some SKUs, and how near the stores are to each other.
///
/// A store's place is known as its region (ISO 3166-2), so near means: the same region, then the
/// same country, then anywhere.
final class Elsewhere {

    private final Map<StoreId, String> places;
    private final Map<Sku, Map<StoreId, Quantity>> stock;

    private Elsewhere(Map<StoreId, String> places, List<Availability> stock) {
        this.places = places;
        this.stock =
                stock.stream()
                        .collect(
                                Collectors.groupingBy(
                                        Availability::sku,
                                        Collectors.toMap(
                                                Availability::store, Availability::available)));
    }

    static Elsewhere of(StatelessSession session, Collection<Sku> skus, Instant now) {
        Map<StoreId, String> places =
                Sql.list(
                                session,
                                "select store_id, tax_place from store",
                                row -> Map.entry(new StoreId(row.getString(1)), row.getString(2)))
                        .stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        return new Elsewhere(places, Availability.of(session, skus, now));
    }

    /// The other stores that can give some: those with enough first, the nearest of them first.
    List<Shortage.Elsewhere> forA(StoreId store, Sku sku, Quantity missing) {
        return stock.getOrDefault(sku, Map.of()).entrySet().stream()
                .filter(one -> !one.getKey().equals(store) && one.getValue().isPositive())
                .map(one -> new Shortage.Elsewhere(one.getKey(), one.getValue()))
                .sorted(
                        Comparator.comparing((Shortage.Elsewhere one) ->
                                        one.available().compareTo(missing) < 0)
                                .thenComparingInt(one -> distance(store, one.store()))
                                .thenComparing(
                                        Shortage.Elsewhere::available, Comparator.reverseOrder())
                                .thenComparing(one -> one.store().value()))
                .toList();
    }

    Quantity available(StoreId store, Sku sku) {
        return stock.getOrDefault(sku, Map.of()).getOrDefault(store, Quantity.ZERO);
    }

    /// The other stores that have all of it, the nearest first.
    List<StoreId> withAll(StoreId store, Map<Sku, Quantity> wanted) {
        return places.keySet().stream()
                .filter(other -> !other.equals(store))
                .filter(other ->
                        wanted.entrySet().stream()
                                .allMatch(item ->
                                        available(other, item.getKey()).compareTo(item.getValue())
                                                >= 0))
                .sorted(
                        Comparator.comparingInt((StoreId other) -> distance(store, other))
                                .thenComparing(StoreId::value))
                .toList();
    }

    private int distance(StoreId one, StoreId other) {
        String here = Optional.ofNullable(places.get(one)).orElse("");
        String there = Optional.ofNullable(places.get(other)).orElse("-");
        if (here.equals(there)) {
            return 0;
        }
        return country(here).equals(country(there)) ? 1 : 2;
    }

    private static String country(String place) {
        return place.split("-", 2)[0];
    }
}
