package kmmotos.model.pricing;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import kmmotos.model.catalog.SampleProducts;
import kmmotos.model.catalog.Sku;
import kmmotos.model.money.Money;
import kmmotos.model.money.Quantity;
import kmmotos.model.money.UnitPrice;
import kmmotos.model.stores.SampleStores;

/// Prices and tax for the sample products in São Paulo, with a tier and a workshop's price.
public final class SamplePrices {

    public static final LocalDate DAY = LocalDate.of(2026, 11, 21);
    public static final String WORKSHOP = "workshop";

    public static final Sku PAD = SampleProducts.sku(SampleProducts.BRAKE_PAD);
    public static final Sku KIT = SampleProducts.sku(SampleProducts.CHAIN_KIT);
    public static final Sku OIL = SampleProducts.sku(SampleProducts.OIL);

    public static final PriceList LIST =
            new PriceList(
                    SampleStores.SAO_PAULO.zone(),
                    SampleStores.BRL,
                    Instant.parse("2026-01-01T03:00:00Z"),
                    List.of(
                            Price.of(PAD, brl("49.90")),
                            row(PAD, "45.00", 4, Optional.empty()),
                            row(PAD, "39.90", 1, Optional.of(WORKSHOP)),
                            Price.of(KIT, brl("189.00")),
                            Price.of(OIL, brl("32.333"))));

    public static final TaxRules TAXES =
            new TaxRules(
                    "BR-SP",
                    List.of(
                            new TaxRules.Rate(
                                    "standard", new BigDecimal("18"), LocalDate.of(2020, 1, 1))));

    public static final Coupon COUPON =
            new Coupon(
                    "BEMVINDO10",
                    new Discount.PercentOff(BigDecimal.TEN),
                    Optional.of(Money.parse("50.00", SampleStores.BRL)),
                    Optional.empty(),
                    Optional.of(LocalDate.of(2026, 12, 31)),
                    Optional.of(1),
                    true);

    private SamplePrices() {}

    public static PricingEngine engine() {
        return new PricingEngine(LIST.lookup(), TAXES);
    }

    public static PricingContext retail() {
        return PricingContext.of(SampleStores.SAO_PAULO, DAY, Optional.empty());
    }

    public static UnitPrice brl(String amount) {
        return UnitPrice.parse(amount, SampleStores.BRL);
    }

    private static Price row(Sku sku, String amount, long from, Optional<String> group) {
        return new Price(
                sku,
                brl(amount),
                Quantity.of(from),
                group,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
