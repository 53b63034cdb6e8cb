package kmmotos.installers.replay;

import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import kmmotos.installers.terminal.Table;

/// File against head office, figure by figure.
record Comparison(RetailTotals file, RetailTotals server) {

    boolean isEqual() {
        return file.equals(server);
    }

    @Override
    public String toString() {
        Table table = new Table("", "in the file", "at head office");
        row(table, "invoices", RetailTotals::invoices);
        row(table, "lines", RetailTotals::lines);
        row(table, "cancellation lines", RetailTotals::cancellationLines);
        row(table, "net units", RetailTotals::units);
        row(table, "total GBP", RetailTotals::money);
        row(table, "lines of price 0", RetailTotals::zeroPrices);
        row(table, "lines of a negative price", RetailTotals::negativePrices);
        row(table, "write-offs", RetailTotals::writeOffs);
        row(table, "SKUs", totals -> totals.bySku().size());
        return table + "\n  " + differingSkus();
    }

    private void row(Table table, String name, Function<RetailTotals, Object> figure) {
        table.row(name, figure.apply(file), figure.apply(server));
    }

    private String differingSkus() {
        Set<String> skus = new TreeSet<>(file.bySku().keySet());
        skus.addAll(server.bySku().keySet());
        skus.removeIf(
                sku -> java.util.Objects.equals(file.bySku().get(sku), server.bySku().get(sku)));
        return skus.isEmpty()
                ? "Units and money of every single SKU are equal."
                : skus.size() + " SKUs differ, such as " + skus.stream().limit(5).toList();
    }
}
