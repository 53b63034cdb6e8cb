package kmmotos.desktop.sync;

import java.util.List;
import java.util.stream.Stream;
import kmmotos.desktop.bins.BinStore;
import kmmotos.desktop.catalog.CatalogStore;
import kmmotos.desktop.customers.CustomerStore;
import kmmotos.desktop.deposits.CounterOrderStore;
import kmmotos.desktop.leases.LeaseStore;
import kmmotos.desktop.orders.OrderStore;
import kmmotos.desktop.payments.PaymentStore;
import kmmotos.desktop.pricing.PricingStore;
import kmmotos.desktop.purchasing.PurchaseStore;
import kmmotos.desktop.purchasing.ReorderStore;
import kmmotos.desktop.quotes.QuoteStore;
import kmmotos.desktop.sales.SaleStore;
import kmmotos.desktop.serials.SerialStore;
import kmmotos.desktop.shifts.ShiftStore;
import kmmotos.desktop.staff.StaffStore;
import kmmotos.desktop.stock.ShortageStore;
import kmmotos.desktop.stock.StockStore;
import kmmotos.desktop.stock.TransferStore;
import kmmotos.desktop.stores.StoreStore;

/// What each feature keeps, in one place for those that write across features.
public record Stores(
        CatalogStore catalog,
        PricingStore pricing,
        CustomerStore customers,
        StaffStore staff,
        StoreStore shops,
        SaleStore sales,
        ShiftStore shifts,
        PaymentStore payments,
        StockStore stock,
        TransferStore transfers,
        ShortageStore shortages,
        PurchaseStore purchases,
        ReorderStore reorder,
        BinStore bins,
        OrderStore orders,
        CounterOrderStore counterOrders,
        LeaseStore leases,
        QuoteStore quotes,
        SerialStore serials) {

    public static Stores create() {
        var stock = new StockStore();
        return new Stores(
                new CatalogStore(),
                new PricingStore(),
                new CustomerStore(),
                new StaffStore(),
                new StoreStore(),
                new SaleStore(),
                new ShiftStore(),
                new PaymentStore(),
                stock,
                new TransferStore(),
                new ShortageStore(),
                new PurchaseStore(),
                new ReorderStore(stock),
                new BinStore(),
                new OrderStore(),
                new CounterOrderStore(),
                new LeaseStore(),
                new QuoteStore(),
                new SerialStore());
    }

    /// Every table class, for the database to know.
    public static List<Class<?>> rows() {
        return Stream.of(
                        CatalogStore.rows(),
                        PricingStore.rows(),
                        CustomerStore.rows(),
                        StaffStore.rows(),
                        StoreStore.rows(),
                        SaleStore.rows(),
                        ShiftStore.rows(),
                        PaymentStore.rows(),
                        StockStore.rows(),
                        OrderStore.rows(),
                        LeaseStore.rows())
                .<Class<?>>flatMap(List::stream)
                .toList();
    }
}
