package kmmotos.desktop.stock;

import java.util.List;
import kmmotos.desktop.stock.StockBook.Item;
import kmmotos.model.catalog.Sku;

/// Which items the shop should count today.
public interface CycleBook {

    /// So many items are counted on one day.
    int DAILY = 20;

    int MAX_REASON = 200;

    /// @param toCount what is left for today
    /// @param countedToday how many items were counted today, asked for or not
    /// @param skippedToday how many were left out today at this till
    record Today(List<Item> toCount, int countedToday, int skippedToday) {
        public Today {
            toCount = List.copyOf(toCount);
        }
    }

    Today today();

    /// The item is not asked for again today.
    void skip(Sku sku, String reason);
}
