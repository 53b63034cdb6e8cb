package kmmotos.server.sales;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import kmmotos.model.money.Money;
import kmmotos.model.sales.Sale;
import kmmotos.model.sales.Tender;
import kmmotos.server.storage.Sql;
import kmmotos.server.storage.Sql.Column;
import org.hibernate.StatelessSession;

/// The ledger: for each sale, lines that add up to 0.
///
/// Accounts: `cash` and `card` take what was paid in, `sales` gives the net and `tax` the tax.
/// `gift_card` is what the shop owes on cards, below 0, and `account` what customers owe.
final class LedgerStore {

    private LedgerStore() {}

    private record Line(SaleEffect.Told told, int n, String account, Money amount) {}

    static void post(StatelessSession session, List<SaleEffect.Told> told) {
        List<Line> lines = told.stream().flatMap(one -> lines(one).stream()).toList();
        Sql.update(
                session,
                """
                insert into ledger_line
                    (store_id, event_id, n, business_day, account, currency, amount_minor)
                select l.* from unnest(?, ?, ?, ?, ?, ?, ?) as l\
                """,
                Column.of("text", lines, line -> line.told().sale().store().value()),
                Column.uuids(lines.stream().<UUID>map(line -> line.told().eventId()).toList()),
                Column.integers(lines.stream().map(Line::n).toList()),
                Column.days(
                        lines.stream()
                                .<LocalDate>map(line -> line.told().sale().businessDay())
                                .toList()),
                Column.texts(lines.stream().map(Line::account).toList()),
                Column.texts(
                        lines.stream()
                                .map(line -> line.amount().currency().getCurrencyCode())
                                .toList()),
                Column.longs(lines.stream().map(line -> line.amount().minor()).toList()));
    }

    private static List<Line> lines(SaleEffect.Told told) {
        Sale sale = told.sale();
        Map<String, Money> amounts = new TreeMap<>();
        for (Tender tender : sale.tenders()) {
            amounts.merge(tender.kind(), tender.amount(), Money::plus);
        }
        amounts.put("sales", sale.total().minus(sale.tax()).negated());
        amounts.put("tax", sale.tax().negated());
        List<Line> lines = new ArrayList<>();
        amounts.forEach((account, amount) -> {
            if (!amount.isZero()) {
                lines.add(new Line(told, lines.size() + 1, account, amount));
            }
        });
        return lines;
    }
}
