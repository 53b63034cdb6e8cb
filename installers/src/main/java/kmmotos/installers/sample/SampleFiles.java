package kmmotos.installers.sample;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import kmmotos.installers.files.CsvRows;

/// The sample's catalogue, prices and opening stock as the files that docs/import.md describes.
public final class SampleFiles {
    private static final String NOTE =
            "Sample data of KM Motos: invented parts, prices and stock for real motorcycles.";
    private static final String ZONE = "BR";
    private static final String CURRENCY = "BRL";
    private static final BigDecimal WHOLESALE = new BigDecimal("0.82");
    private static final long STOCK_SEED = 42;
    private static final int BINNED = 240;
    private static final int ORDERED = 5;

    /// How many of 100 parts each shop keeps, and how deep: the first shop is the largest.
    private static final List<Shop> SHOPS =
            List.of(new Shop("S1", 70, 24), new Shop("S2", 45, 12), new Shop("S3", 50, 16));

    private final Path folder;
    private final List<SamplePart> parts = SampleParts.make();
    private final List<SampleKits.SampleKit> kits = SampleKits.of(parts);
    private final List<OnHand> onHand = onHand(parts);

    private SampleFiles(Path folder) {
        this.folder = folder;
    }

    public static SampleFiles writeTo(Path folder) {
        SampleFiles files = new SampleFiles(folder);
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        files.writeCategories();
        files.writeProducts();
        files.writePrices();
        files.writeStock();
        files.writePurchaseOrders();
        files.writeReorderLevels();
        files.writeBins();
        return files;
    }

    public Path categories() {
        return folder.resolve("categories.csv");
    }

    public Path products() {
        return folder.resolve("products.csv");
    }

    public Path prices() {
        return folder.resolve("prices.csv");
    }

    public Path stock() {
        return folder.resolve("stock.csv");
    }

    public Path reorderLevels() {
        return folder.resolve("reorder-levels.csv");
    }

    public Path bins() {
        return folder.resolve("bins.csv");
    }

    public Path purchaseOrders() {
        return folder.resolve("purchase-orders.csv");
    }

    private void writeCategories() {
        try (CsvRows rows = new CsvRows(categories(), NOTE, CategoryRow.HEADER)) {
            for (CategoryRow category : SampleRows.read("categories.csv", CategoryRow.class)) {
                rows.add(
                        category.category(),
                        category.name_en(),
                        category.name_pt_BR(),
                        category.name_es());
            }
        }
    }

    private void writeProducts() {
        try (CsvRows rows =
                new CsvRows(
                        products(),
                        NOTE,
                        "sku,product,variant,name_en,name_pt_BR,name_es,brand,category,unit,"
                                + "tax_category,gtins,part_numbers,superseded_by,core_charge,fits,"
                                + "kit,tracking")) {
            parts.forEach(part -> writeProduct(rows, part));
            kits.forEach(kit -> writeKit(rows, kit));
        }
    }

    private static void writeProduct(CsvRows rows, SamplePart part) {
        PartFamily family = part.family();
        rows.add(
                part.sku(),
                part.product(),
                part.variant(),
                part.names().english(),
                part.names().portuguese(),
                part.names().spanish(),
                part.brand(),
                family.category(),
                family.unit(),
                "standard",
                part.gtin(),
                part.partNumbers(),
                Objects.requireNonNullElse(part.supersededBy(), ""),
                family.core() == null ? "" : family.core().setScale(2, RoundingMode.UNNECESSARY),
                part.fits(),
                "",
                part.family().isToldApart() ? "serial" : "");
    }

    private static void writeKit(CsvRows rows, SampleKits.SampleKit kit) {
        rows.add(
                kit.sku(),
                kit.sku(),
                "",
                kit.names().english(),
                kit.names().portuguese(),
                kit.names().spanish(),
                "",
                "filters/oil",
                "set",
                "standard",
                "",
                "",
                "",
                "",
                kit.bike().fits(),
                kit.contents(),
                "");
    }

