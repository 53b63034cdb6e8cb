package kmmotos.server.wishes;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import kmmotos.server.storage.Sql;
import org.hibernate.StatelessSession;

/// Wish lists.
public final class WishStore {

    static final int MAX_WISHES = 200;

    /// When a customer put which product on the list, the newest first.
    public Map<UUID, Instant> of(StatelessSession session, UUID customerId) {
        Map<UUID, Instant> wishes = new LinkedHashMap<>();
        Sql.list(
                        session,
                        "select product_id, wished_at from wish where customer_id = ?"
                                + " order by wished_at desc, product_id",
                        row ->
                                Map.entry(
                                        row.getObject("product_id", UUID.class),
                                        Sql.instant(row, "wished_at")),
                        customerId)
                .forEach(wish -> wishes.put(wish.getKey(), wish.getValue()));
        return wishes;
    }

    /// Answers false if the list is full. A product that is on it stays where it is.
    boolean add(StatelessSession session, UUID customerId, UUID productId, Instant now) {
        // Changes of one list follow one another, or parallel ones would pass the limit.
        var _ =
                Sql.first(
                        session,
                        "select 1 from customer where customer_id = ? for update",
                        _ -> true,
                        customerId);
        Sql.update(
                session,
                "insert into wish select ?, ?, ? where (select count(*) from wish"
                        + " where customer_id = ?) < ? on conflict do nothing",
                customerId,
                productId,
                now,
                customerId,
                MAX_WISHES);
        return of(session, customerId).containsKey(productId);
    }

    void remove(StatelessSession session, UUID customerId, UUID productId) {
        Sql.update(
                session,
                "delete from wish where customer_id = ? and product_id = ?",
                customerId,
                productId);
    }
}
