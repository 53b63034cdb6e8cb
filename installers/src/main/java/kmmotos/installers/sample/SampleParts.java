package kmmotos.installers.sample;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/// Makes the catalogue. `java.util.Random` is specified to the bit, so the same parts come out on
/// every machine.
final class SampleParts {
    private static final long SEED = 20_261_122;
    private static final int PERCENT_WITH_OLDER_PART = 2;

    private final Random random = new Random(SEED);
    private final SampleBrands brands = new SampleBrands();
    private final List<SamplePart> parts = new ArrayList<>();
    private int products;

    private SampleParts() {}

    static List<SamplePart> make() {
        SampleParts sample = new SampleParts();
        List<SampleBike> bikes = SampleBike.all();
        for (PartFamily family : PartFamily.all()) {
            if (family.isUniversal()) {
                sample.addForEveryBrand(family);
            } else {
                sample.addForSome(family, bikes);
            }
        }
        return List.copyOf(sample.parts);
    }

    private void addForEveryBrand(PartFamily family) {
        for (String brand : brands.of(family)) {
            addProduct(family, brand, null);
        }
    }

    private void addForSome(PartFamily family, List<SampleBike> bikes) {
        List<String> makers = brands.of(family);
        for (SampleBike bike : bikes) {
            if (random.nextInt(100) < family.share()) {
                addProduct(family, makers.get(random.nextInt(makers.size())), bike);
            }
        }
    }

    private void addProduct(PartFamily family, String brand, @Nullable SampleBike bike) {
        String product = "P%05d".formatted(++products);
        BigDecimal price = price(family, bike);
        for (String variant : family.variants()) {
            add(product, family, brand, bike, variant, null, price);
            if (bike != null && random.nextInt(100) < PERCENT_WITH_OLDER_PART) {
                String newer = parts.getLast().sku();
                add("P%05d".formatted(++products), family, brand, bike, variant, newer, price);
            }
        }
    }

    private void add(
            String product,
            PartFamily family,
            String brand,
            @Nullable SampleBike bike,
            String variant,
            @Nullable String newer,
            BigDecimal price) {
        int n = parts.size() + 1;
        String fitting = bike == null ? "" : bike.name();
        parts.add(
                new SamplePart(
                        SampleNumbers.sku(brand, family, n),
                        product,
                        variant,
                        family,
                        family.names().plus(fitting).plus(brand),
                        brand,
                        SampleNumbers.gtin(n),
                        SampleNumbers.partNumber(brand, n),
                        newer,
                        bike,
                        price));
    }

    /// Between the family's low and high price by the size of the motorcycle, up to 15 % more or
    /// less, ending in .90.
    private BigDecimal price(PartFamily family, @Nullable SampleBike bike) {
        double size = bike == null ? random.nextDouble() : bike.size();
        double spread = 0.85 + random.nextInt(31) / 100.0;
        double exact = (family.low() + (family.high() - family.low()) * size) * spread;
        if (exact < 10) {
            return BigDecimal.valueOf(exact).setScale(1, RoundingMode.HALF_UP).setScale(2);
        }
        return new BigDecimal((int) exact + ".90");
    }
}
