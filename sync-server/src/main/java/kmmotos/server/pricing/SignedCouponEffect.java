package kmmotos.server.pricing;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import kmmotos.model.pricing.SignedCoupon;
import kmmotos.model.sales.Sale;
import kmmotos.model.sync.Event;
import kmmotos.server.storage.Sql;
import kmmotos.server.storage.Sql.Column;
import kmmotos.server.sync.Effect;
import kmmotos.server.sync.EventStore;
import kmmotos.server.sync.NewEvent;
import kmmotos.server.sync.News;
import org.hibernate.StatelessSession;

/// What the tills did with signed coupons. A till without a network can't know whether one was used
/// elsewhere; the second use is booked as it was sold, and comes to the work list with who and
/// where.
public final class SignedCouponEffect implements Effect {

    private static final int MAX_TOLD = 5;

    private final Clock clock;

    public SignedCouponEffect(Clock clock) {
        this.clock = clock;
    }

    private record Use(NewEvent event, Sale sale, String code) {}

    /// A use that the server heard of before.
    private record Earlier(String receipt, String store, int till, boolean leased, Instant at) {

        String words() {
            return "receipt %s at till %s-%d on %s%s"
                    .formatted(receipt, store, till, at, leased ? ", after it had asked" : "");
        }
    }

    @Override
    public void apply(StatelessSession session, List<NewEvent> events, News news) {
        List<Use> uses = new ArrayList<>();
        for (NewEvent event : events) {
            // What an order took was counted when it was placed.
            if (event.event() instanceof Event.SaleCompleted(Sale sale)
                    && sale.orderId().isEmpty()) {
                sale.coupons().stream()
                        .distinct()
                        .filter(SignedCoupon::isCode)
                        .forEach(code -> uses.add(new Use(event, sale, code)));
            }
        }
        if (!uses.isEmpty()) {
            Set<String> usedOnline = count(session, uses);
            uses.forEach(use -> take(session, use, usedOnline));
        }
    }

    /// Counts the uses; the rows stay locked, so that of two uploads the later sees the earlier's.
    /// Answers those that were used in the online shop.
    private static Set<String> count(StatelessSession session, List<Use> uses) {
        return new HashSet<>(
                Sql.list(
                        session,
                        """
                        with locked as (select code from coupon where code = any (?)
                            order by code for update)
                        update coupon c set uses = c.uses + u.n
                        from (select code, count(*) as n from unnest(?) as code group by code) u
                            join locked using (code)
                        where c.code = u.code
                        returning c.code, c.uses - u.n
                            > (select count(*) from coupon_use e where e.code = c.code) as online\
                        """,
                        row -> row.getBoolean("online") ? row.getString("code") : "",
                        Column.of("text", uses, Use::code),
                        Column.of("text", uses, Use::code)));
    }

    private void take(StatelessSession session, Use use, Set<String> usedOnline) {
        List<Earlier> earlier = earlier(session, use.code());
        insert(session, use);
        if (!earlier.isEmpty() || usedOnline.contains(use.code())) {
            raise(session, use, "coupon_overused", overused(use, earlier));
        } else if (!isIssued(session, use.code())) {
            raise(
                    session,
                    use,
                    "coupon_unknown",
                    ("Receipt %s took coupon %s. Its signature was good, and this server has not"
                                    + " issued it: either it was issued before the database was"
                                    + " put back to an older state, or somebody else has the key.")
                            .formatted(use.sale().receiptNumber(), use.code()));
        }
    }

    private static String overused(Use use, List<Earlier> earlier) {
        String before =
                earlier.isEmpty()
                        ? "in the online shop"
                        : earlier.stream().map(Earlier::words).collect(Collectors.joining("; "));
        return "Coupon %s can be used once. %s took it, and it was used before: %s. All is booked as"
                        .formatted(use.code(), "Receipt " + use.sale().receiptNumber(), before)
                + " it was sold.";
    }

    private static List<Earlier> earlier(StatelessSession session, String code) {
        return Sql.list(
                session,
                "select receipt_number, store_id, till, leased, at from coupon_use where code = ?"
                        + " order by n limit ?",
                row ->
                        new Earlier(
                                row.getString("receipt_number"),
                                row.getString("store_id"),
                                row.getInt("till"),
                                row.getBoolean("leased"),
                                Sql.instant(row, "at")),
                code,
                MAX_TOLD);
    }

    private static boolean isIssued(StatelessSession session, String code) {
        return Sql.first(
                        session,
                        "select 1 from coupon where code = ? and batch_id is not null",
                        row -> row.getInt(1),
                        code)
                .isPresent();
    }

    private static void insert(StatelessSession session, Use use) {
        Sql.update(
                session,
                "insert into coupon_use (code, event_id, sale_id, receipt_number, store_id, till,"
                        + " leased, at) values (?, ?, ?, ?, ?, ?, ?, ?)",
                use.code(),
                use.event().entry().eventId(),
                use.sale().saleId(),
                use.sale().receiptNumber().toString(),
                use.event().till().storeId().value(),
                use.event().till().number(),
                !use.sale().couponLeases().isEmpty(),
                use.sale().at());
    }

    private void raise(StatelessSession session, Use use, String code, String cause) {
        EventStore.raise(
                session, use.event().till(), use.event().entry(), code, cause, clock.instant());
    }
}
