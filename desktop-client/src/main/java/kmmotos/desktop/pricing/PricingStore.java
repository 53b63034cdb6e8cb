package kmmotos.desktop.pricing;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kmmotos.desktop.storage.JsonText;
import kmmotos.desktop.storage.Sql;
import kmmotos.model.catalog.Sku;
import kmmotos.model.payments.ForeignRates;
import kmmotos.model.pricing.Coupon;
import kmmotos.model.pricing.Price;
import kmmotos.model.pricing.PriceList;
import kmmotos.model.pricing.Promotion;
import kmmotos.model.pricing.TaxRules;
import kmmotos.model.sales.Sale;
import kmmotos.model.stores.StoreId;
import kmmotos.model.sync.Policy;
import org.hibernate.StatelessSession;

/// Price lists with the moment they begin, tax rules, promotions, and coupons with their uses.
public final class PricingStore {
    private static final int MOST_GROUP_PRICES = 200;

    /// @param uses how often it was used, as far as this till knows
    public record KnownCoupon(Coupon coupon, int uses) {}

    public static List<Class<?>> rows() {
        return List.of(
                PriceListRow.class,
                TaxRulesRow.class,
                PromotionRow.class,
                CouponRow.class,
                CouponKeyRow.class);
    }

    /// Remembers that a list was published; its prices are fetched afterwards, unless they are here
    /// from before. Of two lists that begin at the same moment the one that was told last holds.
    public void announce(StatelessSession session, Policy.PriceListPublished published) {
        boolean fetched = isFetched(session, published.priceListId());
        Sql.run(
                session,
                "delete from price_list where zone = ?1 and effective_from = ?2"
                        + " and price_list_id <> ?3",
                published.zone(),
                published.effectiveFrom(),
                published.priceListId());
        session.upsert(
                new PriceListRow(
                        published.priceListId(),
                        published.zone(),
                        published.effectiveFrom(),
                        fetched));
    }

    private static boolean isFetched(StatelessSession session, String id) {
        return !Sql.list(
                        session,
                        String.class,
                        1,
                        "select price_list_id from price_list where price_list_id = ?1 and fetched"
                                + " union select price_list_id from price"
                                + " where price_list_id = ?1",
                        id)
                .isEmpty();
    }

    /// Whether a list was announced, fetched or not.
    public boolean isKnown(StatelessSession session, String id) {
        return session.get(PriceListRow.class, id) != null;
    }

    /// The lists that were announced and not fetched yet, the one that begins last first.
    public List<String> missing(StatelessSession session) {
        return Sql.list(
                session,
                String.class,
                100,
                "select price_list_id from price_list where not fetched"
                        + " order by effective_from desc");
    }

    public void put(StatelessSession session, String id, PriceList list) {
        Sql.run(session, "delete from price where price_list_id = ?1", id);
        // In the order of the key: H2 writes a page anew each time that it is met again.
        Map<String, List<Price>> bySku =
                list.prices().stream()
                        .collect(
                                Collectors.groupingBy(
                                        price -> price.sku().value(),
                                        TreeMap::new,
                                        Collectors.toList()));
        Sql.batch(
                session,
                "insert into price (price_list_id, sku, body) values (?, ?, ?)",
                bySku.entrySet().stream()
                        .map(of -> new Object[] {id, of.getKey(), JsonText.write(of.getValue())})
                        .toList());
        int announced =
                Sql.run(
                        session,
                        "update price_list set fetched = true where price_list_id = ?1",
                        id);
        if (announced == 0 && !begins(session, list)) {
            session.insert(new PriceListRow(id, list.zone(), list.effectiveFrom(), true));
        }
    }

    /// Whether some list of the zone begins when this one does.
    private static boolean begins(StatelessSession session, PriceList list) {
        return !Sql.list(
                        session,
                        String.class,
                        1,
                        "select price_list_id from price_list where zone = ?1"
                                + " and effective_from = ?2",
                        list.zone(),
                        list.effectiveFrom())
                .isEmpty();
    }

    /// The list in force in a zone at a moment, if it was fetched.
    public Optional<String> inForce(StatelessSession session, String zone, Instant at) {
        return upTo(session, zone, at, 1).stream().findFirst();
    }

    /// The lists that hold or held in a zone, the newest first.
    public List<String> upTo(StatelessSession session, String zone, Instant at, int atMost) {
        return Sql.list(
                session,
                String.class,
                atMost,
                "select price_list_id from price_list where zone = ?1 and fetched"
                        + " and effective_from <= ?2 order by effective_from desc",
                zone,
                at);
    }

    /// When the next list of the zone comes into force.
    Optional<Instant> nextChange(StatelessSession session, String zone, Instant after) {
        return Sql.list(
                        session,
                        Instant.class,
                        1,
                        "select effective_from from price_list where zone = ?1 and fetched"
                                + " and effective_from > ?2 order by effective_from",
                        zone,
                        after)
                .stream()
                .findFirst();
    }

    public List<Price> prices(StatelessSession session, String listId, Sku sku) {
        return Sql.list(
                        session,
                        String.class,
                        1,
                        "select body from price where price_list_id = ?1 and sku = ?2",
                        listId,
                        sku.value())
                .stream()
                .flatMap(body -> List.of(JsonText.read(body, Price[].class)).stream())
                .toList();
    }

