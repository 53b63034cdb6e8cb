package kmmotos.desktop.receipts;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import kmmotos.model.catalog.Sku;
import kmmotos.model.money.Money;
import kmmotos.model.money.Quantity;
import kmmotos.model.money.UnitPrice;
import kmmotos.model.orders.Order;
import kmmotos.model.orders.OrderState;
import kmmotos.model.pricing.Adjustment;
import kmmotos.model.pricing.PriceReason;
import kmmotos.model.pricing.PricedLine;
import kmmotos.model.sales.CarriedShift;
import kmmotos.model.sales.ReceiptNumber;
import kmmotos.model.sales.Refund;
import kmmotos.model.sales.Returned;
import kmmotos.model.sales.Sale;
import kmmotos.model.sales.SaleLine;
import kmmotos.model.sales.ShiftClosing;
import kmmotos.model.sales.ShiftOpening;
import kmmotos.model.sales.ShiftTerms;
import kmmotos.model.sales.ShiftTotals;
import kmmotos.model.sales.Tender;
import kmmotos.model.sales.ZReport;
import kmmotos.model.shifts.CashMovement;
import kmmotos.model.shifts.CashPurpose;
import kmmotos.model.shifts.CountedPieces;
import kmmotos.model.shifts.ForeignCount;
import kmmotos.model.stores.DeviceId;
import kmmotos.model.stores.Store;
import kmmotos.model.stores.StoreId;

/// A store with a sale, a return, an order and a shift that show everything a slip can show.
public final class SampleSlips {

    public static final Currency BRL = Currency.getInstance("BRL");
    public static final StoreId STORE = new StoreId("S1");
    public static final DeviceId DEVICE = new DeviceId(id(1));
    public static final Instant NOON = Instant.parse("2026-11-21T15:04:05Z");
    public static final UUID SHIFT = id(7);

    private static final LocalDate DAY = LocalDate.of(2026, 11, 21);

    private SampleSlips() {}

    public static Store store(String language) {
        return new Store(
                STORE,
                "KM Motos Centro",
                "south",
                ZoneId.of("America/Sao_Paulo"),
                BRL,
                "BR-SP",
                language,
                true,
                List.of("Rua das Oficinas, 120 - Centro", "Campinas - SP, 13010-001"),
                "12.345.678/0001-95");
    }

    public static Sale sale() {
        return sale(
                number(123),
                List.of(
                        line(
                                1,
                                "BRK-CG160-F",
                                "Pastilha de freio dianteira CG 160",
                                "2",
                                "39.90",
                                10),
                        line(2, "OIL-20W50-1L", "Óleo mineral 20W-50, 1 litro", "1", "32.50", 0),
                        line(3, "CBL-INOX-M", "Cabo de aço inox, por metro", "1.5", "7.80", 0)),
                List.of(
                        new Tender.Card(id(9), money("60.00"), "NSU 004711"),
                        new Tender.Cash(money("56.02"), money("100.00"), money("43.98"))));
    }

    /// Dollars with change, and a shift that took them and counted a dollar less.
    public static Sale foreignSale() {
        var given = Money.parse("20.00", Currency.getInstance("USD"));
        var line = line(1, "CBL-INOX-M", "Cabo de aço inox, por metro", "1.5", "7.80", 0);
        var paid =
                new Tender.ForeignCash(
                        line.total(),
                        given,
                        new BigDecimal("5.40"),
                        money("108.00").minus(line.total()));
        return sale(number(128), List.of(line), List.of(paid));
    }

    public static ShiftClosing foreignClosing() {
        var totals = ShiftTotals.none(BRL).plus(foreignSale());
        var taken = totals.foreignInDrawer().values().iterator().next();
        var counted = Money.parse("19.00", taken.currency());
        var worth = Money.parse("1.00", taken.currency());
        var cash = opening().openingFloat().plus(totals.cashInDrawer());
        return new ShiftClosing(
                SHIFT,
                STORE,
                DEVICE,
                NOON,
                id(3),
                new ZReport(
                        18,
                        SHIFT,
                        id(8),
                        1,
                        9,
                        totals,
                        cash,
                        cash,
                        List.of(),
                        Optional.empty(),
                        List.of(
                                new ForeignCount(
                                        taken, counted, List.of(new CountedPieces(worth, 19))))));
    }

    /// Two parts of a kit with a discount, and one that comes back of another.
    public static Sale kitSale() {
        var kit = new SaleLine.KitOf(1, new Sku("SK-CG160"), "Kit revisão CG 160", Quantity.ONE);
        var lines =
                List.of(
                        line(1, "OIL-20W50-1L", "Óleo mineral 20W-50, 1 litro", "1", "32.50", 10)
                                .ofKit(kit)
                                .withNote("Sábado"),
                        line(2, "FLT-CG160", "Filtro de óleo CG 160", "1", "14.90", 10).ofKit(kit),
                        line(3, "CBL-INOX-M", "Cabo de aço inox, por metro", "1.5", "7.80", 0));
        var back =
                Refund.line(
                        new SaleLine.ReturnOf(id(9), number(120), 2),
                        lines.get(1),
                        Quantity.ZERO,
                        Quantity.ONE,
                        4);
        var all = List.of(lines.get(0), lines.get(1), lines.get(2), back);
        var total = Money.sum(all.stream().map(SaleLine::total).toList(), BRL);
        return sale(number(127), all, List.of(Tender.Cash.exactly(total)));
    }

