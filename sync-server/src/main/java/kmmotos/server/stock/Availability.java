package kmmotos.server.stock;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import kmmotos.model.catalog.Sku;
import kmmotos.model.money.Quantity;
import kmmotos.model.stores.StoreId;
import kmmotos.server.storage.Sql;
import kmmotos.server.storage.Sql.Column;
import org.hibernate.StatelessSession;

/// What a store can promise online of a SKU: on hand, less reserved, less what head office keeps
/// back, less what the store may have sold since it was last heard, by its sell rate. A store that
/// has been silent too long promises only what it had set aside for the web.
///
/// @param asOf when a till of the store was last heard of
public record Availability(StoreId store, Sku sku, Quantity available, Optional<Instant> asOf) {

    /// A store not heard of for this long is silent.
    public static final Duration SILENT_AFTER = Duration.ofHours(4);

    /// A column of a query that has stock_balance as `b`, online_stock as `o` and store_contact as
    /// `sc`; the moment is its one parameter.
    public static final String COLUMN =
            "km_promise(coalesce(b.on_hand, 0), coalesce(b.reserved, 0), o.safety,"
                    + " o.set_aside, o.shop_quantity, o.shop_until, o.sells_per_day,"
                    + " sc.last_contact, ?)";

    /// Another column of such a query: what is kept back of a store that is not silent; the moment
    /// is its one parameter.
    static final String KEPT_BACK =
            "coalesce(o.safety, 0) + km_safety(o.sells_per_day, sc.last_contact, ?)";

    /// What each store that ever had them has of these SKUs.
    public static List<Availability> of(
            StatelessSession session, Collection<Sku> skus, Instant now) {
        return Sql.list(
                session,
                "select b.store_id, b.sku, sc.last_contact, "
                        + COLUMN
                        + " as available from stock_balance b"
                        + " left join online_stock o using (store_id, sku)"
                        + " left join store_contact sc using (store_id)"
                        + " where b.sku = any (?) order by b.store_id",
                Availability::from,
                now,
                Column.texts(skus.stream().map(Sku::value).toList()));
    }

    /// Head office decides how much of an item at a store is kept back, and how much set aside.
    public static void keepBack(
            StatelessSession session, StoreId store, Sku sku, Quantity safety, Quantity setAside) {
        Sql.update(
                session,
                "insert into online_stock (store_id, sku, safety, set_aside) values (?, ?, ?, ?) on"
                        + " conflict (store_id, sku) do update set safety = excluded.safety,"
                        + " set_aside = excluded.set_aside",
                store.value(),
                sku.value(),
                safety.decimal(),
                setAside.decimal());
    }

    public static Instant notSilentSince(Instant now) {
        return now.minus(SILENT_AFTER);
    }

    private static Availability from(ResultSet row) throws SQLException {
        return new Availability(
                new StoreId(row.getString("store_id")),
                new Sku(row.getString("sku")),
                Quantity.of(row.getBigDecimal("available")),
                Sql.optionalInstant(row, "last_contact"));
    }
}
