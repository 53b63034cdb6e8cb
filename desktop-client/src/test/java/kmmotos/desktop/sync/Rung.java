package kmmotos.desktop.sync;

import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import kmmotos.desktop.Till;
import kmmotos.model.catalog.Sku;
import kmmotos.model.money.Quantity;
import kmmotos.model.pricing.Basket;
import kmmotos.model.pricing.SamplePrices;
import kmmotos.model.sales.Refund;
import kmmotos.model.sales.Sale;
import kmmotos.model.sales.SaleLine;
import kmmotos.model.sales.SampleSales;
import kmmotos.model.sales.Tender;
import kmmotos.model.sync.Event;

/// Rings sales up at a till, as the counter does.
public final class Rung {
    private Rung() {}

    /// Sells and brings the database up to it.
    public static Sale up(Till till, Sku sku, long quantity) {
        Sale sale = recorded(till, sku, quantity);
        till.recorder().project();
        return sale;
    }

    /// Sells, but crashes, as it were, before the database knows.
    public static Sale recorded(Till till, Sku sku, long quantity) {
        Basket basket = Basket.EMPTY.plus(sku, "standard", Quantity.of(quantity));
        return record(till, SampleSales.cashSale(basket).lines());
    }

    /// Gives back some of a sale's first line.
    public static Sale back(Till till, Sale sold, Quantity returned, long quantity) {
        SaleLine line =
                Refund.line(sold, sold.lines().getFirst(), returned, Quantity.of(quantity), 1);
        Sale back = record(till, List.of(line));
        till.recorder().project();
        return back;
    }

    /// Sells some goods for cash and the lease of a tender.
    public static Sale paidWith(Till till, Tender tender) {
        return changed(
                till,
                sale ->
                        with(
                                sale,
                                List.of(
                                        tender,
                                        Tender.Cash.exactly(sale.total().minus(tender.amount()))),
                                List.of()));
    }

    /// Sells some goods for cash with a coupon.
    public static Sale withCoupon(Till till, String code) {
        return changed(till, sale -> with(sale, sale.tenders(), List.of(code)));
    }

    private static Sale changed(Till till, UnaryOperator<Sale> change) {
        List<SaleLine> lines = SampleSales.cashSale().lines();
        var recorded =
                till.recorder()
                        .record(next ->
                                new Event.SaleCompleted(
                                        change.apply(
                                                SampleSales.sale(
                                                        UUID.randomUUID(),
                                                        next.receiptNumber(),
                                                        lines,
                                                        total(lines)))));
        till.recorder().project();
        return ((Event.SaleCompleted) recorded.event()).sale();
    }

    private static Sale with(Sale sale, List<Tender> tenders, List<String> coupons) {
        return new Sale(
                sale.saleId(),
                sale.receiptNumber(),
                sale.store(),
                sale.device(),
                sale.shiftId(),
                sale.businessDay(),
                sale.at(),
                sale.staffId(),
                sale.customerId(),
                sale.lines(),
                tenders,
                sale.total(),
                coupons,
                sale.orderId(),
                sale.priceListId(),
                sale.reference(),
                List.of());
    }

    private static Sale record(Till till, List<SaleLine> lines) {
        var recorded =
                till.recorder()
                        .record(next ->
                                new Event.SaleCompleted(
                                        SampleSales.sale(
                                                UUID.randomUUID(),
                                                next.receiptNumber(),
                                                lines,
                                                total(lines))));
        return ((Event.SaleCompleted) recorded.event()).sale();
    }

    private static kmmotos.model.money.Money total(List<SaleLine> lines) {
        return kmmotos.model.money.Money.sum(
                lines.stream().map(SaleLine::total).toList(), lines.getFirst().total().currency());
    }

    public static Quantity onHand(Till till, Sku sku) {
        return till.database().read(session -> till.stores().stock().level(session, sku)).onHand();
    }

    public static final Sku PAD = SamplePrices.PAD;
}
