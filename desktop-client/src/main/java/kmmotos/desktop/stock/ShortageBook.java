package kmmotos.desktop.stock;

import java.util.List;
import java.util.UUID;
import kmmotos.desktop.stock.StockBook.Item;
import kmmotos.desktop.stock.TransferBook.Shop;
import kmmotos.model.money.Quantity;
import kmmotos.model.orders.Order;
import kmmotos.model.staff.StaffMember;
import kmmotos.model.stock.Shortage;
import kmmotos.model.stock.TransferRequest;

/// What this shop promised too often and what other shops ask of it, as far as this till knows.
/// What is written here is journaled and works offline.
public interface ShortageBook {

    /// @param item with this till's own figures, which may be newer than the case
    /// @param orders that hold the item, the oldest first
    /// @param elsewhere who could give some when the server told of it
    /// @param asked what this shop has asked others for and did not get yet
    record Missing(
            Shortage shortage,
            Item item,
            List<Order> orders,
            List<Shop> elsewhere,
            List<TransferRequest> asked) {

        public Quantity missing() {
            Quantity missing = item.reserved().minus(item.onHand());
            return missing.isNegative() ? Quantity.ZERO : missing;
        }
    }

    /// Another shop asks this one for goods.
    record Wish(TransferRequest request, Shop by, List<Item> items) {}

    List<Missing> shortages();

    List<Wish> wishes();

    /// Asks another shop for goods.
    void ask(Missing of, Shop other, Quantity quantity, StaffMember by);

    /// The shop can't fulfil an order; the customer reads why.
    void cancel(UUID orderId, String why);

    /// Sends another shop what it asked for.
    void send(Wish wish, StaffMember by);
}
