package kmmotos.installers.replay;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import kmmotos.installers.files.CsvRows;

/// The catalogue that the invoices imply: each SKU with the longest name and the highest price it
/// was sold by. Its rows go through the server's import, like those of any other chain.
record RetailCatalogue(Map<String, Item> items) {
    static final String ZONE = "UK";
    static final String CATEGORY = "retail";
    private static final String NOTE =
            "From the invoices of \"Online Retail\" (Daqing Chen, UCI, CC BY 4.0), see docs/replay.md.";

    record Item(String name, BigDecimal price) {
        Item and(RetailLine line) {
            return new Item(
                    line.description().length() > name.length() ? line.description() : name,
                    line.unitPrice().max(price));
        }
    }

    static RetailCatalogue of(List<RetailInvoice> invoices) {
        Map<String, Item> items = new TreeMap<>();
        for (RetailInvoice invoice : invoices) {
            for (RetailLine line : invoice.lines()) {
                items.merge(
                        line.sku(),
                        new Item("", BigDecimal.ZERO).and(line),
                        (item, _) -> item.and(line));
            }
        }
        return new RetailCatalogue(items);
    }

    /// Writes categories.csv, products.csv and prices.csv.
    void writeTo(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        try (CsvRows categories =
                        new CsvRows(folder.resolve("categories.csv"), NOTE, "category,name_en");
                CsvRows products =
                        new CsvRows(
                                folder.resolve("products.csv"), NOTE, "sku,name_en,category,unit");
                CsvRows prices =
                        new CsvRows(
                                folder.resolve("prices.csv"), NOTE, "zone,sku,amount,currency")) {
            categories.add(CATEGORY, "Retail");
            items.forEach((sku, item) -> {
                products.add(sku, item.name().isEmpty() ? sku : item.name(), CATEGORY, "piece");
                prices.add(ZONE, sku, item.price().toPlainString(), "GBP");
            });
        }
    }
}
