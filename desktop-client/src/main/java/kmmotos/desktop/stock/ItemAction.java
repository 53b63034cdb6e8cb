package kmmotos.desktop.stock;

import java.util.Optional;
import java.util.function.BiConsumer;
import kmmotos.desktop.stock.StockBook.Item;

/// Something another feature does with the item in front.
///
/// @param text the key of its name
/// @param action gets the item, and how many as typed; 1 if nothing was
/// @param side the id of the side that comes in front then, if any
public record ItemAction(
        String text, String id, BiConsumer<Item, String> action, Optional<String> side) {

    public ItemAction(String text, String id, BiConsumer<Item, String> action) {
        this(text, id, action, Optional.empty());
    }

    /// One after which another side is in front.
    public static ItemAction leadingTo(
            String text, String id, BiConsumer<Item, String> action, String side) {
        return new ItemAction(text, id, action, Optional.of(side));
    }
}
