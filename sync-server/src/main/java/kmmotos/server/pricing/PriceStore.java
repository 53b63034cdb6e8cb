package kmmotos.server.pricing;

import java.io.IOException;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Currency;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import kmmotos.model.catalog.Sku;
import kmmotos.model.money.Quantity;
import kmmotos.model.money.UnitPrice;
import kmmotos.model.pricing.Price;
import kmmotos.model.pricing.PriceList;
import kmmotos.model.pricing.Prices;
import kmmotos.model.stores.StoreId;
import kmmotos.model.sync.CanonicalJson;
import kmmotos.model.sync.Json;
import kmmotos.model.sync.Policy;
import kmmotos.model.sync.Scope;
import kmmotos.server.feed.Feed;
import kmmotos.server.http.Hashes;
import kmmotos.server.storage.Sql;
import kmmotos.server.storage.Sql.Column;
import org.hibernate.StatelessSession;

/// The price lists: each an immutable document named by its content, and beside it the rows of
/// those that are or will be in force.
public final class PriceStore {

    private static final Duration KEPT_AFTER_REPLACED = Duration.ofHours(1);

    /// A list as head office sees it.
    public record Published(
            String priceListId,
            String zone,
            String currency,
            Instant effectiveFrom,
            Instant publishedAt,
            boolean inForce) {}

    /// Publishes a list and tells the zone's tills; answers its name. One that is published again
    /// after another for the same moment had replaced it holds again.
    public String publish(StatelessSession session, PriceList list, Instant now) {
        byte[] document = CanonicalJson.bytes(list);
        String id = HexFormat.of().formatHex(Hashes.sha256(document));
        int fresh =
                Sql.update(
                        session,
                        """
                        insert into price_list as l (price_list_id, zone, currency, effective_from,
                            published_at, document) values (?, ?, ?, ?, ?, ?)
                        on conflict (price_list_id) do update
                        set published_at = excluded.published_at
                        where exists (select 1 from price_list c where c.zone = l.zone
                            and c.effective_from = l.effective_from
                            and c.published_at > l.published_at)\
                        """,
                        id,
                        list.zone(),
                        list.currency().getCurrencyCode(),
                        list.effectiveFrom(),
                        now,
                        document);
        if (fresh == 1) {
            Sql.update(session, "delete from price where price_list_id = ?", id);
            insertRows(session, id, list.prices());
            forgetRowsOfOlderLists(session, list.zone(), now);
            Feed.publish(
                    session,
                    Scope.priceList(list.zone()),
                    List.of(new Policy.PriceListPublished(list.zone(), id, list.effectiveFrom())));
        }
        return id;
    }

    /// The document of a list, as its name was computed over.
    public Optional<byte[]> artifact(StatelessSession session, String priceListId) {
        return Sql.first(
                session,
                "select document from price_list where price_list_id = ?",
                row -> row.getBytes(1),
                priceListId);
    }

    /// The list of the zone that takes effect last: what new prices are added to.
    public Optional<PriceList> newest(StatelessSession session, String zone) {
        return Sql.first(
                session,
                "select document from price_list where zone = ?"
                        + " order by effective_from desc, published_at desc limit 1",
                row -> read(row.getBytes(1)),
                zone);
    }

    /// The lists of a zone that are in force or will be, as news for a till. Of those that take
    /// effect at the same moment the last one holds, and the others are no news any more.
    public List<Policy> policies(StatelessSession session, String zone, Instant now) {
        Set<Instant> moments = new HashSet<>();
        return list(session, zone, now).stream()
                .filter(list -> list.inForce() || list.effectiveFrom().isAfter(now))
                .filter(list -> moments.add(list.effectiveFrom()))
                .<Policy>map(list ->
                        new Policy.PriceListPublished(
                                zone, list.priceListId(), list.effectiveFrom()))
                .toList();
    }