    /// Paid with a gift card and on account, with a new gift card bought besides.
    public static Sale cardSale() {
        return sale(
                number(125),
                sale().lines(),
                List.of(
                        new Tender.GiftCard(
                                id(30),
                                "7QF2",
                                money("30.00"),
                                Optional.of(id(31)),
                                Optional.empty()),
                        new Tender.Account(id(32), money("50.00"), Optional.of(id(33))),
                        Tender.GiftCard.handedOut(id(34), "39HN", money("25.00"), id(35)),
                        Tender.Cash.exactly(money("61.02"))));
    }

    /// What was taken off by itself, not by hand.
    public static Sale promotedSale() {
        SaleLine line = sale().lines().getFirst();
        return sale(
                number(126), List.of(promoted(line)), List.of(Tender.Cash.exactly(line.total())));
    }

    private static SaleLine promoted(SaleLine line) {
        return new SaleLine(
                line.lineId(),
                line.kind(),
                line.sku(),
                line.description(),
                line.quantity(),
                line.list(),
                line.unit(),
                line.reason(),
                line.gross(),
                line.adjustments().stream()
                        .map(off ->
                                new Adjustment(
                                        Adjustment.Kind.PROMOTION,
                                        "10 % nos freios, terças às 18h",
                                        off.amount()))
                        .toList(),
                line.taxPercent(),
                line.net(),
                line.tax(),
                line.total(),
                line.returnOf());
    }

    public static Sale returned() {
        Sale sold = sale();
        SaleLine back = Refund.line(sold, sold.lines().getFirst(), Quantity.ZERO, Quantity.ONE, 1);
        return sale(number(124), List.of(back), List.of(Tender.Cash.exactly(back.total())));
    }

    /// A broken brake pad comes back, and the whole sale is bought again.
    public static Sale exchange() {
        Sale sold = sale();
        SaleLine back =
                Refund.line(sold, sold.lines().getFirst(), Quantity.ZERO, Quantity.ONE, 100_000)
                        .withReturned(
                                Returned.of(Returned.Reason.DEFECTIVE, Returned.Condition.WASTE));
        var lines = new java.util.ArrayList<>(sold.lines());
        lines.add(back);
        return sale(
                number(125), lines, List.of(Tender.Cash.exactly(sold.total().plus(back.total()))));
    }

    /// With something to say of a line.
    public static Sale noted() {
        var lines = new java.util.ArrayList<>(sale().lines());
        lines.set(0, lines.getFirst().withNote("left side only"));
        return sale(number(127), lines, List.of(Tender.Cash.exactly(sale().total())));
    }

    /// The whole sale was a mistake.
    public static Sale voided() {
        Sale sold = sale();
        var lines = new java.util.ArrayList<SaleLine>();
        for (SaleLine line : sold.lines()) {
            lines.add(
                    Refund.line(sold, line, Quantity.ZERO, line.quantity(), 100_000 + lines.size())
                            .withReturned(
                                    Returned.of(
                                            Returned.Reason.VOIDED, Returned.Condition.TO_STOCK)));
        }
        return sale(number(126), lines, List.of(Tender.Cash.exactly(sold.total().negated())));
    }

    public static Order order() {
        SaleLine sold = sale().lines().getFirst();
        var priced =
                new PricedLine(
                        1,
                        sold.sku(),
                        sold.quantity(),
                        sold.list(),
                        sold.unit(),
                        sold.reason(),
                        sold.gross(),
                        sold.adjustments(),
                        sold.taxPercent(),
                        sold.net(),
                        sold.tax(),
                        sold.total());
        return new Order(
                id(20),
                "W-104233",
                STORE,
                Optional.empty(),
                "Conceição Araújo",
                Optional.of("+55 19 99999-0000"),
                List.of(new Order.Line(priced, sold.description())),
                sold.total(),
                List.of(),
                NOON,
                NOON.plusSeconds(3 * 86_400),
                "0".repeat(64),
                new OrderState.Ready(NOON, "B-12"));
    }

    public static ShiftOpening opening() {
        return new ShiftOpening(
                SHIFT, STORE, DEVICE, DAY, NOON.minusSeconds(25_000), id(3), money("200.00"));
    }

