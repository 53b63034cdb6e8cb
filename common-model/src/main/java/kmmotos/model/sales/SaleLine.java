package kmmotos.model.sales;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kmmotos.model.catalog.Sku;
import kmmotos.model.money.Money;
import kmmotos.model.money.Quantity;
import kmmotos.model.money.UnitPrice;
import kmmotos.model.pricing.Adjustment;
import kmmotos.model.pricing.PriceReason;
import kmmotos.model.pricing.PricedLine;

/// A line of a sale as it was sold. Everything that made its price is kept, so that nobody has to
/// compute it again.
///
/// @param lineId unique in its sale
/// @param quantity above 0 for a sale, below 0 for a return or a write-off
/// @param description as printed
/// @param returnOf the line this one gives back, if it was found
public record SaleLine(
        int lineId,
        Kind kind,
        Sku sku,
        String description,
        Quantity quantity,
        UnitPrice list,
        UnitPrice unit,
        PriceReason reason,
        Money gross,
        List<Adjustment> adjustments,
        BigDecimal taxPercent,
        Money net,
        Money tax,
        Money total,
        Optional<ReturnOf> returnOf) {

    public enum Kind {
        SALE,
        RETURN,
        /// Goods taken off the books within a sale's document: lost, broken, thrown away.
        WRITE_OFF
    }

    /// @param saleId the sale that is given back
    public record ReturnOf(UUID saleId, ReceiptNumber receiptNumber, int lineId) {}

    public SaleLine {
        adjustments = List.copyOf(adjustments);
        if (quantity.isZero() || quantity.isNegative() == (kind == Kind.SALE)) {
            throw new IllegalArgumentException(
                    "a %s line's quantity cannot be %s".formatted(kind, quantity));
        }
        if (!net.plus(tax).equals(total)) {
            throw new IllegalArgumentException(
                    "net %s and tax %s must add up to %s".formatted(net, tax, total));
        }
    }

    /// A priced line as sold: a quantity below 0 is a return.
    public static SaleLine sold(PricedLine line, String description) {
        Kind kind = line.quantity().isNegative() ? Kind.RETURN : Kind.SALE;
        return of(line, kind, description, Optional.empty());
    }

    public static SaleLine of(
            PricedLine line, Kind kind, String description, Optional<ReturnOf> returnOf) {
        return new SaleLine(
                line.lineId(),
                kind,
                line.sku(),
                description,
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
                returnOf);
    }
}
