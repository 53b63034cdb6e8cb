package kmmotos.model.sales;

import static kmmotos.model.pricing.SamplePrices.DAY;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kmmotos.model.catalog.SampleProducts;
import kmmotos.model.catalog.Sku;
import kmmotos.model.fitment.Motorcycle;
import kmmotos.model.leases.SampleLeases;
import kmmotos.model.money.Money;
import kmmotos.model.money.Quantity;
import kmmotos.model.pricing.Basket;
import kmmotos.model.pricing.PricedBasket;
import kmmotos.model.pricing.SamplePrices;
import kmmotos.model.staff.SampleStaff;
import kmmotos.model.stores.SampleStores;

/// Sales rung up by the real engine.
public final class SampleSales {

    public static final UUID SHIFT = UUID.fromString("01890000-0000-7000-8000-000000000301");
    public static final UUID SALE = UUID.fromString("01890000-0000-7000-8000-000000000302");
    public static final Instant AT = Instant.parse("2026-11-21T13:45:30Z");
    public static final ReceiptNumber RECEIPT = ReceiptNumber.parse("S1-1-1-000123");

    private SampleSales() {}

    /// Three brake pads and a chain kit, paid in cash.
    public static Sale cashSale() {
        return cashSale(
                Basket.EMPTY
                        .plus(SamplePrices.PAD, "standard", Quantity.of(3))
                        .plus(SamplePrices.KIT, "standard", Quantity.ONE));
    }

    public static Sale cashSale(Basket basket) {
        PricedBasket priced = SamplePrices.engine().price(basket, SamplePrices.retail());
        List<SaleLine> lines =
                priced.lines().stream()
                        .map(line -> SaleLine.sold(line, "Part " + line.sku()))
                        .toList();
        return sale(SALE, RECEIPT, lines, priced.total());
    }

    public static Sale sale(UUID saleId, ReceiptNumber number, List<SaleLine> lines, Money total) {
        return new Sale(
                saleId,
                number,
                SampleStores.SAO_PAULO.storeId(),
                SampleStores.TILL_1.deviceId(),
                SHIFT,
                DAY,
                AT,
                SampleStaff.ANA.staffId(),
                Optional.empty(),
                lines,
                List.of(Tender.Cash.exactly(total)),
                total,
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of());
    }

