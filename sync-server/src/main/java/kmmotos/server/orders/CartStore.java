package kmmotos.server.orders;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kmmotos.model.catalog.Sku;
import kmmotos.model.money.Quantity;
import kmmotos.model.stores.StoreId;
import kmmotos.server.pricing.Terms;
import kmmotos.server.stock.Availability;
import kmmotos.server.stock.LineName;
import kmmotos.server.storage.Sql;
import kmmotos.server.storage.Sql.Column;
import org.hibernate.StatelessSession;
import org.jspecify.annotations.Nullable;

/// Carts in the database. Each change is one statement that also counts the cart's version up; the
/// cart's row is locked first, so parallel changes follow one another and none is lost.
final class CartStore {

    private static final String BUMP =
            "with bumped as (update cart set version = version + 1, changed_at = ? where cart_id = ?"
                    + " and order_id is null and (?::bigint is null or version = ?)"
                    + " returning cart_id)";

    /// What became of a change: it is done, the cart is not there to be changed (or not any more as
    /// the caller saw it), or it has no such line.
    enum Outcome {
        DONE,
        NO_SUCH_CART,
        NO_SUCH_LINE
    }

    /// @param expected the version the caller saw; empty changes whatever is there
    record Change(UUID cartId, Optional<Long> expected, Instant now) {

        private @Nullable Object[] parameters(@Nullable Object... more) {
            List<@Nullable Object> all = new ArrayList<>();
            all.add(now);
            all.add(cartId);
            all.add(expected.orElse(null));
            all.add(expected.orElse(null));
            all.addAll(java.util.Arrays.asList(more));
            return all.toArray();
        }
    }

    void create(StatelessSession session, UUID cartId, Holder holder, StoreId store, Instant now) {
        Sql.update(
                session,
                "insert into cart (cart_id, customer_id, token_hash, store_id, created_at,"
                        + " changed_at) values (?, ?, ?, ?, ?, ?)",
                cartId,
                holder.customerId().orElse(null),
                holder.tokenHash(),
                store.value(),
                now,
                now);
    }

    /// The cart with its lines, in the order they were added.
    Optional<Cart> find(StatelessSession session, UUID cartId, Instant now) {
        List<CartRow> rows =
                Sql.list(
                        session,
                        "select c.cart_id, c.version, c.order_id, c.coupons, "
                                + Terms.COLUMNS
                                + ", l.sku, l.quantity, v.names, v.options, v.tax_category,"
                                + " sc.last_contact, "
                                + Availability.COLUMN
                                + " as available from cart c join store s using (store_id)"
                                + " left join cart_line l using (cart_id)"
                                + " left join variant v on v.sku = l.sku"
                                + " left join stock_balance b on b.store_id = c.store_id and b.sku"
                                + " = l.sku left join online_stock o on o.store_id = c.store_id and"
                                + " o.sku = l.sku left join store_contact sc on sc.store_id ="
                                + " c.store_id where c.cart_id = ? order by l.position",
                        row -> CartRow.from(row, now),
                        now,
                        now,
                        cartId);
        return rows.isEmpty() ? Optional.empty() : Optional.of(CartRow.cart(rows));
    }

    /// Locks the cart until the transaction ends; answers whether there is one.
    boolean lock(StatelessSession session, UUID cartId) {
        return Sql.first(
                        session,
                        "select 1 from cart where cart_id = ? for update",
                        _ -> true,
                        cartId)
                .orElse(false);
    }

    /// Adds units of a SKU, onto its line if there is one. There is no such line if the SKU is
    /// unknown or not sold in such a quantity.
    Outcome add(StatelessSession session, Change change, Sku sku, Quantity quantity) {
        return changed(
                session,
                BUMP
                        + ", line as (insert into cart_line (cart_id, sku, quantity)"
                        + " select b.cart_id, v.sku, ? from bumped b, variant v join product p"
                        + " using (product_id) where v.sku = ? and p.active and not v.kit and (v.divisible or"
                        + " ?::numeric = trunc(?::numeric)) on conflict (cart_id, sku) do update"
                        + " set quantity = cart_line.quantity + excluded.quantity returning sku)"
                        + " select (select count(*) from bumped), (select count(*) from line)",
                change.parameters(
                        quantity.decimal(), sku.value(), quantity.decimal(), quantity.decimal()));
    }

