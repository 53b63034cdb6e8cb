package kmmotos.installers.replay;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/// The direct sums over a file, which tills and server must arrive at as well.
record RetailTotals(
        int invoices,
        long lines,
        long cancellationLines,
        long units,
        BigDecimal money,
        long zeroPrices,
        long negativePrices,
        long writeOffs,
        Map<String, SkuTotal> bySku) {

    /// What one SKU adds up to.
    record SkuTotal(long units, BigDecimal money) {
        private static final SkuTotal NOTHING = new SkuTotal(0, BigDecimal.ZERO);

        SkuTotal plus(RetailLine line) {
            return new SkuTotal(units + line.quantity(), money.add(line.money()));
        }
    }

    static RetailTotals of(List<RetailInvoice> invoices) {
        return new RetailTotals(
                invoices.size(),
                count(invoices, _ -> true, _ -> true),
                count(invoices, RetailInvoice::isCancellation, _ -> true),
                invoices.stream()
                        .flatMap(invoice -> invoice.lines().stream())
                        .mapToLong(RetailLine::quantity)
                        .sum(),
                invoices.stream()
                        .map(RetailInvoice::money)
                        .reduce(BigDecimal.ZERO, BigDecimal::add),
                count(invoices, _ -> true, line -> line.unitPrice().signum() == 0),
                count(invoices, _ -> true, line -> line.unitPrice().signum() < 0),
                count(invoices, i -> !i.isCancellation(), line -> line.quantity() < 0),
                bySku(invoices));
    }

    private static long count(
            List<RetailInvoice> invoices,
            Predicate<RetailInvoice> which,
            Predicate<RetailLine> line) {
        return invoices.stream()
                .filter(which)
                .flatMap(invoice -> invoice.lines().stream())
                .filter(line)
                .count();
    }

    private static Map<String, SkuTotal> bySku(List<RetailInvoice> invoices) {
        Map<String, SkuTotal> totals = new TreeMap<>();
        for (RetailInvoice invoice : invoices) {
            for (RetailLine line : invoice.lines()) {
                totals.merge(
                        line.sku(), SkuTotal.NOTHING.plus(line), (before, _) -> before.plus(line));
            }
        }
        return totals;
    }
}
