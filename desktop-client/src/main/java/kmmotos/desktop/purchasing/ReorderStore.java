package kmmotos.desktop.purchasing;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import kmmotos.desktop.storage.Sql;
import kmmotos.model.catalog.Sku;
import kmmotos.model.money.Quantity;
import kmmotos.model.purchasing.Reorder;
import kmmotos.model.purchasing.ReorderLevel;
import org.hibernate.StatelessSession;

/// The levels that head office set for this shop, and what left its shelves lately.
public final class ReorderStore {

    private static final int MOST = 100_000;

    public void put(StatelessSession session, ReorderLevel level) {
        if (level.isSet()) {
            Sql.run(
                    session,
                    "merge into reorder_level (sku, low, high) key (sku) values (?1, ?2, ?3)",
                    level.sku().value(),
                    level.min().thousandths(),
                    level.max().thousandths());
        } else {
            Sql.run(session, "delete from reorder_level where sku = ?1", level.sku().value());
        }
    }

    /// Forgets what the server told.
    public void clear(StatelessSession session) {
        Sql.run(session, "delete from reorder_level");
    }

    /// When each item runs short: by its level, or else by what was sold since a moment.
    ///
    /// @param days how long ago that moment is
    public Map<Sku, Reorder> all(StatelessSession session, Instant since, int days) {
        Map<Sku, Reorder> all = new LinkedHashMap<>();
        Sql.list(
                        session,
                        Object[].class,
                        MOST,
                        "select sku, sum(-change) from stock_movement where at >= ?1"
                                + " and (reason = 'sale_completed'"
                                + " or (reason = 'other_till' and change < 0))"
                                + " group by sku having sum(-change) > 0 order by sku",
                        since)
                .forEach(row ->
                        all.put(
                                new Sku((String) row[0]),
                                Reorder.bySales(
                                        new Quantity(((Number) row[1]).longValue()), days)));
        Sql.list(
                        session,
                        Object[].class,
                        MOST,
                        "select sku, low, high from reorder_level order by sku")
                .forEach(row ->
                        all.put(
                                new Sku((String) row[0]),
                                new Reorder(
                                        new Quantity((Long) row[1]), new Quantity((Long) row[2]))));
        return all;
    }
}