    /// The latest lists of a zone, newest first.
    public List<Published> list(StatelessSession session, String zone, Instant now) {
        return Sql.list(
                session,
                "select l.*, l.price_list_id = (select c.price_list_id from price_list c"
                        + " where c.zone = l.zone and c.effective_from <= ? order by"
                        + " c.effective_from desc, c.published_at desc limit 1) as in_force"
                        + " from price_list l where l.zone = ?"
                        + " order by l.effective_from desc, l.published_at desc limit 100",
                PriceStore::published,
                now,
                zone);
    }

    /// What the engine needs of a list for some SKUs, as far as the caller may see it.
    public Prices prices(StatelessSession session, String priceListId, Collection<Sku> skus) {
        Map<Sku, List<Price>> rows =
                Sql.list(
                                session,
                                "select p.*, l.currency from price p"
                                        + " join price_list l using (price_list_id)"
                                        + " where p.price_list_id = ? and p.sku = any (?)",
                                PriceStore::price,
                                priceListId,
                                Column.texts(skus.stream().map(Sku::value).toList()))
                        .stream()
                        .collect(Collectors.groupingBy(Price::sku));
        return sku -> rows.getOrDefault(sku, List.of());
    }

    /// The currency of each price zone that a store sells by.
    public Map<String, Currency> zones(StatelessSession session) {
        return Sql.list(
                        session,
                        "select distinct zone, currency from store",
                        row -> Map.entry(row.getString(1), Currency.getInstance(row.getString(2))))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (a, _) -> a));
    }

    private static void insertRows(StatelessSession session, String id, List<Price> prices) {
        Sql.update(
                session,
                "insert into price (price_list_id, sku, amount, min_quantity, price_group,"
                        + " store_id, from_day, until_day)"
                        + " select ?, * from unnest(?, ?, ?, ?, ?, ?, ?)",
                id,
                Column.of("text", prices, price -> price.sku().value()),
                Column.of("numeric", prices, price -> price.amount().amount()),
                Column.of("numeric", prices, price -> price.minQuantity().decimal()),
                Column.of("text", prices, price -> price.group().orElse(null)),
                Column.of("text", prices, price -> price.store().map(StoreId::value).orElse(null)),
                Column.of("date", prices, price -> price.from().map(Date::valueOf).orElse(null)),
                Column.of("date", prices, price -> price.until().map(Date::valueOf).orElse(null)));
    }

    /// Requests that began by an older list still look their prices up, so its rows stay a while.
    private static void forgetRowsOfOlderLists(StatelessSession session, String zone, Instant now) {
        Instant before = now.minus(KEPT_AFTER_REPLACED);
        Sql.update(
                session,
                "delete from price where price_list_id in (select l.price_list_id from price_list l"
                        + " where l.zone = ? and (l.effective_from, l.published_at) < (select"
                        + " c.effective_from, c.published_at from price_list c where c.zone = ?"
                        + " and c.effective_from <= ? and c.published_at <= ?"
                        + " order by c.effective_from desc, c.published_at desc limit 1))",
                zone,
                zone,
                before,
                before);
    }

    private static Published published(ResultSet row) throws SQLException {
        return new Published(
                row.getString("price_list_id"),
                row.getString("zone"),
                row.getString("currency"),
                Sql.instant(row, "effective_from"),
                Sql.instant(row, "published_at"),
                row.getBoolean("in_force"));
    }

    private static Price price(ResultSet row) throws SQLException {
        return new Price(
                new Sku(row.getString("sku")),
                new UnitPrice(
                        row.getBigDecimal("amount").stripTrailingZeros(),
                        Currency.getInstance(row.getString("currency"))),
                Quantity.of(row.getBigDecimal("min_quantity")),
                Optional.ofNullable(row.getString("price_group")),
                Optional.ofNullable(row.getString("store_id")).map(StoreId::new),
                Optional.ofNullable(row.getObject("from_day", LocalDate.class)),
                Optional.ofNullable(row.getObject("until_day", LocalDate.class)));
    }

    private static PriceList read(byte[] document) throws SQLException {
        try {
            return Json.MAPPER.readValue(document, PriceList.class);
        } catch (IOException e) {
            throw new SQLException("a stored price list can't be read", e);
        }
    }
}
