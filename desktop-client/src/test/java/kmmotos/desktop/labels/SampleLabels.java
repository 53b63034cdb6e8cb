package kmmotos.desktop.labels;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kmmotos.desktop.stock.StockBook;
import kmmotos.desktop.stock.StockBook.Item;
import kmmotos.model.catalog.Sku;

/// Labels of a shop in memory; the first item of the shop changed its price.
public final class SampleLabels implements LabelBook {

    public static final Label PAD =
            new Label(
                    "Pastilha de freio dianteira cerâmica para Honda CG 160 Titan, Fan e Start",
                    "R$ 89,90",
                    "06455-KVS-J01",
                    "A3-12",
                    new Barcode.Ean13("2900000000018"));
    public static final Label CABLE =
            new Label(
                    "Cabo de aço inox",
                    "R$ 12,50",
                    "CBL-INOX-M",
                    "",
                    new Barcode.OfSku("CBL-INOX-M"));

    private final StockBook stock;
    private final Set<Sku> toRenew = new LinkedHashSet<>(Set.of(new Sku("BRK-CG160-F")));

    public SampleLabels(StockBook stock) {
        this.stock = stock;
    }

    @Override
    public Map<Sku, Label> labels(Collection<Sku> skus) {
        Map<Sku, Label> labels = new LinkedHashMap<>();
        skus.forEach(sku -> labels.put(sku, sku.value().startsWith("BRK") ? PAD : CABLE));
        return labels;
    }

    @Override
    public List<Item> toRenew(int atMost) {
        return toRenew.stream().flatMap(sku -> stock.item(sku).stream()).toList();
    }

    @Override
    public void printed(Collection<Sku> skus) {
        toRenew.removeAll(skus);
    }
}
