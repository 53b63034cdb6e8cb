package kmmotos.installers.sample;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import kmmotos.model.catalog.Names;
import kmmotos.model.pricing.Deal;
import kmmotos.model.pricing.Discount;
import kmmotos.model.pricing.Items;
import kmmotos.model.pricing.Promotion;
import kmmotos.model.pricing.Schedule;

/// What the sample chain promotes.
public final class SamplePromotions {

    private SamplePromotions() {}

    public static List<Promotion> all() {
        return List.of(oil(), chainKit(), helmets());
    }

    private static Promotion oil() {
        return Promotion.of(
                id(1),
                names(
                        "3 bottles of oil for 2",
                        "Óleo: leve 3, pague 2",
                        "Aceite: lleve 3, pague 2"),
                new Deal.BuyGet(
                        Items.inCategory("fluids/engine-oil"),
                        2,
                        Optional.empty(),
                        1,
                        BigDecimal.valueOf(100)));
    }

    private static Promotion chainKit() {
        return Promotion.of(
                id(2),
                names(
                        "Chain care at half price with a kit",
                        "Lubrificante pela metade com o kit relação",
                        "Cuidado de cadena a mitad con el kit"),
                new Deal.BuyGet(
                        Items.inCategory("drive/chain-kits"),
                        1,
                        Optional.of(Items.inCategory("fluids/care")),
                        1,
                        BigDecimal.valueOf(50)));
    }

    private static Promotion helmets() {
        return Promotion.of(
                        id(3),
                        names(
                                "10 % on helmets, Tuesdays from 18:00",
                                "10 % em capacetes, terças a partir das 18h",
                                "10 % en cascos, martes desde las 18"),
                        new Deal.Off(
                                Items.inCategory("gear/helmets"),
                                new Discount.PercentOff(BigDecimal.TEN)))
                .during(
                        new Schedule(
                                Optional.empty(),
                                Optional.empty(),
                                Set.of(DayOfWeek.TUESDAY),
                                Optional.of(
                                        new Schedule.Hours(
                                                LocalTime.of(18, 0), LocalTime.of(22, 0)))));
    }

    private static Names names(String english, String portuguese, String spanish) {
        return new Names(new TreeMap<>(Map.of("en", english, "pt-BR", portuguese, "es", spanish)));
    }

    private static UUID id(int n) {
        return new UUID(0x01890000_0000_7000L, 0x8000_0000_0000_0700L + n);
    }
}
