package kmmotos.installers.sample;

import java.math.BigDecimal;
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

    String fits() {
        return bike == null ? "" : bike.fits();
    }
}
