package kmmotos.installers.demo;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import kmmotos.model.catalog.Sku;
import kmmotos.model.money.Quantity;
import kmmotos.model.staff.Role;
import kmmotos.model.stores.StoreId;
import kmmotos.server.storage.Caller;
import kmmotos.server.storage.Database;

/// What the server holds, read with head office's eyes and not through the code that wrote it.
public record ChainDatabase(Database database) {
    private static final Caller HEAD_OFFICE =
            new Caller.Staff(new UUID(0, 1), Role.HEAD_OFFICE, Set.of());

    /// Receipt number to total in minor units, of one store.
    public Map<String, Long> receipts(StoreId store) {
        Map<String, Long> totals = new TreeMap<>();
        rows("select receipt_number, total_minor from sale where store_id = ?1", store)
                .forEach(row -> totals.put((String) row[0], ((Number) row[1]).longValue()));
        return totals;
    }

    public Map<Sku, Quantity> stock(StoreId store) {
        Map<Sku, Quantity> stock = new TreeMap<>();
        rows("select sku, on_hand from stock_balance where store_id = ?1", store)
                .forEach(row ->
                        stock.put(new Sku((String) row[0]), Quantity.of((BigDecimal) row[1])));
        return stock;
    }

    /// Store, sales, lines, total, cash and card in minor units, over all days.
    public List<Object[]> takings() {
        return rows(
                """
                select store_id, sum(sales), sum(lines), sum(total_minor), sum(cash_minor), sum(card_minor)
                from takings group by store_id order by store_id\
                """);
    }

    /// Store, number and proof of every closed shift.
    public List<Object[]> closedShifts() {
        return rows(
                """
                select store_id, z_number, proof from shift
                where closed_at is not null order by store_id, z_number\
                """);
    }

    /// State and count of web orders.
    public List<Object[]> orders() {
        return rows("select state, count(*) from customer_order group by state order by state");
    }

    private List<Object[]> rows(String sql, Object... parameters) {
        return database.inTransaction(
                HEAD_OFFICE,
                session -> {
                    var query = session.createNativeQuery(sql, Object[].class);
                    for (int i = 0; i < parameters.length; i++) {
                        query.setParameter(i + 1, parameters[i].toString());
                    }
                    return query.getResultList();
                });
    }
}