    /// Some of the groups that a list has prices for: all, unless a group has very few.
    public List<String> groups(StatelessSession session, String listId) {
        return Sql.list(
                        session,
                        String.class,
                        MOST_GROUP_PRICES,
                        "select body from price where price_list_id = ?1"
                                + " and body like '%\"group\"%'",
                        listId)
                .stream()
                .flatMap(body -> Stream.of(JsonText.read(body, Price[].class)))
                .flatMap(price -> price.group().stream())
                .distinct()
                .sorted()
                .toList();
    }

    public void put(StatelessSession session, TaxRules rules) {
        session.upsert(new TaxRulesRow(rules));
    }

    public void put(StatelessSession session, ForeignRates rates) {
        Sql.run(
                session,
                "merge into foreign_rates (store_id, body) key (store_id) values (?1, ?2)",
                rates.store().value(),
                JsonText.write(rates));
    }

    public ForeignRates foreignRates(StatelessSession session, StoreId store) {
        return Sql.list(
                        session,
                        String.class,
                        1,
                        "select body from foreign_rates where store_id = ?1",
                        store.value())
                .stream()
                .findFirst()
                .map(body -> JsonText.read(body, ForeignRates.class))
                .orElseGet(() -> ForeignRates.none(store));
    }

    public Optional<TaxRules> taxRules(StatelessSession session, String place) {
        return Optional.ofNullable(session.get(TaxRulesRow.class, place))
                .map(TaxRulesRow::toTaxRules);
    }

    public List<TaxRules> taxRules(StatelessSession session) {
        return session.createSelectionQuery("from TaxRulesRow", TaxRulesRow.class)
                .getResultStream()
                .map(TaxRulesRow::toTaxRules)
                .toList();
    }

    /// Takes a promotion, or forgets one that was ended.
    public void put(StatelessSession session, Promotion promotion) {
        if (promotion.active()) {
            session.upsert(new PromotionRow(promotion));
        } else {
            Sql.run(
                    session,
                    "delete from promotion where promotion_id = ?1",
                    promotion.promotionId());
        }
    }

    public List<Promotion> promotions(StatelessSession session) {
        return session.createSelectionQuery("from PromotionRow", PromotionRow.class)
                .getResultStream()
                .map(PromotionRow::toPromotion)
                .toList();
    }

    public void put(StatelessSession session, Coupon coupon, int uses) {
        session.upsert(new CouponRow(coupon, uses));
    }

    /// A coupon by its code, however typed. Its uses are the chain's as last told, or this till's
    /// own if those are more.
    public Optional<KnownCoupon> coupon(StatelessSession session, String typed) {
        String code = Coupon.normalized(typed);
        return Optional.ofNullable(session.get(CouponRow.class, code))
                .map(row ->
                        new KnownCoupon(
                                row.toCoupon(), Math.max(row.uses, ownUses(session, code))));
    }

    /// How often it was used in the sales this till knows of.
    public int ownUses(StatelessSession session, String code) {
        return Math.toIntExact(
                Sql.list(
                                session,
                                Long.class,
                                1,
                                "select count(*) from coupon_use where code = ?1",
                                code)
                        .getFirst());
    }

    /// Every coupon with its uses as last told.
    public List<KnownCoupon> coupons(StatelessSession session) {
        return session.createSelectionQuery("from CouponRow", CouponRow.class)
                .getResultStream()
                .map(row -> new KnownCoupon(row.toCoupon(), row.uses))
                .toList();
    }

    /// Counts the coupons that sales at this till redeemed.
    public void used(StatelessSession session, List<Sale> sales) {
        Sql.batch(
                session,
                "merge into coupon_use (code, sale_id) values (?, ?)",
                sales.stream()
                        .flatMap(sale ->
                                sale.coupons().stream()
                                        .map(code -> new Object[] {code, sale.saleId()}))
                        .toList());
    }

    /// A coupon was used in a sale, at this till or another.
    public void used(StatelessSession session, String code, UUID saleId) {
        Sql.run(session, "merge into coupon_use (code, sale_id) values (?1, ?2)", code, saleId);
    }

    public void put(StatelessSession session, Policy.CouponKeyChanged key) {
        session.upsert(new CouponKeyRow(key));
    }

    public Optional<Policy.CouponKeyChanged> couponKey(StatelessSession session, String keyId) {
        return Optional.ofNullable(session.get(CouponKeyRow.class, keyId))
                .map(CouponKeyRow::toPolicy);
    }

    public List<Policy.CouponKeyChanged> couponKeys(StatelessSession session) {
        return session.createSelectionQuery("from CouponKeyRow", CouponKeyRow.class)
                .getResultStream()
                .map(CouponKeyRow::toPolicy)
                .toList();
    }

    /// Forgets what the server decides, which lists there are too: it may have lost one with a
    /// restore. The prices of lists stay, for a list never changes.
    public void clear(StatelessSession session) {
        Sql.run(session, "delete from price_list");
        Sql.run(session, "delete from tax_rules");
        Sql.run(session, "delete from foreign_rates");
        Sql.run(session, "delete from promotion");
        Sql.run(session, "delete from coupon");
        Sql.run(session, "delete from coupon_key");
    }
}
