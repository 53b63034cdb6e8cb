package kmmotos.model.catalog;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import kmmotos.model.fitment.Fitment;
import kmmotos.model.money.Money;
import kmmotos.model.money.Quantity;
import kmmotos.model.stores.SampleStores;

/// A handful of parts with all that parts have: messy numbers, a barcode, a core charge, a
/// successor.
public final class SampleProducts {

    public static final Brand BRAND = new Brand("TORQ", "Torqline");
    public static final Category BRAKES =
            new Category("brakes", Optional.empty(), Names.of("en", "Brakes"));
    public static final Category BRAKE_PADS =
            new Category(
                    "brakes-pads",
                    Optional.of("brakes"),
                    new Names(new TreeMap<>(Map.of("en", "Brake pads", "pt-BR", "Pastilhas"))));

    public static final Product BRAKE_PAD =
            product("Front brake pad CG 160", "14_00021 / 700102/12", "7891000000014", Unit.PIECE);
    public static final Product CHAIN_KIT =
            product("Chain kit CB 300R", "KT-520-118", "7891000000021", Unit.SET);
    public static final Product OIL =
            product("Engine oil 10W-30", "OL1030", "7891000000038", Unit.LITRE);

    public static final List<Product> ALL = List.of(BRAKE_PAD, CHAIN_KIT, OIL);

    private SampleProducts() {}

    /// A product with one variant.
    ///
    /// @param gtinBody at least the digits before the check digit; that is put right
    public static Product product(String name, String sku, String gtinBody, Unit unit) {
        String digits = gtinBody.substring(0, 12);
        Variant variant =
                new Variant(
                        new Sku(sku),
                        List.of(new Gtin(digits + Gtin.checkDigit(digits))),
                        List.of("OEM " + sku),
                        new TreeMap<>(),
                        unit,
                        Optional.empty(),
                        Optional.empty(),
                        List.of(new Fitment("Honda", "CG 160", 2016, Optional.of(2024))));
        return new Product(
                UUID.nameUUIDFromBytes(sku.getBytes(StandardCharsets.UTF_8)),
                new Names(new TreeMap<>(Map.of("en", name, "pt-BR", name + " (pt)"))),
                Optional.empty(),
                BRAND.code(),
                BRAKE_PADS.code(),
                "standard",
                List.of(variant),
                true);
    }

    /// A battery whose old one is worth a deposit, and which replaces another.
    public static Product battery() {
        Product plain = product("Battery YTX5L", "BAT-5L", "7891000000045", Unit.PIECE);
        Variant variant = plain.variants().getFirst();
        Variant withCore =
                new Variant(
                        variant.sku(),
                        variant.gtins(),
                        variant.partNumbers(),
                        variant.options(),
                        variant.unit(),
                        Optional.of(new Sku("BAT-5L-B")),
                        Optional.of(Money.parse("25.00", SampleStores.BRL)),
                        variant.fits());
        return new Product(
                plain.productId(),
                plain.names(),
                plain.descriptions(),
                plain.brand(),
                plain.category(),
                plain.taxCategory(),
                List.of(withCore),
                true);
    }

    /// Two brake pads and a litre of oil.
    public static Product serviceKit() {
        return with(
                product("Service kit CG 160", "SK-CG160", "7891000000052", Unit.SET),
                variant ->
                        variant.madeOf(
                                new Kit(
                                        List.of(
                                                new Kit.Part(sku(BRAKE_PAD), Quantity.of(2)),
                                                new Kit.Part(sku(OIL), Quantity.ONE)))));
    }

    /// One of each.
    public static Product kitOf(String sku, Sku... parts) {
        return with(
                product("Kit " + sku, sku, "7891000000076", Unit.SET),
                variant ->
                        variant.madeOf(
                                new Kit(
                                        Stream.of(parts)
                                                .map(part -> new Kit.Part(part, Quantity.ONE))
                                                .toList())));
    }

    /// Each one has its serial number.
    public static Product alarm() {
        return with(
                product("Alarm PX-350", "AL-350", "7891000000069", Unit.PIECE),
                variant -> variant.toldApartBy(Tracking.SERIAL));
    }

    private static Product with(Product plain, UnaryOperator<Variant> change) {
        return new Product(
                plain.productId(),
                plain.names(),
                plain.descriptions(),
                plain.brand(),
                plain.category(),
                plain.taxCategory(),
                List.of(change.apply(plain.variants().getFirst())),
                true);
    }

    public static Sku sku(Product product) {
        return product.variants().getFirst().sku();
    }
}
