package kmmotos.server.pricing;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import kmmotos.model.pricing.Coupon;
import kmmotos.model.sync.CanonicalJson;
import kmmotos.model.sync.Policy;
import kmmotos.model.sync.Scope;
import kmmotos.server.feed.Feed;
import kmmotos.server.http.Page;
import kmmotos.server.storage.Sql;
import kmmotos.server.storage.Sql.Column;
import org.hibernate.StatelessSession;

/// Coupons, and how often each was used in the whole chain.
public final class CouponStore {

    /// What [#news] reads. One that was used online was used in no sale that a till knows of.
    private static final String NEWS =
            "document, uses, case when batch_id is not null then coalesce((select u.sale_id from"
                    + " coupon_use u where u.code = c.code order by u.n limit 1), md5(code)::uuid) end"
                    + " as spent_in";

    /// A coupon with its uses so far.
    public record Counted(Coupon coupon, int uses) {}

    public Page<Counted> page(StatelessSession session, Page.Wanted wanted) {
        String after = wanted.first() ? "" : wanted.after().getFirst();
        List<Counted> rows =
                Sql.list(
                        session,
                        "select document, uses from coupon where batch_id is null and code > ?"
                                + " order by code limit ?",
                        CouponStore::counted,
                        after,
                        wanted.rowsToRead());
        return Page.of(rows, wanted, counted -> List.of(counted.coupon().code()));
    }

    /// Those that the online shop takes: one that is signed for a store is for its counter.
    public List<Counted> find(StatelessSession session, Collection<String> codes) {
        return Sql.list(
                session,
                "select document, uses from coupon where code = any (?)"
                        + " and bound_store is null order by code",
                CouponStore::counted,
                Column.texts(List.copyOf(codes)));
    }

    /// Saves a coupon and tells the tills of every zone.
    public void save(StatelessSession session, Coupon coupon) {
        int uses =
                Sql.first(
                                session,
                                "insert into coupon (code, document, max_uses) values (?, ?, ?)"
                                        + " on conflict (code) do update set document ="
                                        + " excluded.document, max_uses = excluded.max_uses"
                                        + " returning uses",
                                row -> row.getInt(1),
                                coupon.code(),
                                new String(CanonicalJson.bytes(coupon), StandardCharsets.UTF_8),
                                coupon.maxUses().orElse(null))
                        .orElseThrow();
        tell(session, List.of(new Policy.CouponChanged(coupon, uses)));
    }

    /// Counts one use of each of these coupons that has one left that no till holds; answers those,
    /// with the uses before this one. The rows stay locked until the transaction ends, so that the
    /// last use is given away once.
    public List<Counted> use(StatelessSession session, Collection<String> codes) {
        return Sql.list(
                session,
                "with locked as (select code from coupon where code = any (?)"
                        + " and bound_store is null order by code for update) update coupon c set uses = c.uses + 1 from locked"
                        + " where c.code = locked.code and (c.max_uses is null or c.uses +"
                        + " c.held < c.max_uses) returning c.document, c.uses - 1 as uses",
                CouponStore::counted,
                Column.texts(List.copyOf(codes)));
    }

    /// Gives the uses of a cancelled order back.
    public void giveBack(StatelessSession session, Collection<String> codes) {
        if (!codes.isEmpty()) {
            Sql.update(
                    session,
                    "update coupon set uses = uses - 1 where code = any (?) and uses > 0",
                    Column.texts(List.copyOf(codes)));
        }
    }

    /// Counts uses at tills, which happened whether or not any were left. Answers the codes of
    /// which more is used and held by tills than there is.
    public Set<String> usedAtTill(StatelessSession session, Collection<String> codes) {
        if (codes.isEmpty()) {
            return Set.of();
        }
        return Sql.list(
                        session,
                        """
                        update coupon c set uses = c.uses + u.n
                        from (select code, count(*) as n from unnest(?) as code group by code) u
                        where c.code = u.code returning c.code,
                            c.uses + c.held > c.max_uses as over\
                        """,
                        row -> Map.entry(row.getString("code"), row.getBoolean("over")),
                        Column.texts(List.copyOf(codes)))
                .stream()
                .filter(Map.Entry::getValue)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    /// Tells the tills of coupons that were used since they were last told.
    public void tellUses(StatelessSession session) {
        tell(
                session,
                Sql.list(
                        session,
                        "with told as (update coupon set told_uses = uses where told_uses <> uses"
                                + " returning code, document, uses, batch_id) select "
                                + NEWS
                                + " from told c order by code",
                        CouponStore::news));
    }

    /// The signed coupons that were used and have not ended, as news for a till.
    public List<Policy> spent(StatelessSession session) {
        return Sql.list(
                session,
                "select "
                        + NEWS
                        + " from coupon c where batch_id is not null and uses > 0"
                        + " and document::jsonb ->> 'until' >= (current_date - 1)::text"
                        + " order by code",
                CouponStore::news);
    }

    /// All coupons but signed ones, which tell of themselves, as news for a till.
    public List<Policy> policies(StatelessSession session) {
        return Sql.list(
                session,
                "select " + NEWS + " from coupon c where batch_id is null order by code",
                CouponStore::news);
    }

    /// Tells the tills of every zone.
    static void tell(StatelessSession session, List<Policy> news) {
        if (news.isEmpty()) {
            return;
        }
        List<Scope> zones =
                Sql.list(
                        session,
                        "select distinct zone from store",
                        row -> Scope.priceList(row.getString(1)));
        Feed.publishAll(session, zones, news);
    }

    private static Policy news(ResultSet row) throws SQLException {
        Counted counted = counted(row);
        UUID use = row.getObject("spent_in", UUID.class);
        return use == null
                ? new Policy.CouponChanged(counted.coupon(), counted.uses())
                : new Policy.CouponSpent(
                        counted.coupon().code(), use, counted.coupon().until().orElseThrow());
    }

    private static Counted counted(ResultSet row) throws SQLException {
        return new Counted(Sql.json(row, "document", Coupon.class), row.getInt("uses"));
    }
}
