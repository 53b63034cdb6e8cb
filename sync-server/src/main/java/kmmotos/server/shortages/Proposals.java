package kmmotos.server.shortages;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import kmmotos.model.catalog.Sku;
import kmmotos.model.money.Quantity;
import kmmotos.model.orders.Order;
import kmmotos.model.orders.OrderState;
import kmmotos.model.stock.Shortage;
import kmmotos.model.stores.StoreId;
import kmmotos.server.http.Languages;
import kmmotos.server.stock.LineName;
import kmmotos.server.storage.Sql;
import org.hibernate.StatelessSession;

/// What could be done about a case now.
///
/// @param stores whom to ask for the goods, the best first
/// @param substitutes items that replace this one and that the store has
/// @param orders which other stores could fulfil each order that comes off short
record Proposals(
        List<Shortage.Elsewhere> stores, List<Substitute> substitutes, List<Movable> orders) {

    private static final int MAX_SUBSTITUTES = 10;

    /// Something that may be given instead.
    record Item(Sku sku, LineName name) {}

    record Substitute(Sku sku, String description, Quantity available) {}

    record Movable(UUID orderId, List<StoreId> stores) {}

    static Proposals of(
            StatelessSession session,
            ShortageCase of,
            List<AffectedOrder> affected,
            Languages languages,
            Instant now) {
        List<AffectedOrder> shortOnes = affected.stream().filter(AffectedOrder::isShort).toList();
        List<Item> substitutes = substitutes(session, of.sku());
        Set<Sku> skus = new HashSet<>(Set.of(of.sku()));
        substitutes.forEach(substitute -> skus.add(substitute.sku()));
        shortOnes.forEach(order -> skus.addAll(items(order.order()).keySet()));
        Elsewhere elsewhere = Elsewhere.of(session, skus, now);
        return new Proposals(
                elsewhere.forA(of.store(), of.sku(), of.missing()),
                substitutes.stream()
                        .map(item ->
                                new Substitute(
                                        item.sku(),
                                        item.name().in(languages),
                                        elsewhere.available(of.store(), item.sku())))
                        .filter(item -> item.available().isPositive())
                        .toList(),
                shortOnes.stream()
                        .map(AffectedOrder::order)
                        .filter(order -> order.state() instanceof OrderState.Placed)
                        .map(order ->
                                new Movable(
                                        order.orderId(),
                                        elsewhere.withAll(of.store(), items(order))))
                        .toList());
    }

    /// What may be given for an item: the item that supersedes it, and whatever bears one of its
    /// part numbers, which the makers call the same.
    static List<Item> substitutes(StatelessSession session, Sku sku) {
        return Stream.concat(superseding(session, sku).stream(), samePart(session, sku).stream())
                .filter(item -> !item.sku().equals(sku))
                .distinct()
                .limit(MAX_SUBSTITUTES)
                .toList();
    }

    private static List<Item> superseding(StatelessSession session, Sku sku) {
        return Sql.list(
                session,
                """
                with recursive chain (sku, n) as (
                    select ?::text, 0
                    union all
                    select part ->> 'superseded_by', n + 1 from chain
                    join variant v on v.sku = chain.sku
                    join product p on p.product_id = v.product_id
                    cross join jsonb_array_elements(p.document::jsonb -> 'variants') as part
                    where part ->> 'sku' = chain.sku and part ->> 'superseded_by' is not null
                        and n < 5)
                select v.sku, v.names, v.options from chain join variant v using (sku)
                where n > 0 order by n desc\
                """,
                Proposals::item,
                sku.value());
    }

    private static List<Item> samePart(StatelessSession session, Sku sku) {
        return Sql.list(
                session,
                """
                select distinct v.sku, v.names, v.options from part_number mine
                join part_number theirs using (number) join variant v on v.sku = theirs.sku
                where mine.sku = ? and theirs.sku <> mine.sku order by v.sku limit ?\
                """,
                Proposals::item,
                sku.value(),
                MAX_SUBSTITUTES);
    }

    private static Item item(ResultSet row) throws SQLException {
        return new Item(new Sku(row.getString("sku")), LineName.from(row));
    }

    private static Map<Sku, Quantity> items(Order order) {
        Map<Sku, Quantity> items = new TreeMap<>();
        order.lines()
                .forEach(line ->
                        items.merge(line.priced().sku(), line.priced().quantity(), Quantity::plus));
        return items;
    }
}
