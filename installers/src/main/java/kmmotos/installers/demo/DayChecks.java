package kmmotos.installers.demo;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import kmmotos.installers.till.HeadlessTill;
import kmmotos.model.catalog.Sku;
import kmmotos.model.money.Quantity;
import kmmotos.model.sales.Sale;

/// Whether head office knows exactly what happened in the shops.
record DayChecks(ChainDatabase chain, List<Sale> sales, List<HeadlessTill> tills) {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    /// What is wrong, in plain words; empty when all is well.
    List<String> problems() {
        List<String> problems = new ArrayList<>();
        for (HeadlessTill till : tills) {
            String name = till.store().name();
            Map<String, Long> rungUp = rungUpAt(till);
            if (!rungUp.equals(chain.receipts(till.store().storeId()))) {
                problems.add(name + ": head office has other receipts than the till printed");
            }
            if (!List.copyOf(till.printed()).equals(receiptsInOrder(till))) {
                problems.add(name + ": not every sale was printed once");
            }
            problems.addAll(differingStock(till));
            till.awaitComparison(PATIENCE)
                    .forEach(type -> problems.add(name + ": the till shows another " + type));
        }
        chain.closedShifts().stream()
                .filter(shift -> !"proved".equals(shift[2]))
                .forEach(shift ->
                        problems.add("Z " + shift[1] + " of " + shift[0] + ": " + shift[2]));
        return problems;
    }

    private Map<String, Long> rungUpAt(HeadlessTill till) {
        Map<String, Long> totals = new TreeMap<>();
        salesAt(till)
                .forEach(sale -> totals.put(sale.receiptNumber().toString(), sale.total().minor()));
        return totals;
    }

    private List<String> receiptsInOrder(HeadlessTill till) {
        return salesAt(till).stream().map(sale -> sale.receiptNumber().toString()).toList();
    }

    private List<Sale> salesAt(HeadlessTill till) {
        return sales.stream().filter(sale -> sale.device().equals(till.device())).toList();
    }

    private List<String> differingStock(HeadlessTill till) {
        Map<Sku, Quantity> central = chain.stock(till.store().storeId());
        return central.entrySet().stream()
                .filter(entry -> !till.onHand(entry.getKey()).equals(entry.getValue()))
                .map(entry ->
                        "%s: %s of %s at the till, %s at head office"
                                .formatted(
                                        till.store().name(),
                                        till.onHand(entry.getKey()),
                                        entry.getKey(),
                                        entry.getValue()))
                .limit(10)
                .toList();
    }
}
