package kmmotos.model.stock;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kmmotos.model.catalog.SampleProducts;
import kmmotos.model.money.Quantity;
import kmmotos.model.pricing.SamplePrices;
import kmmotos.model.sales.SampleSales;
import kmmotos.model.staff.SampleStaff;
import kmmotos.model.stores.DeviceId;
import kmmotos.model.stores.SampleStores;

/// A count, and a transfer that arrives in part.
public final class SampleStock {

    public static final UUID TRANSFER = id(2);

    private SampleStock() {}

    /// Six pads where five were expected; the second till was seen up to its 30th entry.
    public static StockCount count() {
        return new StockCount(
                id(1),
                SampleStores.SAO_PAULO.storeId(),
                List.of(
                        new JournalMark(SampleStores.TILL_1.deviceId(), id(11), 11),
                        new JournalMark(new DeviceId(id(12)), id(13), 30)),
                List.of(
                        new StockCount.Line(SamplePrices.PAD, Quantity.of(6), Quantity.of(5)),
                        new StockCount.Line(
                                SampleProducts.sku(SampleProducts.OIL),
                                Quantity.parse("2.5"),
                                Quantity.parse("2.5"))));
    }

    /// Four pads from São Paulo to Lisbon.
    public static Transfer transfer() {
        return new Transfer(
                TRANSFER,
                SampleStores.SAO_PAULO.storeId(),
                SampleStores.LISBON.storeId(),
                List.of(new Transfer.Line(SamplePrices.PAD, Quantity.of(4))));
    }

    /// Three of the four.
    public static TransferReceipt receipt() {
        return new TransferReceipt(
                id(3),
                TRANSFER,
                SampleStores.SAO_PAULO.storeId(),
                SampleStores.LISBON.storeId(),
                List.of(new Transfer.Line(SamplePrices.PAD, Quantity.of(3))));
    }

    public static TransferProgress progress() {
        return new TransferProgress(
                TRANSFER,
                SampleStores.SAO_PAULO.storeId(),
                SampleStores.LISBON.storeId(),
                Optional.of(SampleSales.AT),
                List.of(
                        new TransferProgress.Line(
                                SamplePrices.PAD, Quantity.of(4), Quantity.of(3))));
    }

    /// Lisbon needs two pads from São Paulo.
    public static TransferRequest request() {
        return new TransferRequest(
                id(4),
                SampleStores.SAO_PAULO.storeId(),
                SampleStores.LISBON.storeId(),
                List.of(new Transfer.Line(SamplePrices.PAD, Quantity.of(2))),
                SampleSales.AT,
                SampleStaff.ANA.staffId());
    }

    /// Two pads too few in Lisbon, and four in São Paulo.
    public static Shortage shortage() {
        return new Shortage(
                id(5),
                SampleStores.LISBON.storeId(),
                SamplePrices.PAD,
                SampleSales.AT,
                Optional.empty(),
                List.of(new Shortage.Elsewhere(SampleStores.SAO_PAULO.storeId(), Quantity.of(4))));
    }

    /// The pads lie on a shelf, and more of them in the cellar.
    public static Bins bins() {
        return new Bins(
                id(7),
                SampleStores.SAO_PAULO.storeId(),
                SamplePrices.PAD,
                List.of("A-03-2", "CELLAR 1"),
                SampleSales.AT,
                SampleStaff.ANA.staffId());
    }

    /// Two pads kept for the online shop for two weeks.
    public static SetAside setAside() {
        return new SetAside(
                id(6),
                SampleStores.SAO_PAULO.storeId(),
                SamplePrices.PAD,
                Quantity.of(2),
                SampleSales.AT.plus(Duration.ofDays(14)),
                SampleSales.AT,
                SampleStaff.ANA.staffId());
    }

    private static UUID id(int n) {
        return new UUID(0x01890000_0000_7000L, 0x8000_0000_0000_0700L + n);
    }
}
