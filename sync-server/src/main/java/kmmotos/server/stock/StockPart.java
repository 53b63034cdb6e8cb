package kmmotos.server.stock;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.function.Consumer;
import kmmotos.model.catalog.Sku;
import kmmotos.model.money.Quantity;
import kmmotos.model.stores.Store;
import kmmotos.model.sync.Policy;
import kmmotos.model.sync.Scope;
import kmmotos.server.storage.Sql;
import kmmotos.server.sync.SnapshotPart;
import org.hibernate.StatelessSession;

/// What the till's store has on hand, as far as the server knows.
public final class StockPart implements SnapshotPart {

    private static final int ROWS_AT_A_TIME = 1_000;

    @Override
    public Scope scope(Store store) {
        return Scope.store(store.storeId());
    }

    @Override
    public String type() {
        return "stock_level";
    }

    @Override
    public long count(StatelessSession session, Store store) {
        return Sql.first(
                        session,
                        "select count(*) from stock_balance where store_id = ? and on_hand <> 0",
                        row -> row.getLong(1),
                        store.storeId().value())
                .orElse(0L);
    }

    @Override
    public void write(StatelessSession session, Store store, Consumer<Policy> out) {
        session.doWork(connection -> {
            try (PreparedStatement statement =
                    Sql.prepare(
                            connection,
                            """
                            select sku, on_hand from stock_balance
                            where store_id = ? and on_hand <> 0 order by sku\
                            """,
                            store.storeId().value())) {
                statement.setFetchSize(ROWS_AT_A_TIME);
                try (ResultSet rows = statement.executeQuery()) {
                    while (rows.next()) {
                        out.accept(
                                new Policy.StockLevel(
                                        store.storeId(),
                                        new Sku(rows.getString("sku")),
                                        Quantity.of(rows.getBigDecimal("on_hand"))));
                    }
                }
            }
        });
    }
}
