package kmmotos.desktop.purchasing;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import kmmotos.desktop.stock.StockStore;
import kmmotos.desktop.storage.Sql;
import kmmotos.model.catalog.Sku;
import kmmotos.model.money.Quantity;
import kmmotos.model.purchasing.Reorder;
import kmmotos.model.purchasing.ReorderLevel;
import org.hibernate.StatelessSession;

/// The levels that head office set for this shop, and what left its shelves lately.
public final class ReorderStore {

    private static final int MOST = 100_000;

    private final StockStore stock;

    /// @param stock knows what was sold
    public ReorderStore(StockStore stock) {
        this.stock = stock;
    }

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
        stock.soldSince(session, since)
                .forEach((sku, sold) -> all.put(sku, Reorder.bySales(sold, days)));
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
