package kmmotos.installers.sample;

import java.math.BigDecimal;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// One row of the catalogue. `product` groups the variants of one product.
record SamplePart(
        String sku,
        String product,
        String variant,
        PartFamily family,
        PartNames names,
        String brand,
        String gtin,
        String partNumber,
        @Nullable String supersededBy,
        @Nullable SampleBike bike,
        BigDecimal price) {

    /// The maker's own, and for what fits every motorcycle the one by which all makers' parts of
    /// its kind are known: so they are each other's alternatives.
    String partNumbers() {
        return bike == null
                ? partNumber
                        + "|X-"
                        + (family.family() + " " + variant)
                                .strip()
                                .toUpperCase(Locale.ROOT)
                                .replaceAll("[^A-Z0-9]+", "-")
                : partNumber;
    }

    String fits() {
        return bike == null ? "" : bike.fits();
    }
}
