package kmmotos.desktop.orders;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import kmmotos.model.catalog.Sku;
import kmmotos.model.orders.Order;
import kmmotos.model.staff.StaffMember;

/// The store's orders as this till knows them. What is written here is journaled and works offline.
public interface OrderBook {

    /// Placed, picked and ready orders, the oldest first.
    List<Order> open();

    /// Where these are picked; nothing of those without a place.
    Map<Sku, String> places(Collection<Sku> skus);

    /// The item behind a scanned code.
    Optional<Sku> item(String code);

    /// The goods are put aside.
    void pick(UUID orderId, StaffMember by);

    /// The order waits for its customer.
    void ready(UUID orderId, String shelf);

    /// The store can't fulfil the order.
    void refuse(UUID orderId, String why);
}
