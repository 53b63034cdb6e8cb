package kmmotos.server.search.index;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import kmmotos.model.catalog.Product;
import kmmotos.model.sync.Scope;
import kmmotos.server.storage.Sql;
import kmmotos.server.storage.Sql.Column;
import org.hibernate.StatelessSession;

/// Reads from the database what the index is made of.
final class IndexStore {

    private static final UUID BEFORE_ALL = new UUID(0, 0);

    /// What everybody pays for one: no group's price, no single store's, today.
    private static final String PUBLIC_PRICE =
            " p.price_group is null and p.store_id is null and p.min_quantity <= 1"
                    + " and (p.from_day is null or p.from_day <= l.day)"
                    + " and (p.until_day is null or p.until_day >= l.day)";

    /// A product's own row.
    private record Row(Product product, Instant listedAt) {

        static Row from(ResultSet row) throws SQLException {
            return new Row(Sql.json(row, "document", Product.class), Sql.instant(row, "listed_at"));
        }
    }

    private IndexStore() {}

    /// The products after one, in the order of their ids.
    static List<UUID> idsAfter(StatelessSession session, UUID last, int limit) {
        return Sql.list(
                session,
                "select product_id from product where product_id > ? order by product_id limit ?",
                row -> row.getObject(1, UUID.class),
                last,
                limit);
    }

    static UUID beforeAll() {
        return BEFORE_ALL;
    }

    /// Those of these products that are offered.
    static List<IndexedProduct> of(
            StatelessSession session,
            Collection<UUID> ids,
            SortedMap<String, PriceListInForce> lists) {
        Column wanted = Column.uuids(List.copyOf(ids));
        List<Row> rows =
                Sql.list(
                        session,
                        "select document, listed_at from product"
                                + " where product_id = any (?) and active order by product_id",
                        Row::from,
                        wanted);
        Map<UUID, Map<String, BigDecimal>> prices = prices(session, wanted, lists);
        Map<UUID, Shelves> shelves = shelves(session, ids);
        return rows.stream()
                .map(row ->
                        new IndexedProduct(
                                row.product(),
                                row.listedAt(),
                                prices.getOrDefault(row.product().productId(), Map.of()),
                                shelves.getOrDefault(row.product().productId(), Shelves.NONE)))
                .toList();
    }

    /// A price by the list of a zone.
    private record ZonePrice(UUID productId, String zone, BigDecimal amount) {}

    private static Map<UUID, Map<String, BigDecimal>> prices(
            StatelessSession session, Column ids, SortedMap<String, PriceListInForce> lists) {
        return Sql.list(
                        session,
                        "select v.product_id, l.zone, min(p.amount) as amount"
                                + " from unnest(?, ?, ?) l (zone, price_list_id, day)"
                                + " join variant v on v.product_id = any (?)"
                                + " join price p on p.price_list_id = l.price_list_id"
                                + " and p.sku = v.sku where"
                                + PUBLIC_PRICE
                                + " group by v.product_id, l.zone",
                        row ->
                                new ZonePrice(
                                        row.getObject("product_id", UUID.class),
                                        row.getString("zone"),
                                        row.getBigDecimal("amount")),
                        Column.texts(List.copyOf(lists.keySet())),
                        Column.of(
                                "text", List.copyOf(lists.values()), PriceListInForce::priceListId),
                        Column.days(lists.values().stream().map(PriceListInForce::day).toList()),
                        ids)
                .stream()
                .collect(
                        Collectors.groupingBy(
                                ZonePrice::productId,
                                Collectors.toMap(ZonePrice::zone, ZonePrice::amount)));
    }

    /// Of those that are offered. Without regard to whether a store was heard of: what each hit's
    /// store can promise now is read beside the hit.
    static Map<UUID, Shelves> shelves(StatelessSession session, Collection<UUID> ids) {
        return Sql.list(
                        session,
                        "select p.product_id, coalesce((select sum(o.sells_per_day) from variant v"
                                + " join online_stock o using (sku)"
                                + " where v.product_id = p.product_id), 0) as sold,"
                                + " array(select distinct b.store_id from variant v"
                                + " join stock_balance b using (sku)"
                                + " left join online_stock o using (store_id, sku)"
                                + " where v.product_id = p.product_id"
                                + " and b.on_hand - b.reserved > coalesce(o.safety, 0)"
                                + " order by b.store_id) as stores"
                                + " from product p where p.product_id = any (?) and p.active",
                        row ->
                                Map.entry(
                                        row.getObject("product_id", UUID.class),
                                        new Shelves(
                                                List.of(
                                                        (String[])
                                                                row.getArray("stores").getArray()),
                                                row.getDouble("sold"))),
                        Column.uuids(List.copyOf(ids)))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /// The list in force in each zone, and the day it is there.
    static SortedMap<String, PriceListInForce> listsInForce(StatelessSession session, Instant now) {
        return Sql.list(
                        session,
                        "select distinct on (l.zone) l.zone, l.price_list_id, (?::timestamptz at"
                                + " time zone coalesce((select min(s.time_zone) from store s where"
                                + " s.zone = l.zone), 'UTC'))::date as day from price_list l"
                                + " where l.effective_from <= ?"
                                + " order by l.zone, l.effective_from desc, l.published_at desc",
                        row ->
                                Map.entry(
                                        row.getString("zone"),
                                        new PriceListInForce(
                                                row.getString("price_list_id"),
                                                row.getObject("day", LocalDate.class))),
                        now,
                        now)
                .stream()
                .collect(
                        Collectors.toMap(
                                Map.Entry::getKey,
                                Map.Entry::getValue,
                                (one, _) -> one,
                                TreeMap::new));
    }

    /// The products whose price is another one by a zone's list of now than by that of before.
    static List<UUID> priced(
            StatelessSession session, PriceListInForce before, PriceListInForce now) {
        String rows =
                "(select p.sku, min(p.amount) from price p, (select ?::text as price_list_id,"
                        + " ?::date as day) l where p.price_list_id = l.price_list_id and"
                        + PUBLIC_PRICE
                        + " group by p.sku)";
        String either =
                "with before as "
                        + rows
                        + ", now as "
                        + rows
                        + " select distinct v.product_id from"
                        + " ((table before except table now) union (table now except table before))"
                        + " changed (sku, amount) join variant v using (sku)";
        return Sql.list(
                session,
                either,
                row -> row.getObject(1, UUID.class),
                before.priceListId(),
                before.day(),
                now.priceListId(),
                now.day());
    }

    static List<UUID> ofSkus(StatelessSession session, Collection<String> skus) {
        return ids(
                session,
                "select distinct product_id from variant where sku = any (?)",
                Column.texts(List.copyOf(skus)));
    }

    static List<UUID> ofBrands(StatelessSession session, Collection<String> codes) {
        return ids(
                session,
                "select product_id from product where active and brand = any (?)",
                Column.texts(List.copyOf(codes)));
    }

    static List<UUID> ofCategories(StatelessSession session, Collection<String> codes) {
        return ids(
                session,
                "select product_id from product where active and category = any (?)",
                Column.texts(List.copyOf(codes)));
    }

    private static List<UUID> ids(StatelessSession session, String sql, Column values) {
        return Sql.list(session, sql, row -> row.getObject(1, UUID.class), values);
    }

    /// How far each scope that tells of products or stock has come.
    static Map<Scope, Long> counters(StatelessSession session) {
        return Sql.list(
                        session,
                        "select scope, n from feed_scope"
                                + " where scope = 'catalog' or scope like 'store/%'",
                        row -> Map.entry(new Scope(row.getString("scope")), row.getLong("n")))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
