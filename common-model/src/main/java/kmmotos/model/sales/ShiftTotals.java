package kmmotos.model.sales;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Collections;
import java.util.Currency;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import kmmotos.model.money.Money;
import kmmotos.model.shifts.CashMovement;
import kmmotos.model.shifts.CashTotals;
import kmmotos.model.shifts.ForeignTotals;

/// What the sales and cash movements of a shift add up to. Folding the same ones in any order gives
/// the same totals, at the till and at the server.
///
/// @param saleCount documents whose total is 0 or more
/// @param returnCount documents whose total is below 0
/// @param sold sum of the totals above 0
/// @param returned sum of the totals below 0, so 0 or less
/// @param tax over all documents
/// @param byTender paid in by each kind of tender, less what was paid back
/// @param foreign the foreign cash that was taken; absent if there was none
/// @param cash what was put into the drawer and taken out otherwise; absent if it never was
public record ShiftTotals(
        int saleCount,
        int returnCount,
        Money sold,
        Money returned,
        Money tax,
        SortedMap<String, Money> byTender,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) Optional<CashTotals> cash,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) Optional<ForeignTotals> foreign) {

    public ShiftTotals {
        byTender = Collections.unmodifiableSortedMap(new TreeMap<>(byTender));
    }

    public ShiftTotals(
            int saleCount,
            int returnCount,
            Money sold,
            Money returned,
            Money tax,
            SortedMap<String, Money> byTender,
            Optional<CashTotals> cash) {
        this(saleCount, returnCount, sold, returned, tax, byTender, cash, Optional.empty());
    }

    public ShiftTotals(
            int saleCount,
            int returnCount,
            Money sold,
            Money returned,
            Money tax,
            SortedMap<String, Money> byTender) {
        this(saleCount, returnCount, sold, returned, tax, byTender, Optional.empty());
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
                tenders,
                cash,
                sale.tenders().stream()
                        .filter(Tender.ForeignCash.class::isInstance)
                        .map(Tender.ForeignCash.class::cast)
                        .map(part -> ForeignTotals.of(part.given(), part.change()))
                        .reduce(ForeignTotals::plus)
                        .map(this::withForeign)
                        .orElse(foreign));
    }

    private Optional<ForeignTotals> withForeign(ForeignTotals more) {
        return Optional.of(foreign.map(more::plus).orElse(more));
    }

    public ShiftTotals plus(CashMovement movement) {
        return new ShiftTotals(
                saleCount,
                returnCount,
                sold,
                returned,
                tax,
                byTender,
                Optional.of(cashMoved().plus(movement)),
                foreign);
    }

    /// Of a shift at one register and of what it goes on with.
    public ShiftTotals plus(ShiftTotals other) {
        SortedMap<String, Money> tenders = new TreeMap<>(byTender);
        other.byTender.forEach((kind, amount) -> tenders.merge(kind, amount, Money::plus));
        return new ShiftTotals(
                saleCount + other.saleCount,
                returnCount + other.returnCount,
                sold.plus(other.sold),
                returned.plus(other.returned),
                tax.plus(other.tax),
                tenders,
                cash.isEmpty() ? other.cash : Optional.of(cashMoved().plus(other.cashMoved())),
                other.foreign.flatMap(this::withForeign).or(() -> foreign));
    }

    /// What was taken in all.
    public Money takings() {
        return sold.plus(returned);
    }

    /// What was taken by one kind of tender; 0 if none was.
    public Money by(String tenderKind) {
        return byTender.getOrDefault(tenderKind, Money.zero(sold.currency()));
    }

    public CashTotals cashMoved() {
        return cash.orElseGet(() -> CashTotals.none(sold.currency()));
    }

    /// By how much there is more of the shop's money in the drawer than at the beginning.
    public Money cashInDrawer() {
        return by("cash").plus(cashMoved().net()).minus(changeForForeign());
    }

    /// What was handed back for foreign cash.
    public Money changeForForeign() {
        return foreign.map(ForeignTotals::change).orElseGet(() -> Money.zero(sold.currency()));
    }

    /// The foreign cash that is in the drawer, by the currency's code.
    public SortedMap<String, Money> foreignInDrawer() {
        return foreign.map(ForeignTotals::given).orElseGet(TreeMap::new);
    }
}
