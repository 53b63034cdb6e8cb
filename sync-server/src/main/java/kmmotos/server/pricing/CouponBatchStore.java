package kmmotos.server.pricing;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import kmmotos.model.pricing.SignedCoupon;
import kmmotos.model.stores.StoreId;
import kmmotos.model.sync.CanonicalJson;
import kmmotos.server.http.Page;
import kmmotos.server.identity.SigningKey;
import kmmotos.server.storage.Sql;
import kmmotos.server.storage.Sql.Column;
import org.hibernate.StatelessSession;

/// Batches of signed coupons and what became of each coupon.
final class CouponBatchStore {

    private static final String BATCH =
            "select b.*, (select count(*) from coupon c where c.batch_id = b.batch_id and c.uses > 0)"
                    + " as used from coupon_batch b ";

    private final SigningKey key;
    private final SecureRandom random = new SecureRandom();

    CouponBatchStore(SigningKey key) {
        this.key = key;
    }

    /// A batch as head office sees it.
    ///
    /// @param used how many of its coupons were used
    record Issued(
            UUID batchId,
            CouponBatch batch,
            String keyId,
            Instant issuedAt,
            long used,
            Optional<Instant> withdrawnAt) {}

    /// A coupon of a batch.
    ///
    /// @param code to be typed
    /// @param text what its QR code is to hold
    /// @param receipt of the first sale that took it, with the store; absent if none did
    record Coupon(
            String code,
            String text,
            int uses,
            Optional<String> receipt,
            Optional<StoreId> store,
            Optional<Instant> usedAt) {}

    /// Issues a batch, once for each id. Answers what was issued under the id, which may have been
    /// another batch.
    Issued issue(StatelessSession session, UUID batchId, CouponBatch batch, UUID by, Instant now) {
        int isNew =
                Sql.update(
                        session,
                        "insert into coupon_batch (batch_id, document, key_id, issued_at, issued_by)"
                                + " values (?, ?, ?, ?, ?) on conflict do nothing",
                        batchId,
                        json(batch),
                        SignedCoupon.keyId(key.publicKey()),
                        now,
                        by);
        if (isNew == 1) {
            insert(session, batchId, signed(batch));
        }
        return find(session, batchId).orElseThrow();
    }

    private List<SignedCoupon> signed(CouponBatch batch) {
        String keyId = SignedCoupon.keyId(key.publicKey());
        return IntStream.range(0, batch.count())
                .mapToObj(_ -> {
                    byte[] number = new byte[SignedCoupon.NUMBER_BYTES];
                    random.nextBytes(number);
                    var terms =
                            new SignedCoupon.Terms(
                                    number,
                                    batch.discount(),
                                    batch.minimum(),
                                    batch.from(),
                                    batch.until(),
                                    batch.store());
                    return SignedCoupon.sign(terms, keyId, key.privateKey());
                })
                .toList();
    }

    private static void insert(StatelessSession session, UUID batchId, List<SignedCoupon> coupons) {
        Sql.update(
                session,
                "insert into coupon (code, document, max_uses, batch_id, bound_store)"
                        + " select c.code, c.document, 1, ?, c.store"
                        + " from unnest(?, ?, ?) as c (code, document, store)",
                batchId,
                Column.of("text", coupons, coupon -> coupon.coupon().code()),
                Column.of("text", coupons, coupon -> json(coupon.coupon())),
                Column.of(
                        "text",
                        coupons,
                        coupon -> coupon.store().map(StoreId::value).orElse(null)));
        Sql.update(
                session,
                "insert into coupon_text (code, text) select c.* from unnest(?, ?) as c",
                Column.of("text", coupons, coupon -> coupon.coupon().code()),
                Column.of("text", coupons, SignedCoupon::text));
    }

    Optional<Issued> find(StatelessSession session, UUID batchId) {
        return Sql.first(
                session, BATCH + "where b.batch_id = ?", CouponBatchStore::issued, batchId);
    }

    /// The newest first.
    Page<Issued> page(StatelessSession session, Page.Wanted wanted) {
        List<String> after = wanted.first() ? List.of("9999-12-31T00:00:00Z", "") : wanted.after();
        List<Issued> rows =
                Sql.list(
                        session,
                        BATCH
                                + "where (b.issued_at, b.batch_id::text) < (?::timestamptz, ?)"
                                + " order by b.issued_at desc, b.batch_id::text desc limit ?",
                        CouponBatchStore::issued,
                        after.getFirst(),
                        after.getLast(),
                        wanted.rowsToRead());
        return Page.of(
                rows, wanted, row -> List.of(row.issuedAt().toString(), row.batchId().toString()));
    }

    List<Coupon> coupons(StatelessSession session, UUID batchId) {
        return new ArrayList<>(
                Sql.list(
                        session,
                        """
                        select c.code, t.text, c.uses, u.receipt_number, u.store_id, u.at
                        from coupon c join coupon_text t using (code)
                        left join lateral (select * from coupon_use u where u.code = c.code
                            order by u.n limit 1) u on true
                        where c.batch_id = ? order by c.code\
                        """,
                        row ->
                                new Coupon(
                                        row.getString("code"),
                                        row.getString("text"),
                                        row.getInt("uses"),
                                        Optional.ofNullable(row.getString("receipt_number")),
                                        Optional.ofNullable(row.getString("store_id"))
                                                .map(StoreId::new),
                                        Sql.optionalInstant(row, "at")),
                        batchId));
    }

    /// Tills that ask, and the online shop, take none of it any more. Answers false if there is no
    /// such batch, or it was withdrawn before.
    boolean withdraw(StatelessSession session, UUID batchId, UUID by, String note, Instant now) {
        boolean withdrawn =
                Sql.update(
                                session,
                                "update coupon_batch set withdrawn_at = ?, withdrawn_by = ?,"
                                        + " withdraw_note = ? where batch_id = ?"
                                        + " and withdrawn_at is null",
                                now,
                                by,
                                note,
                                batchId)
                        == 1;
        if (withdrawn) {
            Sql.update(
                    session,
                    "update coupon set document = jsonb_set(document::jsonb, '{active}',"
                            + " 'false')::text where batch_id = ?",
                    batchId);
        }
        return withdrawn;
    }

    private static Issued issued(ResultSet row) throws SQLException {
        return new Issued(
                row.getObject("batch_id", UUID.class),
                Sql.json(row, "document", CouponBatch.class),
                row.getString("key_id"),
                Sql.instant(row, "issued_at"),
                row.getLong("used"),
                Sql.optionalInstant(row, "withdrawn_at"));
    }

    private static String json(Object value) {
        return new String(CanonicalJson.bytes(value), StandardCharsets.UTF_8);
    }
}