    private void writePrices() {
        try (CsvRows rows =
                new CsvRows(
                        prices(),
                        NOTE,
                        "zone,sku,amount,currency,min_quantity,group,store,from,until")) {
            for (SamplePart part : parts) {
                price(rows, part, BigDecimal.ONE, "", "");
                price(rows, part, WHOLESALE, "", "wholesale");
                if (part.family().isCheaperInQuantity()) {
                    price(rows, part, new BigDecimal("0.95"), "5", "");
                    price(rows, part, new BigDecimal("0.90"), "20", "");
                }
            }
            kits.forEach(
                    kit -> rows.add(ZONE, kit.sku(), kit.price(), CURRENCY, "", "", "", "", ""));
        }
    }

    private static void price(
            CsvRows rows, SamplePart part, BigDecimal factor, String minimum, String group) {
        BigDecimal amount = part.price().multiply(factor).setScale(2, RoundingMode.HALF_UP);
        rows.add(ZONE, part.sku(), amount, CURRENCY, minimum, group, "", "", "");
    }

    private void writeStock() {
        try (CsvRows rows = new CsvRows(stock(), NOTE, "store,sku,quantity")) {
            onHand.forEach(row -> rows.add(row.store(), row.sku(), row.quantity()));
        }
    }

    /// One order for each shop, of a few articles that it does keep, at half their price.
    private void writePurchaseOrders() {
        try (CsvRows rows =
                new CsvRows(
                        purchaseOrders(),
                        NOTE,
                        "number,store,supplier,expected,sku,quantity,cost,tolerance_percent")) {
            for (Shop shop : SHOPS) {
                onHand.stream()
                        .filter(row -> row.store().equals(shop.store()))
                        .limit(ORDERED)
                        .forEach(row -> order(rows, shop, row.sku()));
            }
        }
    }

    /// Of every tenth article that a shop keeps.
    private void writeReorderLevels() {
        try (CsvRows rows = new CsvRows(reorderLevels(), NOTE, "store,sku,min,max")) {
            for (int i = 0; i < onHand.size(); i += 10) {
                rows.add(onHand.get(i).store(), onHand.get(i).sku(), 4, 24);
            }
        }
    }

    /// Of the first articles of each shop; every seventh lies in the cellar as well.
    private void writeBins() {
        try (CsvRows rows = new CsvRows(bins(), NOTE, "store,sku,bins")) {
            for (Shop shop : SHOPS) {
                List<OnHand> shelves =
                        onHand.stream()
                                .filter(row -> row.store().equals(shop.store()))
                                .limit(BINNED)
                                .toList();
                for (int i = 0; i < shelves.size(); i++) {
                    String bin = "A-%02d-%d".formatted(1 + i / 24, 1 + i / 4 % 6);
                    String cellar = i % 7 == 0 ? "|CELLAR " + (1 + i / 70) : "";
                    rows.add(shop.store(), shelves.get(i).sku(), bin + cellar);
                }
            }
        }
    }

    private void order(CsvRows rows, Shop shop, String sku) {
        SamplePart part =
                parts.stream().filter(one -> one.sku().equals(sku)).findFirst().orElseThrow();
        rows.add(
                "PO-1001-" + shop.store(),
                shop.store(),
                "Torque Distribuidora Ltda",
                "2026-12-01",
                sku,
                12,
                part.price().divide(BigDecimal.TWO, 2, RoundingMode.HALF_UP),
                10);
    }

    /// What the shops have when they open, in the order of the catalogue.
    public List<OnHand> onHand() {
        return onHand;
    }

    private static List<OnHand> onHand(List<SamplePart> parts) {
        Random random = new Random(STOCK_SEED);
        List<OnHand> rows = new ArrayList<>();
        for (Shop shop : SHOPS) {
            for (SamplePart part : parts) {
                if (part.supersededBy() == null && random.nextInt(100) < shop.percent()) {
                    int quantity = 1 + random.nextInt(shop.deepest());
                    rows.add(new OnHand(shop.store(), part.sku(), quantity));
                }
            }
        }
        return List.copyOf(rows);
    }

    public record OnHand(String store, String sku, int quantity) {}

    private record Shop(String store, int percent, int deepest) {}

    record CategoryRow(String category, String name_en, String name_pt_BR, String name_es) {
        static final String HEADER = "category,name_en,name_pt_BR,name_es";
    }
}
