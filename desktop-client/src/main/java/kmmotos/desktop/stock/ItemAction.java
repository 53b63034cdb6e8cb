package kmmotos.desktop.stock;

import java.util.function.BiConsumer;
import kmmotos.desktop.stock.StockBook.Item;

/// Something another feature does with the item in front.
///
/// @param text the key of its name
/// @param action gets the item, and how many as typed; 1 if nothing was
public record ItemAction(String text, String id, BiConsumer<Item, String> action) {}
