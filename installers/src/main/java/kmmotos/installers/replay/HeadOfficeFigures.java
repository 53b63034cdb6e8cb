package kmmotos.installers.replay;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import kmmotos.server.storage.Caller;
import kmmotos.server.storage.Database;
import org.hibernate.StatelessSession;

/// The same sums as [RetailTotals], from what the server holds.
final class HeadOfficeFigures {
    private static final String LINES =
            """
            select count(*), coalesce(sum(quantity), 0), coalesce(sum(total_minor), 0),
                count(*) filter (where lower(kind) = 'return'),
                count(*) filter (where lower(kind) = 'write_off'),
                count(*) filter (where unit_price = 0),
                count(*) filter (where unit_price < 0)
            from sale_line\
            """;
    private static final String BY_SKU =
            "select sku, sum(quantity), sum(total_minor) from sale_line group by sku";

    private HeadOfficeFigures() {}

    static RetailTotals read(Database database, Caller headOffice) {
        return database.inTransaction(headOffice, HeadOfficeFigures::read);
    }

    private static RetailTotals read(StatelessSession session) {
        Number sales =
                (Number)
                        session.createNativeQuery("select count(*) from sale", Object.class)
                                .getSingleResult();
        Object[] lines = session.createNativeQuery(LINES, Object[].class).getSingleResult();
        return new RetailTotals(
                sales.intValue(),
                number(lines[0]),
                number(lines[3]),
                number(lines[1]),
                money(lines[2]),
                number(lines[5]),
                number(lines[6]),
                number(lines[4]),
                bySku(session));
    }

    private static Map<String, RetailTotals.SkuTotal> bySku(StatelessSession session) {
        List<Object[]> rows = session.createNativeQuery(BY_SKU, Object[].class).getResultList();
        Map<String, RetailTotals.SkuTotal> totals = new TreeMap<>();
        for (Object[] row : rows) {
            totals.put((String) row[0], new RetailTotals.SkuTotal(number(row[1]), money(row[2])));
        }
        return totals;
    }

    private static long number(Object value) {
        return new BigDecimal(value.toString()).longValueExact();
    }

    private static BigDecimal money(Object minor) {
        return BigDecimal.valueOf(number(minor), 2);
    }
}
