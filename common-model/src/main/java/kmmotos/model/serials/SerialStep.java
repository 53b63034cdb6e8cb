package kmmotos.model.serials;

import java.time.Instant;
import java.util.stream.Stream;
import kmmotos.model.catalog.Sku;
import kmmotos.model.sales.Sale;
import kmmotos.model.sales.SaleLine;
import kmmotos.model.stock.StockReceipt;
import kmmotos.model.stores.StoreId;

/// What happened to a piece at a store.
///
/// @param at the till's clock
/// @param reference the receipt's number, or the delivery note
public record SerialStep(
        String serial, Kind kind, Sku sku, StoreId store, Instant at, String reference) {

    public enum Kind {
        RECEIVED,
        SOLD,
        RETURNED
    }

    public static Stream<SerialStep> of(Sale sale) {
        return sale.lines().stream()
                .filter(line -> line.kind() != SaleLine.Kind.WRITE_OFF)
                .flatMap(line ->
                        line.serials().stream()
                                .map(serial ->
                                        new SerialStep(
                                                serial,
                                                line.kind().isSold() ? Kind.SOLD : Kind.RETURNED,
                                                line.sku(),
                                                sale.store(),
                                                sale.at(),
                                                sale.receiptNumber().toString())));
    }

    public static Stream<SerialStep> of(StockReceipt receipt, Instant at) {
        return receipt.lines().stream()
                .flatMap(line ->
                        line.serials().stream()
                                .map(serial ->
                                        new SerialStep(
                                                serial,
                                                Kind.RECEIVED,
                                                line.sku(),
                                                receipt.store(),
                                                at,
                                                receipt.reference())));
    }

    /// Whether both tell the same, of whomever it was heard.
    boolean isSameAs(SerialStep other) {
        return kind == other.kind
                && sku.equals(other.sku)
                && store.equals(other.store)
                && reference.equals(other.reference);
    }
}