    /// At the second drawer, and at another till before.
    public static ShiftOpening carriedOpening() {
        ShiftOpening usual = opening();
        var before = new CarriedShift(id(29), 1, 310, totals());
        return new ShiftOpening(
                usual.shiftId(),
                usual.store(),
                usual.device(),
                usual.businessDay(),
                usual.at(),
                usual.staffId(),
                usual.openingFloat(),
                Optional.of(new ShiftTerms(false, 2, Optional.of(before))));
    }

    public static ShiftTotals totals() {
        return ShiftTotals.none(BRL).plus(sale()).plus(returned());
    }

    public static ShiftClosing closing(String counted) {
        return closing(totals(), counted);
    }

    /// A shift that sold with every kind of tender.
    public static ShiftClosing closingWithCards() {
        return closing(totals().plus(cardSale()), "280.63");
    }

    private static ShiftClosing closing(ShiftTotals totals, String counted) {
        Money expected = opening().openingFloat().plus(totals.by("cash"));
        var report = new ZReport(17, SHIFT, id(12), 301, 358, totals, expected, money(counted));
        return new ShiftClosing(SHIFT, STORE, DEVICE, NOON, id(3), report);
    }

    /// Paid in, paid out, dropped into the safe, and opened for nothing.
    public static List<CashMovement> movements() {
        return List.of(
                movement(1, CashPurpose.CHANGE_FROM_SAFE, "50.00", ""),
                movement(2, CashPurpose.SUPPLIER, "85.00", "NF 4471, óleo 20W-50"),
                movement(3, CashPurpose.TO_SAFE, "100.00", ""),
                movement(4, CashPurpose.GIVING_CHANGE, "0.00", ""));
    }

    private static CashMovement movement(
            int number, CashPurpose purpose, String amount, String note) {
        return new CashMovement(
                id(30 + number),
                SHIFT,
                STORE,
                DEVICE,
                DAY,
                NOON.plusSeconds(number * 600L),
                id(3),
                Optional.empty(),
                number,
                purpose,
                money(amount),
                note);
    }

    public static ShiftTotals movedTotals() {
        return movements().stream().reduce(totals(), ShiftTotals::plus, (a, _) -> a);
    }

    /// Counted piece by piece: something is missing.
    public static ShiftClosing countedClosing() {
        ShiftTotals totals = movedTotals();
        var pieces =
                List.of(
                        new CountedPieces(money("50.00"), 1),
                        new CountedPieces(money("20.00"), 1),
                        new CountedPieces(money("10.00"), 1),
                        new CountedPieces(money("5.00"), 1));
        var report =
                new ZReport(
                        18,
                        SHIFT,
                        id(12),
                        301,
                        362,
                        totals,
                        opening().openingFloat().plus(totals.cashInDrawer()),
                        money("85.00"),
                        pieces,
                        Optional.empty());
        return new ShiftClosing(SHIFT, STORE, DEVICE, NOON, id(3), report);
    }

    public static ShiftTotals totalsByTender(String cash, String card) {
        var byTender = new TreeMap<String, Money>();
        byTender.put("cash", money(cash));
        byTender.put("card", money(card));
        Money sold = money(cash).plus(money(card));
        return new ShiftTotals(1, 0, sold, money("0"), money("0"), byTender);
    }

    public static Money money(String amount) {
        return Money.parse(amount, BRL);
    }

    public static UUID id(int number) {
        return new UUID(0x0193_0000_0000_7000L, 0x8000_0000_0000_0000L + number);
    }

    private static ReceiptNumber number(long number) {
        return new ReceiptNumber(STORE, 2, 1, number);
    }

    private static SaleLine line(
            int lineId, String sku, String text, String quantity, String price, int percentOff) {
        UnitPrice unit = UnitPrice.parse(price, BRL);
        Money gross = unit.times(Quantity.parse(quantity));
        Money off = gross.part(BigDecimal.valueOf(-percentOff), BigDecimal.valueOf(100));
        Money total = gross.plus(off);
        BigDecimal rate = new BigDecimal(lineId == 2 ? "12" : "18");
        Money net = total.part(BigDecimal.valueOf(100), rate.add(BigDecimal.valueOf(100)));
        var adjustment = new Adjustment(Adjustment.Kind.LINE_DISCOUNT, percentOff + "%", off);
        return new SaleLine(
                lineId,
                SaleLine.Kind.SALE,
                new Sku(sku),
                text,
                Quantity.parse(quantity),
                unit,
                unit,
                PriceReason.LIST,
                gross,
                percentOff == 0 ? List.of() : List.of(adjustment),
                rate,
                net,
                total.minus(net),
                total,
                Optional.empty());
    }

    private static Sale sale(ReceiptNumber number, List<SaleLine> lines, List<Tender> tenders) {
        return new Sale(
                id(100 + (int) number.number()),
                number,
                STORE,
                DEVICE,
                SHIFT,
                DAY,
                NOON,
                id(3),
                Optional.empty(),
                lines,
                tenders,
                Money.sum(lines.stream().map(SaleLine::total).toList(), BRL),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of());
    }
}
