package kmmotos.installers.replay;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.List;

/// One invoice of the file with all its lines.
record RetailInvoice(String number, LocalDateTime at, List<RetailLine> lines) {

    boolean isCancellation() {
        return number.startsWith("C");
    }

    BigDecimal money() {
        return lines.stream().map(RetailLine::money).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
