package kmmotos.model.sales;

import java.util.Collections;
import java.util.Currency;
import java.util.SortedMap;
import java.util.TreeMap;
import kmmotos.model.money.Money;

/// What the sales of a shift add up to. Folding the same sales in any order gives the same totals,
/// at the till and at the server.
///
/// @param saleCount documents whose total is 0 or more
/// @param returnCount documents whose total is below 0
/// @param sold sum of the totals above 0
/// @param returned sum of the totals below 0, so 0 or less
/// @param tax over all documents
/// @param byTender paid in by each kind of tender, less what was paid back
public record ShiftTotals(
        int saleCount,
        int returnCount,
        Money sold,
        Money returned,
        Money tax,
        SortedMap<String, Money> byTender) {

    public ShiftTotals {
        byTender = Collections.unmodifiableSortedMap(new TreeMap<>(byTender));
    }

    public static ShiftTotals none(Currency currency) {
        Money zero = Money.zero(currency);
        return new ShiftTotals(0, 0, zero, zero, zero, new TreeMap<>());
    }

    public ShiftTotals plus(Sale sale) {
        boolean isReturn = sale.total().isNegative();
        SortedMap<String, Money> tenders = new TreeMap<>(byTender);
        for (Tender tender : sale.tenders()) {
            tenders.merge(tender.kind(), tender.amount(), Money::plus);
        }
        return new ShiftTotals(
                saleCount + (isReturn ? 0 : 1),
                returnCount + (isReturn ? 1 : 0),
                isReturn ? sold : sold.plus(sale.total()),
                isReturn ? returned.plus(sale.total()) : returned,
                tax.plus(sale.tax()),
                tenders);
    }

    /// What was taken in all.
    public Money takings() {
        return sold.plus(returned);
    }

    /// What was taken by one kind of tender; 0 if none was.
    public Money by(String tenderKind) {
        return byTender.getOrDefault(tenderKind, Money.zero(sold.currency()));
    }
}
