package kmmotos.simulation.chain;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import kmmotos.model.catalog.Sku;
import kmmotos.model.fitment.Motorcycle;
import kmmotos.model.money.Money;
import kmmotos.model.money.Quantity;
import kmmotos.model.money.UnitPrice;
import kmmotos.model.pricing.PriceReason;
import kmmotos.model.pricing.PricedLine;
import kmmotos.model.sales.Sale;
import kmmotos.model.sales.SaleLine;
import kmmotos.model.sales.Tender;

/// A few parts that everybody wants: few, so that tills, web orders and counts meet over them.
public final class Goods {

    public static final Currency CURRENCY = Currency.getInstance("BRL");
    public static final List<Sku> SKUS =
            IntStream.rangeClosed(1, 6).mapToObj(n -> new Sku("PART-" + n)).toList();

    public static final Quantity ONE = Quantity.ONE;

    private static final BigDecimal TAX_PERCENT = new BigDecimal("18");
    private static final BigDecimal HUNDRED = new BigDecimal("100");

    private Goods() {}

    public static Sku any(RandomGenerator random) {
        return SKUS.get(random.nextInt(SKUS.size()));
    }

    public static SaleLine line(int lineId, Sku sku, long quantity, SaleLine.Kind kind) {
        return SaleLine.of(priced(lineId, sku, quantity), kind, sku.value(), Optional.empty());
    }

    /// At a price that tells one part from the other, tax included.
    public static PricedLine priced(int lineId, Sku sku, long quantity) {
        UnitPrice unit = UnitPrice.of(Money.ofMinor(1_000 + 7L * SKUS.indexOf(sku), CURRENCY));
        Money total = unit.times(Quantity.of(quantity));
        Money tax = total.part(TAX_PERCENT, HUNDRED.add(TAX_PERCENT));
        return new PricedLine(
                lineId,
                sku,
                Quantity.of(quantity),
                unit,
                unit,
                PriceReason.LIST,
                total,
                List.of(),
                TAX_PERCENT,
                total.minus(tax),
                tax,
                total);
    }

    /// Dollars at 5.00, the next full one, with change.
    public static Tender.ForeignCash foreignCash(Money total) {
        BigDecimal rate = new BigDecimal("5.00");
        Money given = Money.ofMinor((total.minor() / 500 + 1) * 100, Currency.getInstance("USD"));
        Money worth = Tender.ForeignCash.worth(given, rate, total.currency());
        return new Tender.ForeignCash(total, given, rate, worth.minus(total));
    }

    /// The same lines as one kit, the first piece of each with a serial number.
    public static List<SaleLine> asKit(List<SaleLine> lines, UUID number) {
        var kit = new SaleLine.KitOf(1, new Sku("KIT"), "A kit", ONE);
        return lines.stream()
                .map(line ->
                        line.ofKit(kit)
                                .withSerials(
                                        List.of(
                                                "SN-%s-%d"
                                                        .formatted(
                                                                number.toString().substring(24),
                                                                line.lineId()))))
                .toList();
    }

    /// The same sale, of parts for a motorcycle.
    public static Sale forBike(Sale sale) {
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
                sale.tenders(),
                sale.total(),
                sale.coupons(),
                sale.orderId(),
                sale.priceListId(),
                sale.reference(),
                sale.couponLeases(),
                sale.note(),
                Optional.of(new Motorcycle("Honda", "CG 160", 2019)));
    }
}
