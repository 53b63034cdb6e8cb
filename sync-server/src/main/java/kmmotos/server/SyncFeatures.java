package kmmotos.server;

import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import kmmotos.server.catalog.CatalogPart;
import kmmotos.server.customers.CustomerEffect;
import kmmotos.server.customers.CustomerPart;
import kmmotos.server.customers.CustomerStore;
import kmmotos.server.deposits.CounterOrderEffect;
import kmmotos.server.deposits.CounterOrderPart;
import kmmotos.server.leases.LeaseEffect;
import kmmotos.server.mails.MailEffect;
import kmmotos.server.orders.OrderEffect;
import kmmotos.server.orders.OrderPart;
import kmmotos.server.pricing.ForeignRatesPart;
import kmmotos.server.pricing.PricePart;
import kmmotos.server.pricing.SignedCouponEffect;
import kmmotos.server.purchasing.PurchaseEffect;
import kmmotos.server.purchasing.PurchaseOrderPart;
import kmmotos.server.purchasing.ReorderEffect;
import kmmotos.server.purchasing.ReorderLevelPart;
import kmmotos.server.purchasing.SupplierReturnEffect;
import kmmotos.server.purchasing.WasteEffect;
import kmmotos.server.quotes.QuoteEffect;
import kmmotos.server.returns.ReceiptKeysPart;
import kmmotos.server.returns.ReturnEffect;
import kmmotos.server.sales.CashEffect;
import kmmotos.server.sales.CoreEffect;
import kmmotos.server.sales.LostSaleEffect;
import kmmotos.server.sales.PaymentEffect;
import kmmotos.server.sales.SaleEffect;
import kmmotos.server.sales.ShiftEffect;
import kmmotos.server.serials.SerialEffect;
import kmmotos.server.shortages.ShortageEffect;
import kmmotos.server.shortages.ShortagePart;
import kmmotos.server.staff.StaffPart;
import kmmotos.server.staff.StaffStore;
import kmmotos.server.stock.BinsEffect;
import kmmotos.server.stock.BinsPart;
import kmmotos.server.stock.SetAsideEffect;
import kmmotos.server.stock.SetAsidePart;
import kmmotos.server.stock.StockEffect;
import kmmotos.server.stock.StockPart;
import kmmotos.server.stock.StockSeenPart;
import kmmotos.server.stock.TransferEffect;
import kmmotos.server.stock.TransferPart;
import kmmotos.server.stock.TransferRequestPart;
import kmmotos.server.storage.Database;
import kmmotos.server.stores.StoreStore;
import kmmotos.server.sync.DatabaseStore;
import kmmotos.server.sync.Effect;
import kmmotos.server.sync.ServerStore;
import kmmotos.server.sync.SnapshotPart;
import kmmotos.server.sync.StoreNamesPart;
import kmmotos.server.sync.StorePart;
import kmmotos.server.sync.TillsPart;

/// What each feature adds to the sync, in the order in which it has to happen.
public final class SyncFeatures {

    /// The entity classes of all features, for [Database#open].
    public static final List<Class<?>> ROWS =
            Stream.of(StaffStore.ROWS, StoreStore.ROWS, CustomerStore.ROWS)
                    .<Class<?>>flatMap(List::stream)
                    .toList();

    private SyncFeatures() {}

    /// The sync's store with everything that follows from the tills' facts.
    public static ServerStore store(Database database, Clock clock) {
        return new DatabaseStore(database, effects(clock), snapshotParts(clock));
    }

    /// What follows from the tills' facts. Shifts come after the sales they sum up.
    private static List<Effect> effects(Clock clock) {
        return List.of(
                new SaleEffect(),
                new ReturnEffect(clock),
                new SerialEffect(),
                new LostSaleEffect(),
                new QuoteEffect(),
                new MailEffect(),
                new CoreEffect(),
                new CashEffect(),
                new ShiftEffect(),
                new PaymentEffect(),
                new LeaseEffect(clock),
                new OrderEffect(clock),
                new CounterOrderEffect(clock),
                new SignedCouponEffect(clock),
                new PurchaseEffect(clock),
                new SupplierReturnEffect(),
                new WasteEffect(),
                new StockEffect(),
                new ReorderEffect(),
                new SetAsideEffect(),
                new BinsEffect(),
                new TransferEffect(),
                new ShortageEffect(),
                new CustomerEffect());
    }

    /// What a till begins with.
    private static List<SnapshotPart> snapshotParts(Clock clock) {
        return Stream.of(
                        CatalogPart.all(),
                        PricePart.all(clock),
                        List.of(
                                new StorePart(),
                                new TillsPart(),
                                new ReceiptKeysPart(),
                                new StaffPart(),
                                new CustomerPart(),
                                new StoreNamesPart(),
                                new StockPart(),
                                new StockSeenPart(),
                                new SetAsidePart(),
                                new ForeignRatesPart(),
                                new BinsPart(),
                                new TransferPart(),
                                new TransferRequestPart(),
                                new PurchaseOrderPart(),
                                new ReorderLevelPart(),
                                new ShortagePart(clock),
                                new OrderPart(),
                                new CounterOrderPart()))
                .flatMap(List::stream)
                .toList();
    }
}