    /// Sets a line's quantity.
    Outcome set(StatelessSession session, Change change, Sku sku, Quantity quantity) {
        return changed(
                session,
                BUMP
                        + ", line as (update cart_line l set quantity = ? from bumped b, variant v"
                        + " where l.cart_id = b.cart_id and l.sku = ? and v.sku = l.sku and"
                        + " (v.divisible or ?::numeric = trunc(?::numeric)) returning l.sku)"
                        + " select (select count(*) from bumped), (select count(*) from line)",
                change.parameters(
                        quantity.decimal(), sku.value(), quantity.decimal(), quantity.decimal()));
    }

    Outcome remove(StatelessSession session, Change change, Sku sku) {
        return changed(
                session,
                BUMP
                        + ", line as (delete from cart_line l using bumped b where l.cart_id ="
                        + " b.cart_id and l.sku = ? returning l.sku) select (select count(*) from bumped), (select count(*) from line)",
                change.parameters(sku.value()));
    }

    /// Sets the store and the coupons.
    Outcome arrange(StatelessSession session, Change change, StoreId store, List<String> coupons) {
        int changed =
                Sql.update(
                        session,
                        "update cart set version = version + 1, changed_at = ?, store_id = ?,"
                                + " coupons = ? where cart_id = ? and order_id is null and"
                                + " (?::bigint is null or version = ?)",
                        change.now(),
                        store.value(),
                        Column.texts(coupons),
                        change.cartId(),
                        change.expected().orElse(null),
                        change.expected().orElse(null));
        return changed == 1 ? Outcome.DONE : Outcome.NO_SUCH_CART;
    }

    /// Removes a cart with its lines; answers whether it was there as the caller saw it.
    boolean delete(StatelessSession session, Change change) {
        return Sql.update(
                        session,
                        "delete from cart where cart_id = ? and order_id is null and (?::bigint is"
                                + " null or version = ?)",
                        change.cartId(),
                        change.expected().orElse(null),
                        change.expected().orElse(null))
                == 1;
    }

    /// Forgets carts that nobody touched since.
    int forget(StatelessSession session, Instant before) {
        return Sql.update(
                session, "delete from cart where changed_at < ? and order_id is null", before);
    }

    private static Outcome changed(
            StatelessSession session, String sql, @Nullable Object[] parameters) {
        return Sql.first(
                        session,
                        sql,
                        row ->
                                row.getInt(1) == 0
                                        ? Outcome.NO_SUCH_CART
                                        : row.getInt(2) == 0 ? Outcome.NO_SUCH_LINE : Outcome.DONE,
                        parameters)
                .orElse(Outcome.NO_SUCH_CART);
    }

    /// A line of the cart beside what is the same for all of them.
    private record CartRow(Cart cart, Optional<Cart.Line> line) {

        static CartRow from(ResultSet row, Instant now) throws SQLException {
            Cart cart =
                    new Cart(
                            row.getObject("cart_id", UUID.class),
                            row.getLong("version"),
                            Optional.ofNullable(row.getObject("order_id", UUID.class)),
                            List.of((String[]) row.getArray("coupons").getArray()),
                            Terms.from(row, now),
                            List.of());
            String sku = row.getString("sku");
            return new CartRow(
                    cart,
                    sku == null
                            ? Optional.empty()
                            : Optional.of(
                                    new Cart.Line(
                                            new Sku(sku),
                                            LineName.from(row),
                                            row.getString("tax_category"),
                                            Quantity.of(row.getBigDecimal("quantity")),
                                            Quantity.of(row.getBigDecimal("available")),
                                            Sql.optionalInstant(row, "last_contact"))));
        }

        static Cart cart(List<CartRow> rows) {
            Cart cart = rows.getFirst().cart();
            return new Cart(
                    cart.cartId(),
                    cart.version(),
                    cart.orderId(),
                    cart.coupons(),
                    cart.terms(),
                    rows.stream().flatMap(row -> row.line().stream()).toList());
        }
    }
}
