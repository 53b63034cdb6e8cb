package kmmotos.model.pricing;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import kmmotos.model.catalog.Names;
import kmmotos.model.catalog.SampleProducts;
import kmmotos.model.money.Money;
import kmmotos.model.stores.SampleStores;

/// One promotion of each kind, on the sample products.
public final class SamplePromotions {

    public static final Promotion THREE_FOR_TWO =
            Promotion.of(
                    id(1),
                    names("3 for 2", "Leve 3, pague 2"),
                    new Deal.BuyGet(
                            Items.of(SamplePrices.OIL),
                            2,
                            Optional.empty(),
                            1,
                            BigDecimal.valueOf(100)));

    public static final Promotion KIT_AND_PAD =
            Promotion.of(
                    id(2),
                    names("Kit and pad", "Kit e pastilha"),
                    new Deal.Bundle(
                            List.of(
                                    new Deal.Part(Items.of(SamplePrices.KIT), 1),
                                    new Deal.Part(Items.of(SamplePrices.PAD), 2)),
                            brl("250.00")));

    public static final Promotion SPEND_MORE =
            Promotion.of(
                    id(3),
                    names("20 off from 200", "20 a menos a partir de 200"),
                    new Deal.Threshold(
                            Items.ALL, brl("200.00"), new Discount.AmountOff(brl("20.00"))));

    public static final Promotion TUESDAY_EVENING =
            new Promotion(
                    id(4),
                    names("Tuesday evening", "Terça à noite"),
                    new Deal.Off(
                            new Items(Set.of(), Set.of("brakes"), Set.of("TORQ")),
                            new Discount.PercentOff(BigDecimal.TEN)),
                    new Schedule(
                            Optional.of(LocalDate.of(2026, 1, 1)),
                            Optional.of(LocalDate.of(2026, 12, 31)),
                            Set.of(DayOfWeek.TUESDAY),
                            Optional.of(
                                    new Schedule.Hours(LocalTime.of(18, 0), LocalTime.of(21, 0)))),
                    Set.of(SampleStores.SAO_PAULO.storeId()),
                    Set.of("PT"),
                    Optional.of(SamplePrices.WORKSHOP),
                    false,
                    true);

    public static final List<Promotion> ALL =
            List.of(THREE_FOR_TWO, KIT_AND_PAD, SPEND_MORE, TUESDAY_EVENING);

    private SamplePromotions() {}

    public static Promotions at(List<Promotion> promotions) {
        Placement brakes =
                Placement.of(
                        SampleProducts.BRAND.code(),
                        SampleProducts.BRAKE_PADS.code(),
                        Map.of("brakes-pads", "brakes"));
        return new Promotions(promotions, _ -> brakes);
    }

    static PricingEngine engine(Promotion... promotions) {
        return new PricingEngine(
                SamplePrices.LIST.lookup(), SamplePrices.TAXES, at(List.of(promotions)));
    }

    static UUID id(int n) {
        return new UUID(0x01890000_0000_7000L, 0x8000_0000_0000_0000L + n);
    }

    private static Names names(String english, String portuguese) {
        return new Names(new TreeMap<>(Map.of("en", english, "pt-BR", portuguese)));
    }

    private static Money brl(String amount) {
        return Money.parse(amount, SampleStores.BRL);
    }
}
