package kmmotos.simulation.server;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kmmotos.model.catalog.Brand;
import kmmotos.model.catalog.Sku;
import kmmotos.model.money.Quantity;
import kmmotos.model.orders.Order;
import kmmotos.model.orders.OrderState;
import kmmotos.model.pricing.Coupon;
import kmmotos.model.pricing.PriceList;
import kmmotos.model.pricing.Promotion;
import kmmotos.model.purchasing.PurchaseOrder;
import kmmotos.model.stock.Shortage;
import kmmotos.model.stock.TransferRequest;
import kmmotos.model.stores.Store;
import kmmotos.model.stores.StoreId;

/// What the web shop and head office do to the server's tables, within one transaction.
public interface ChainTables {

    /// Holds goods if the store can promise them; answers whether it can.
    boolean hold(StoreId store, Sku sku, Quantity quantity, Instant now);

    /// Holds goods whatever the stock says: half of a rule that is broken on purpose.
    void holdUnchecked(StoreId store, Sku sku, Quantity quantity);

    /// What a store has that nobody was promised; below 0 if too much was promised.
    Quantity free(StoreId store, Sku sku);

    /// Keeps a new order whose goods are held, and tells the store.
    void place(Order order);

    /// Brings an order into its next state, lets go of its goods at its end, and tells the store.
    void become(Order order, OrderState next);

    /// The list that takes effect last.
    Optional<PriceList> newestPrices();

    /// Publishes a list and tells its zone.
    void publish(PriceList list, Instant now);

    /// What stores promised too often, with the stores that could help out.
    List<Shortage> shortages(Instant now);

    /// Tells tills of shortages that began or ended since they were last told.
    void tellShortages(Instant now);

    /// Asks a store for what another one promised too often.
    ///
    /// @param caseId of the shortage that it is to end
    void ask(TransferRequest request, UUID caseId, Instant now);

    void issue(Coupon coupon);

    /// Makes, changes or ends a promotion, and tells every till.
    void offer(Promotion promotion, Instant now);

    /// Orders goods for a store, and tells its tills.
    void order(PurchaseOrder order, Instant now);

    /// Tells of coupons that were used since they were last told.
    void tellUses();

    /// Head office keeps so many pieces of a store for the online shop.
    void setAside(StoreId store, Sku sku, Quantity quantity);

    /// Opens a store; tells its tills of it, and all tills its name.
    void open(Store store);

    /// Names a new brand.
    void name(Brand brand);
}
