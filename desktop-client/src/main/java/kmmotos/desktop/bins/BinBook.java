package kmmotos.desktop.bins;

import java.util.List;
import kmmotos.desktop.stock.StockBook.Item;
import kmmotos.model.catalog.Sku;
import kmmotos.model.staff.StaffMember;

/// The shop's bins as this till knows them. What is written here is journaled and works offline.
public interface BinBook {

    /// What lies in a bin, by SKU.
    List<Item> in(String bin, int atMost);

    /// From now on an item lies in these; the first is where it is picked.
    void put(Sku sku, List<String> bins, StaffMember by);
}