    /// The same goods with a coupon the till held a lease on; paid with a gift card, on account, in
    /// cash, and a new card is sold with it.
    public static Sale leasedSale() {
        Sale sold = cashSale();
        Money card = SampleLeases.money("20.00");
        Money account = SampleLeases.money("30.00");
        Money loaded = SampleLeases.money("50.00");
        Money cash = sold.total().minus(card).minus(account).plus(loaded);
        return new Sale(
                sold.saleId(),
                sold.receiptNumber(),
                sold.store(),
                sold.device(),
                sold.shiftId(),
                sold.businessDay(),
                sold.at(),
                sold.staffId(),
                Optional.of(SampleLeases.CUSTOMER),
                sold.lines(),
                List.of(
                        new Tender.GiftCard(
                                SampleLeases.NUMBER.cardId(),
                                SampleLeases.NUMBER.lastFour(),
                                card,
                                Optional.of(SampleLeases.CARD_LEASE),
                                Optional.empty()),
                        new Tender.Account(
                                SampleLeases.CUSTOMER,
                                account,
                                Optional.of(SampleLeases.CREDIT_LEASE)),
                        Tender.GiftCard.handedOut(
                                SampleLeases.OTHER_NUMBER.cardId(),
                                SampleLeases.OTHER_NUMBER.lastFour(),
                                loaded,
                                SampleLeases.SERIAL),
                        Tender.Cash.exactly(cash)),
                sold.total(),
                List.of("WELCOME"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(SampleLeases.COUPON_LEASE));
    }

    /// One of the brake pads comes back because it is broken.
    public static Sale defectReturned() {
        Sale sold = cashSale();
        SaleLine back =
                Refund.line(sold, sold.lines().getFirst(), Quantity.ZERO, Quantity.ONE, 100_000)
                        .withReturned(
                                new Returned(
                                        Returned.Reason.DEFECTIVE,
                                        Returned.Condition.TO_SUPPLIER,
                                        "squeals",
                                        Optional.of(SampleStaff.BRUNO.staffId())))
                        .withNote("left pad only");
        return sale(
                UUID.fromString("01890000-0000-7000-8000-000000000303"),
                RECEIPT.next(),
                List.of(back),
                back.total());
    }

    /// A battery for a motorcycle that it does not fit, asked for by its old number, with the
    /// deposit for the old one.
    public static Sale partsSale() {
        Sale sold = cashSale();
        Sku battery = new Sku("BAT-5L-B");
        Money deposit = SampleLeases.money("25.00");
        List<SaleLine> lines =
                List.of(
                        sold.lines()
                                .getFirst()
                                .with(
                                        Optional.of("The customer knows that it fits"),
                                        Optional.of(new Sku("BAT-5L"))),
                        SaleLine.core(
                                200_001,
                                battery,
                                "Deposit for the old part: Battery",
                                Quantity.ONE,
                                deposit));
        Money total = sold.lines().getFirst().total().plus(deposit);
        return new Sale(
                sold.saleId(),
                sold.receiptNumber(),
                sold.store(),
                sold.device(),
                sold.shiftId(),
                sold.businessDay(),
                sold.at(),
                sold.staffId(),
                sold.customerId(),
                lines,
                List.of(Tender.Cash.exactly(total)),
                total,
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.of(new Motorcycle("Honda", "CG 160", 2019)));
    }

    /// The same sale, paid otherwise. A kit's two parts, and a piece with its serial number.
    public static Sale kitSale() {
        SaleLine.KitOf kit =
                new SaleLine.KitOf(
                        1,
                        SampleProducts.sku(SampleProducts.serviceKit()),
                        "Service kit CG 160",
                        Quantity.ONE);
        Basket basket =
                Basket.EMPTY
                        .plus(SamplePrices.PAD, "standard", Quantity.of(2))
                        .plus(SamplePrices.OIL, "standard", Quantity.ONE)
                        .plus(SamplePrices.KIT, "standard", Quantity.ONE);
        Sale sale = cashSale(basket);
        List<SaleLine> lines =
                sale.lines().stream()
                        .map(line ->
                                line.sku().equals(SamplePrices.KIT)
                                        ? line.withSerials(List.of("SN-000042"))
                                        : line.ofKit(kit))
                        .toList();
        return sale(SALE, RECEIPT, lines, sale.total());
    }

    /// Paid with dollars at 5.40 and a rest in cash.
    public static Sale foreignSale() {
        Sale sale = cashSale();
        Money given = Money.parse("50.00", Currency.getInstance("USD"));
        Money worth = Money.parse("270.00", sale.total().currency());
        Tender foreign =
                new Tender.ForeignCash(
                        worth, given, new BigDecimal("5.40"), Money.zero(worth.currency()));
        return paid(
                sale,
                List.of(foreign, Tender.Cash.exactly(sale.total().minus(worth))),
                sale.total());
    }

    public static Sale paid(Sale sale, List<Tender> tenders, Money total) {
        return copy(sale, sale.shiftId(), tenders, total, sale.orderId());
    }

    /// The same sale in another shift.
    public static Sale inShift(Sale sale, UUID shiftId) {
        return copy(sale, shiftId, sale.tenders(), sale.total(), sale.orderId());
    }

    /// The same sale, by which a web order is handed over.
    public static Sale handingOver(Sale sale, UUID orderId) {
        return copy(sale, sale.shiftId(), sale.tenders(), sale.total(), Optional.of(orderId));
    }

    private static Sale copy(
            Sale sale, UUID shiftId, List<Tender> tenders, Money total, Optional<UUID> orderId) {
        return new Sale(
                sale.saleId(),
                sale.receiptNumber(),
                sale.store(),
                sale.device(),
                shiftId,
                sale.businessDay(),
                sale.at(),
                sale.staffId(),
                sale.customerId(),
                sale.lines(),
                tenders,
                total,
                sale.coupons(),
                orderId,
                sale.priceListId(),
                sale.reference(),
                sale.couponLeases());
    }
}
