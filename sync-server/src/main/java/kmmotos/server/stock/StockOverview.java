package kmmotos.server.stock;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kmmotos.model.catalog.PartNumber;
import kmmotos.model.catalog.Sku;
import kmmotos.model.money.Quantity;
import kmmotos.model.stores.StoreId;
import kmmotos.server.http.Languages;
import kmmotos.server.http.Page;
import kmmotos.server.storage.Sql;
import org.hibernate.StatelessSession;
import org.jspecify.annotations.Nullable;

/// The stock of all stores in one list, by SKU and store.
final class StockOverview {

    /// @param available what the online shop can promise
    /// @param keptBack because head office says so, or because the store may have sold it since it
    ///   was last heard
    /// @param bins where it lies; the first is where it is picked
    /// @param sellsPerDay the mean of the last 28 days
    /// @param asOf when the store was last heard of
    /// @param silent whether that is too long ago
    record Line(
            Sku sku,
            String description,
            StoreId store,
            Quantity onHand,
            Quantity reserved,
            Quantity inTransit,
            Quantity available,
            Quantity keptBack,
            List<String> bins,
            BigDecimal sellsPerDay,
            Optional<Instant> asOf,
            boolean silent) {}

    /// @param below only lines with less on hand than this
    record Wanted(
            Optional<StoreId> store,
            Optional<String> number,
            Optional<Quantity> below,
            Page.Wanted page) {}

    /// What the whole chain has of it.
    record Sum(long lines, Quantity onHand, Quantity reserved, long shortages) {}

    private StockOverview() {}

    static Page<Line> page(
            StatelessSession session, Wanted wanted, Languages languages, Instant now) {
        StringBuilder sql =
                new StringBuilder(
                        "select b.*, v.names, v.options, sc.last_contact, coalesce(sc.last_contact < ?,"
                                + " true) as silent, "
                                + Availability.COLUMN
                                + " as available, "
                                + Availability.KEPT_BACK
                                + " as kept_back, coalesce(o.sells_per_day, 0) as sells_per_day,"
                                + " array_to_string(i.bins, ',') as bins from stock_balance b"
                                + " left join variant v using (sku)"
                                + " left join item_bin i using (store_id, sku)"
                                + " left join online_stock o using (store_id, sku)"
                                + " left join store_contact sc using (store_id) where true");
        List<@Nullable Object> parameters = new ArrayList<>();
        parameters.add(Availability.notSilentSince(now));
        parameters.add(now);
        parameters.add(now);
        filter(wanted, sql, parameters);
        sql.append(" order by b.sku, b.store_id limit ?");
        parameters.add(wanted.page().rowsToRead());
        List<Line> lines =
                Sql.list(
                        session, sql.toString(), row -> line(row, languages), parameters.toArray());
        return Page.of(
                lines, wanted.page(), line -> List.of(line.sku().value(), line.store().value()));
    }

    private static void filter(
            Wanted wanted, StringBuilder sql, List<@Nullable Object> parameters) {
        wanted.store()
                .ifPresent(store -> {
                    sql.append(" and b.store_id = ?");
                    parameters.add(store.value());
                });
        wanted.number()
                .map(PartNumber::normalized)
                .filter(number -> !number.isEmpty())
                .ifPresent(number -> {
                    sql.append(
                            " and b.sku in (select sku from part_number where number >= ?"
                                    + " and number < ?)");
                    parameters.add(number);
                    parameters.add(number + '\uffff');
                });
        wanted.below()
                .ifPresent(quantity -> {
                    sql.append(" and b.on_hand < ?");
                    parameters.add(quantity.decimal());
                });
        if (!wanted.page().first()) {
            sql.append(" and (b.sku, b.store_id) > (?, ?)");
            parameters.addAll(wanted.page().after());
        }
    }

    private static Line line(ResultSet row, Languages languages) throws SQLException {
        return new Line(
                new Sku(row.getString("sku")),
                row.getString("names") == null ? "" : LineName.from(row).in(languages),
                new StoreId(row.getString("store_id")),
                Quantity.of(row.getBigDecimal("on_hand")),
                Quantity.of(row.getBigDecimal("reserved")),
                Quantity.of(row.getBigDecimal("in_transit")),
                Quantity.of(row.getBigDecimal("available")),
                Quantity.of(row.getBigDecimal("kept_back")),
                bins(row.getString("bins")),
                row.getBigDecimal("sells_per_day").setScale(2, RoundingMode.HALF_UP),
                Sql.optionalInstant(row, "last_contact"),
                row.getBoolean("silent"));
    }

    private static List<String> bins(@Nullable String joined) {
        return joined == null || joined.isEmpty() ? List.of() : List.of(joined.split(",", -1));
    }
}
