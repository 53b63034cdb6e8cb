package kmmotos.server.pricing;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import kmmotos.model.catalog.Sku;
import kmmotos.model.pricing.Placement;
import kmmotos.model.pricing.Promotion;
import kmmotos.model.pricing.Promotions;
import kmmotos.model.stores.Store;
import kmmotos.model.sync.CanonicalJson;
import kmmotos.model.sync.Policy;
import kmmotos.server.http.Page;
import kmmotos.server.storage.Sql;
import kmmotos.server.storage.Sql.Column;
import org.hibernate.StatelessSession;
import org.jspecify.annotations.Nullable;

/// Promotions: what head office keeps, what tills are told, and what the online shop prices by.
public final class PromotionStore {

    /// More at once than anybody can keep in mind, and few enough that tills look through them all.
    public static final int MAX_ACTIVE = 500;

    /// A promotion as head office sees it.
    ///
    /// @param changedBy who changed it last
    public record Kept(Promotion promotion, Instant changedAt, Optional<UUID> changedBy) {}

    /// Those that have not ended first, and in both parts the latest ones.
    public Page<Kept> page(StatelessSession session, Page.Wanted wanted) {
        List<String> after =
                wanted.first()
                        ? List.of(
                                "true",
                                "9999-12-31T00:00:00Z",
                                "ffffffff-ffff-ffff-ffff-ffffffffffff")
                        : wanted.after();
        List<Kept> rows =
                Sql.list(
                        session,
                        "select document, changed_at, changed_by from promotion"
                                + " where (active, changed_at, promotion_id) < (?::boolean,"
                                + " ?::timestamptz, ?::uuid) order by active desc, changed_at desc,"
                                + " promotion_id desc limit ?",
                        PromotionStore::kept,
                        after.get(0),
                        after.get(1),
                        after.get(2),
                        wanted.rowsToRead());
        return Page.of(
                rows,
                wanted,
                kept ->
                        List.of(
                                Boolean.toString(kept.promotion().active()),
                                kept.changedAt().toString(),
                                kept.promotion().promotionId().toString()));
    }

    public Optional<Kept> find(StatelessSession session, UUID promotionId) {
        return Sql.first(
                session,
                "select document, changed_at, changed_by from promotion where promotion_id = ?",
                PromotionStore::kept,
                promotionId);
    }

    /// How many others have not ended.
    int othersActive(StatelessSession session, UUID promotionId) {
        return Sql.first(
                        session,
                        "select count(*) from promotion where active and promotion_id <> ?",
                        row -> row.getInt(1),
                        promotionId)
                .orElse(0);
    }

    /// Saves a promotion and tells the tills of every zone.
    ///
    /// @param by who decided it; none if it was a program
    public void save(
            StatelessSession session, Promotion promotion, @Nullable UUID by, Instant now) {
        Sql.update(
                session,
                "insert into promotion (promotion_id, document, price_group, active, changed_at,"
                        + " changed_by) values (?, ?, ?, ?, ?, ?) on conflict (promotion_id) do"
                        + " update set document = excluded.document, price_group ="
                        + " excluded.price_group, active = excluded.active, changed_at ="
                        + " excluded.changed_at, changed_by = excluded.changed_by",
                promotion.promotionId(),
                new String(CanonicalJson.bytes(promotion), StandardCharsets.UTF_8),
                promotion.group().orElse(null),
                promotion.active(),
                now,
                by);
        CouponStore.tell(session, List.of(new Policy.PromotionChanged(promotion)));
    }

    /// Those that have not ended, as news for a till.
    public List<Policy> policies(StatelessSession session) {
        return active(session).stream().<Policy>map(Policy.PromotionChanged::new).toList();
    }

    /// The promotions of a store, as far as the caller may see them, for some items.
    public Promotions at(StatelessSession session, Store store, Collection<Sku> skus) {
        List<Promotion> offered =
                active(session).stream().filter(promotion -> promotion.isOfferedAt(store)).toList();
        if (offered.isEmpty()) {
            return Promotions.NONE;
        }
        Map<Sku, Placement> placements = placements(session, skus);
        return new Promotions(offered, sku -> placements.getOrDefault(sku, Placement.NOWHERE));
    }

    private static List<Promotion> active(StatelessSession session) {
        return Sql.list(
                session,
                "select document from promotion where active order by promotion_id",
                row -> Sql.json(row, "document", Promotion.class));
    }

    private static Map<Sku, Placement> placements(StatelessSession session, Collection<Sku> skus) {
        Map<String, String> parents =
                Sql.list(
                                session,
                                "select code, parent from category where parent is not null",
                                row -> Map.entry(row.getString("code"), row.getString("parent")))
                        .stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        return Sql.list(
                        session,
                        "select v.sku, p.brand, p.category from variant v"
                                + " join product p using (product_id) where v.sku = any (?)",
                        row ->
                                Map.entry(
                                        new Sku(row.getString("sku")),
                                        Placement.of(
                                                row.getString("brand"),
                                                row.getString("category"),
                                                parents)),
                        Column.texts(skus.stream().map(Sku::value).toList()))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Kept kept(ResultSet row) throws SQLException {
        return new Kept(
                Sql.json(row, "document", Promotion.class),
                Sql.instant(row, "changed_at"),
                Optional.ofNullable(row.getObject("changed_by", UUID.class)));
    }
}
