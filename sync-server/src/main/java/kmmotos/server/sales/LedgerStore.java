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
import kmmotos.model.shifts.CashMovement;
import kmmotos.model.stores.StoreId;
import kmmotos.server.storage.Sql;
import kmmotos.server.storage.Sql.Column;
import org.hibernate.StatelessSession;

/// The ledger: for each event, lines that add up to 0.
///
/// Accounts: `cash`, `foreign_cash` (at its worth) and `card` take what was paid in, `sales` gives
/// the net and `tax` the tax. `gift_card` is what the shop owes on cards, below 0, and `account`
/// what customers owe. Cash that moves without a sale comes from or goes to the account of its
/// purpose ([kmmotos.model.shifts.CashPurpose#account]); what is missing when a drawer is counted
/// goes to `cash_difference`. Goods that come are `inventory`, against
/// `goods_received_not_invoiced`; what goes back to a supplier is `supplier_claims` until it is
/// credited, and what is corrected goes to the account of its reason
/// ([kmmotos.model.stock.StockAdjustment.Reason#account]), both at average cost. `deposit` is what
/// is owed for orders of counters, below 0, and `deposit_fees` what was kept of it when one was
/// cancelled. `core_deposits` is owed for old parts that are still to come back, below 0.
public final class LedgerStore {

    private LedgerStore() {}

    /// What one event posts.
    ///
    /// @param amounts by account; they add up to 0
    public record Posting(UUID eventId, StoreId store, LocalDate day, Map<String, Money> amounts) {

        static Posting of(UUID eventId, Sale sale) {
            Map<String, Money> amounts = new TreeMap<>();
            for (Tender tender : sale.tenders()) {
                amounts.merge(tender.kind(), tender.amount(), Money::plus);
            }
            Money cores = sale.coreCharges();
            amounts.put("sales", sale.total().minus(sale.tax()).minus(cores).negated());
            amounts.put("core_deposits", cores.negated());
            amounts.put("tax", sale.tax().negated());
            return new Posting(eventId, sale.store(), sale.businessDay(), amounts);
        }

        static Posting of(UUID eventId, CashMovement movement) {
            return cash(
                    eventId,
                    movement.store(),
                    movement.businessDay(),
                    movement.change(),
                    movement.purpose().account());
        }

        /// Cash that comes from one other account, or goes there.
        static Posting cash(
                UUID eventId, StoreId store, LocalDate day, Money change, String account) {
            return new Posting(
                    eventId, store, day, Map.of("cash", change, account, change.negated()));
        }
    }

    private record Line(Posting posting, int n, String account, Money amount) {}

    public static void post(StatelessSession session, List<Posting> postings) {
        List<Line> lines = postings.stream().flatMap(posting -> lines(posting).stream()).toList();
        if (lines.isEmpty()) {
            return;
        }
        Sql.update(
                session,
                """
                insert into ledger_line
                    (store_id, event_id, n, business_day, account, currency, amount_minor)
                select l.* from unnest(?, ?, ?, ?, ?, ?, ?) as l\
                """,
                Column.of("text", lines, line -> line.posting().store().value()),
                Column.uuids(lines.stream().<UUID>map(line -> line.posting().eventId()).toList()),
                Column.integers(lines.stream().map(Line::n).toList()),
                Column.days(lines.stream().<LocalDate>map(line -> line.posting().day()).toList()),
                Column.texts(lines.stream().map(Line::account).toList()),
                Column.texts(
                        lines.stream()
                                .map(line -> line.amount().currency().getCurrencyCode())
                                .toList()),
                Column.longs(lines.stream().map(line -> line.amount().minor()).toList()));
    }

    private static List<Line> lines(Posting posting) {
        List<Line> lines = new ArrayList<>();
        new TreeMap<>(posting.amounts())
                .forEach((account, amount) -> {
                    if (!amount.isZero()) {
                        lines.add(new Line(posting, lines.size() + 1, account, amount));
                    }
                });
        return lines;
    }
}
