package kmmotos.desktop.sales;

import java.util.Optional;
import kmmotos.model.orders.Order;
import kmmotos.model.sales.SaleLine;

/// Lines that bring their price with them.
final class FixedLines {
    private FixedLines() {}

    static SaleLine of(Order.Line ordered, int lineId) {
        var line = ordered.priced();
        return new SaleLine(
                lineId,
                SaleLine.Kind.SALE,
                line.sku(),
                ordered.description(),
                line.quantity(),
                line.list(),
                line.unit(),
                line.reason(),
                line.gross(),
                line.adjustments(),
                line.taxPercent(),
                line.net(),
                line.tax(),
                line.total(),
                Optional.empty());
    }
}
