package kmmotos.server.orders;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import kmmotos.server.orders.CartStore.Change;
import kmmotos.server.storage.Sql;
import org.hibernate.StatelessSession;

/// A guest who signs in keeps what is in the cart. The transaction carries the customer and the
/// guest's token, so the database lets it at both carts and at nobody else's.
final class CartClaim {

    private final CartStore carts = new CartStore();

    /// What became of a claim.
    sealed interface Claimed {

        /// @param cartId the cart that holds the lines now
        record Into(UUID cartId) implements Claimed {}

        record Completed(UUID orderId) implements Claimed {}

        record Unknown() implements Claimed {}
    }

    private record Open(UUID cartId, boolean customers) {}

    /// The cart that the customer changed last and has not ordered.
    Optional<UUID> newest(StatelessSession session, UUID customerId) {
        return Sql.first(
                session,
                "select cart_id from cart where customer_id = ? and order_id is null"
                        + " order by changed_at desc, cart_id desc limit 1",
                row -> row.getObject("cart_id", UUID.class),
                customerId);
    }

    Claimed claim(StatelessSession session, UUID cartId, UUID customerId, Instant now) {
        List<Open> open = lock(session, cartId, customerId);
        Optional<Open> guests = open.stream().filter(one -> one.cartId().equals(cartId)).findAny();
        if (guests.isEmpty()) {
            return carts.find(session, cartId, now)
                    .flatMap(Cart::orderId)
                    .<Claimed>map(Claimed.Completed::new)
                    .orElseGet(Claimed.Unknown::new);
        }
        if (guests.get().customers()) {
            return new Claimed.Into(cartId);
        }
        Optional<UUID> own = newest(session, customerId);
        own.ifPresentOrElse(
                into -> move(session, cartId, into, now),
                () -> adopt(session, cartId, customerId, now));
        return new Claimed.Into(own.orElse(cartId));
    }

    /// Locks the guest's cart and the customer's, in the order of their ids, so that two claims
    /// never wait for each other. Completed ones are not among them.
    private static List<Open> lock(StatelessSession session, UUID cartId, UUID customerId) {
        return Sql.list(
                session,
                "select cart_id, customer_id is not null as customers from cart where (cart_id = ?"
                        + " or customer_id = ?) and order_id is null order by cart_id for update",
                row -> new Open(row.getObject("cart_id", UUID.class), row.getBoolean("customers")),
                cartId,
                customerId);
    }

    private static void adopt(StatelessSession session, UUID cartId, UUID customerId, Instant now) {
        Sql.update(
                session,
                "update cart set customer_id = ?, token_hash = null, version = version + 1,"
                        + " changed_at = ? where cart_id = ?",
                customerId,
                now,
                cartId);
    }

    /// Moves lines and coupons. A sum above the most that one may order is cut there rather than
    /// refused: signing in must not fail for it.
    private void move(StatelessSession session, UUID from, UUID into, Instant now) {
        Cart theirs = carts.find(session, from, now).orElseThrow();
        Cart own = carts.find(session, into, now).orElseThrow();
        Sql.update(
                session,
                "insert into cart_line as l (cart_id, sku, quantity) select ?, sku, quantity from"
                        + " cart_line where cart_id = ? order by position on conflict (cart_id,"
                        + " sku) do update set quantity = least(l.quantity + excluded.quantity, ?)",
                into,
                from,
                Cart.MAX_QUANTITY.decimal());
        List<String> coupons =
                Stream.concat(own.coupons().stream(), theirs.coupons().stream())
                        .distinct()
                        .limit(Cart.MAX_COUPONS)
                        .sorted()
                        .toList();
        CartStore.Outcome _ =
                carts.arrange(
                        session,
                        new Change(into, Optional.empty(), now),
                        own.terms().store().storeId(),
                        coupons);
        boolean _ = carts.delete(session, new Change(from, Optional.empty(), now));
    }
}
