package kmmotos.model.purchasing;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kmmotos.model.catalog.SampleProducts;
import kmmotos.model.money.Money;
import kmmotos.model.money.Quantity;
import kmmotos.model.pricing.SamplePrices;
import kmmotos.model.sales.SampleSales;
import kmmotos.model.staff.SampleStaff;
import kmmotos.model.stores.SampleStores;

/// An order of pads and oil, of which a part came.
public final class SamplePurchases {

    public static final UUID ORDER = id(1);

    private SamplePurchases() {}

    /// Ten pads, of which 11 may come, and 24 litres of oil.
    public static PurchaseOrder order() {
        return new PurchaseOrder(
                ORDER,
                "PO-1001",
                SampleStores.SAO_PAULO.storeId(),
                "Torque Peças Ltda",
                SampleSales.AT.minus(Duration.ofDays(7)),
                LocalDate.of(2026, 11, 24),
                10,
                List.of(
                        new PurchaseOrder.Line(SamplePrices.PAD, Quantity.of(10), brl("24.90")),
                        new PurchaseOrder.Line(
                                SampleProducts.sku(SampleProducts.OIL),
                                Quantity.of(24),
                                brl("18.00"))),
                true);
    }

    /// Eight good pads and one broken one.
    public static PurchaseReceipt receipt() {
        return receipt(8, 1);
    }

    public static PurchaseReceipt receipt(long pads, long damaged) {
        return new PurchaseReceipt(
                id(2),
                ORDER,
                "PO-1001",
                SampleStores.SAO_PAULO.storeId(),
                "NF 4711",
                SamplePrices.DAY,
                SampleSales.AT,
                SampleStaff.ANA.staffId(),
                Optional.empty(),
                List.of(
                        new PurchaseReceipt.Line(
                                SamplePrices.PAD,
                                Quantity.of(pads),
                                Quantity.of(damaged),
                                Optional.of(brl("24.90")))));
    }

    public static PurchaseProgress progress() {
        return PurchaseProgress.of(order()).plus(receipt());
    }

    /// Between 4 and 20 pads.
    public static ReorderLevel level() {
        return new ReorderLevel(
                SampleStores.SAO_PAULO.storeId(),
                SamplePrices.PAD,
                Quantity.of(4),
                Quantity.of(20));
    }

    public static ReorderProposal proposal() {
        return new ReorderProposal(
                id(3),
                SampleStores.SAO_PAULO.storeId(),
                SampleSales.AT,
                SampleStaff.BRUNO.staffId(),
                List.of(
                        new ReorderProposal.Line(
                                SamplePrices.PAD, Quantity.of(17), Quantity.of(3), Quantity.ZERO)));
    }

    /// Two broken pads.
    public static SupplierReturn supplierReturn() {
        return new SupplierReturn(
                id(4),
                SampleStores.SAO_PAULO.storeId(),
                "Torque Peças Ltda",
                SupplierReturn.Reason.DAMAGED,
                "NF 4711",
                SamplePrices.DAY,
                SampleSales.AT,
                SampleStaff.BRUNO.staffId(),
                List.of(new SupplierReturn.Line(SamplePrices.PAD, Quantity.of(2))));
    }

    private static Money brl(String amount) {
        return Money.parse(amount, SampleStores.BRL);
    }

    private static UUID id(int n) {
        return new UUID(0x01890000_0000_7000L, 0x8000_0000_0000_0900L + n);
    }
}
