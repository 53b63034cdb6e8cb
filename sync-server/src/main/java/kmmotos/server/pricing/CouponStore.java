package kmmotos.server.pricing;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

    /// A coupon with its uses so far.
    public record Counted(Coupon coupon, int uses) {}

    public Page<Counted> page(StatelessSession session, Page.Wanted wanted) {
        String after = wanted.first() ? "" : wanted.after().getFirst();
        List<Counted> rows =
                Sql.list(
                        session,
                        "select document, uses from coupon where code > ? order by code limit ?",
                        CouponStore::counted,
                        after,
                        wanted.rowsToRead());
        return Page.of(rows, wanted, counted -> List.of(counted.coupon().code()));
    }

    public List<Counted> find(StatelessSession session, Collection<String> codes) {
        return Sql.list(
                session,
                "select document, uses from coupon where code = any (?) order by code",
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
        tell(session, List.of(new Counted(coupon, uses)));
    }

    /// Counts one use of each of these coupons that has one left that no till holds; answers those,
    /// with the uses before this one. The rows stay locked until the transaction ends, so that the
    /// last use is given away once.
    public List<Counted> use(StatelessSession session, Collection<String> codes) {
        return Sql.list(
                session,
                "with locked as (select code from coupon where code = any (?) order by code for"
                        + " update) update coupon c set uses = c.uses + 1 from locked"
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
                                + " returning code, document, uses)"
                                + " select document, uses from told order by code",
                        CouponStore::counted));
    }

    /// All coupons, as news for a till.
    public List<Policy> policies(StatelessSession session) {
        return Sql.list(
                session,
                "select document, uses from coupon order by code",
                row -> policy(counted(row)));
    }

    private static void tell(StatelessSession session, List<Counted> coupons) {
        if (coupons.isEmpty()) {
            return;
        }
        List<Scope> zones =
                Sql.list(
                        session,
                        "select distinct zone from store",
                        row -> Scope.priceList(row.getString(1)));
        Feed.publishAll(session, zones, coupons.stream().map(CouponStore::policy).toList());
    }

    private static Policy policy(Counted counted) {
        return new Policy.CouponChanged(counted.coupon(), counted.uses());
    }

    private static Counted counted(ResultSet row) throws SQLException {
        return new Counted(Sql.json(row, "document", Coupon.class), row.getInt("uses"));
    }
}
