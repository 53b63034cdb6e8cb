package kmmotos.desktop.labels;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import kmmotos.desktop.stock.StockBook.Item;
import kmmotos.model.catalog.Sku;

/// What stands on labels, and which of them are out of date.
public interface LabelBook {

    /// As it is now; nothing of an item that the till does not know.
    Map<Sku, Label> labels(Collection<Sku> skus);

    /// Items on the shelf whose price changed with the price list in force and whose label was not
    /// printed here since.
    List<Item> toRenew(int atMost);

    /// Labels of these were printed here just now.
    void printed(Collection<Sku> skus);
}
