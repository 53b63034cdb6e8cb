package kmmotos.desktop.bins;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import kmmotos.desktop.stock.StockBook;
import kmmotos.desktop.stock.StockBook.Item;
import kmmotos.model.catalog.Sku;
import kmmotos.model.staff.StaffMember;

/// A shop's bins in memory.
public final class SampleBinBook implements BinBook {

    private final Map<Sku, List<String>> bins = new LinkedHashMap<>();
    private final StockBook stock;
    private final BiConsumer<Sku, List<String>> told;

    /// @param told so that the stock shows the bins as well
    public SampleBinBook(StockBook stock, BiConsumer<Sku, List<String>> told) {
        this.stock = stock;
        this.told = told;
    }

    @Override
    public List<Item> in(String bin, int atMost) {
        return bins.entrySet().stream()
                .filter(entry -> entry.getValue().contains(bin))
                .flatMap(entry -> stock.item(entry.getKey()).stream())
                .limit(atMost)
                .toList();
    }

    @Override
    public void put(Sku sku, List<String> places, StaffMember by) {
        bins.put(sku, places);
        told.accept(sku, places);
    }
}
