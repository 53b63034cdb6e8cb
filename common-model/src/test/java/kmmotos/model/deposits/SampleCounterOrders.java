package kmmotos.model.deposits;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kmmotos.model.money.Money;
import kmmotos.model.pricing.SamplePrices;
import kmmotos.model.sales.Sale;
import kmmotos.model.sales.SampleSales;
import kmmotos.model.sales.Tender;
import kmmotos.model.staff.SampleStaff;
import kmmotos.model.stores.SampleStores;

/// An order at the counter of the shop in São Paulo, and deposits for it.
public final class SampleCounterOrders {

    public static final UUID ORDER = UUID.fromString("01890000-0000-7000-8000-000000000a01");
    public static final String NUMBER = "O-S1-1-000003";

    private SampleCounterOrders() {}

    public static CounterOrder special() {
        return order(CounterOrder.Kind.SPECIAL);
    }

    public static CounterOrder layaway() {
        return order(CounterOrder.Kind.LAYAWAY);
    }

    private static CounterOrder order(CounterOrder.Kind kind) {
        Sale sale = SampleSales.cashSale();
        return new CounterOrder(
                ORDER,
                NUMBER,
                kind,
                SampleStores.SAO_PAULO.storeId(),
                SampleStores.TILL_1.deviceId(),
                SamplePrices.DAY,
                SampleSales.AT,
                SampleStaff.ANA.staffId(),
                Optional.empty(),
                "Oficina do Zé",
                "11 98888-7777",
                Optional.empty(),
                sale.lines(),
                sale.total(),
                SamplePrices.DAY.plusDays(14),
                "Cobreq",
                "for the red one");
    }

    /// A deposit that is paid in cash, of a sale with this id.
    public static Sale deposit(UUID saleId, String amount) {
        Money paid = Money.parse(amount, SampleStores.BRL);
        return sale(
                saleId,
                SampleSales.cashSale(),
                false,
                List.of(
                        new Tender.Deposit(ORDER, NUMBER, paid.negated()),
                        Tender.Cash.exactly(paid)));
    }

    /// The goods are handed over; this much is paid by the deposits, the rest in cash.
    public static Sale handedOver(UUID saleId, String deposit) {
        Sale sold = SampleSales.cashSale();
        Money used = Money.parse(deposit, SampleStores.BRL);
        return sale(
                saleId,
                sold,
                true,
                List.of(
                        new Tender.Deposit(ORDER, NUMBER, used),
                        Tender.Cash.exactly(sold.total().minus(used))));
    }

    private static Sale sale(UUID saleId, Sale like, boolean withGoods, List<Tender> tenders) {
        return new Sale(
                saleId,
                like.receiptNumber(),
                like.store(),
                like.device(),
                like.shiftId(),
                like.businessDay(),
                like.at(),
                like.staffId(),
                like.customerId(),
                withGoods ? like.lines() : List.of(),
                tenders,
                withGoods ? like.total() : Money.zero(SampleStores.BRL),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(NUMBER),
                List.of());
    }
}
