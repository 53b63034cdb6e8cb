package kmmotos.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.UUID;
import kmmotos.model.sales.ReceiptNumber;
import kmmotos.model.sales.Sale;
import kmmotos.model.stores.Till;
import kmmotos.model.sync.Json;

/// One sale, over and over: two lines, paid in cash.
public final class SampleSale {

    private static final Sale SAMPLE = read();

    private SampleSale() {}

    /// The same at this till, under another id and number.
    public static Sale of(Till till, UUID saleId, ReceiptNumber number) {
        return new Sale(
                saleId,
                number,
                till.storeId(),
                till.deviceId(),
                SAMPLE.shiftId(),
                SAMPLE.businessDay(),
                SAMPLE.at(),
                SAMPLE.staffId(),
                SAMPLE.customerId(),
                SAMPLE.lines(),
                SAMPLE.tenders(),
                SAMPLE.total(),
                SAMPLE.coupons(),
                SAMPLE.orderId(),
                SAMPLE.priceListId(),
                SAMPLE.reference(),
                SAMPLE.couponLeases());
    }

    /// In which all of them are.
    public static UUID shift() {
        return SAMPLE.shiftId();
    }

    private static Sale read() {
        try (InputStream file =
                Objects.requireNonNull(SampleSale.class.getResourceAsStream("sale.json"))) {
            return Json.MAPPER.readValue(file, Sale.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
