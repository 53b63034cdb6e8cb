package kmmotos.installers.replay;

import java.math.BigDecimal;
import java.math.RoundingMode;

/// One line of an invoice, as it stands in the file: quantity and price may be zero or negative.
record RetailLine(String sku, String description, int quantity, BigDecimal unitPrice) {

    /// Rounded once, to pence.
    BigDecimal money() {
        return unitPrice.multiply(BigDecimal.valueOf(quantity)).setScale(2, RoundingMode.HALF_UP);
    }
}
