package kmmotos.model.returns;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kmmotos.model.catalog.Sku;
import kmmotos.model.money.Money;
import kmmotos.model.money.Quantity;
import kmmotos.model.money.UnitPrice;
import kmmotos.model.pricing.PriceReason;
import kmmotos.model.sales.ReceiptNumber;
import kmmotos.model.sales.SaleLine;
import kmmotos.model.stores.DeviceId;
import kmmotos.model.stores.StoreId;

/// A receipt in as few bytes as it goes: numbers in sevens of bits, texts with their length before
/// them. Of a line there are number, SKU, quantity, total, tax and rate; its description is the SKU
/// until a till looks it up, and discounts are in the total.
final class ReceiptBytes {

    private static final int WHOLE = 1;
    private static final int HEAD = 2;
    private static final int MORE = 0x80;
    private static final int MAX_LINES = 500;
    private static final int MAX_PAYMENTS = 50;
    private static final int MAX_NUMBER_BYTES = 9;

    private ReceiptBytes() {}

    /// The same receipt without its lines.
    static Receipt head(Receipt receipt) {
        return new Receipt(
                receipt.saleId(),
                receipt.number(),
                receipt.day(),
                receipt.currency(),
                receipt.customerId(),
                List.of(),
                receipt.payments());
    }

    static byte[] write(DeviceId device, Receipt receipt, boolean whole) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeByte(whole ? WHOLE : HEAD);
            write(out, device.value());
            write(out, receipt.saleId());
            write(out, receipt.number());
            number(out, receipt.day().toEpochDay());
            text(out, receipt.currency().getCurrencyCode());
            out.writeBoolean(receipt.customerId().isPresent());
            if (receipt.customerId().isPresent()) {
                write(out, receipt.customerId().get());
            }
            number(out, receipt.payments().size());
            for (Receipt.Payment payment : receipt.payments()) {
                text(out, payment.kind());
                money(out, payment.amount());
            }
            // Deposits for old parts are left to the books: the paper has no room for what a line
            // is.
            List<SaleLine> goods =
                    receipt.sold().stream()
                            .filter(line -> line.kind() == SaleLine.Kind.SALE)
                            .toList();
            number(out, goods.size());
            for (SaleLine line : goods) {
                write(out, line);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail", e);
        }
        return bytes.toByteArray();
    }

    private static void write(DataOutputStream out, UUID id) throws IOException {
        out.writeLong(id.getMostSignificantBits());
        out.writeLong(id.getLeastSignificantBits());
    }

    private static void write(DataOutputStream out, ReceiptNumber number) throws IOException {
        text(out, number.store().value());
        number(out, number.till());
        number(out, number.series());
        number(out, number.number());
    }

    private static void write(DataOutputStream out, SaleLine line) throws IOException {
        number(out, line.lineId());
        text(out, line.sku().value());
        number(out, line.quantity().thousandths());
        money(out, line.total());
        money(out, line.tax());
        number(out, line.taxPercent().scale());
        number(out, line.taxPercent().unscaledValue().longValueExact());
    }

    private static void text(DataOutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        number(out, bytes.length);
        out.write(bytes);
    }

    /// The sign is the last bit, so that small amounts below 0 are short too.
    private static void money(DataOutputStream out, Money money) throws IOException {
        number(out, (money.minor() << 1) ^ (money.minor() >> (Long.SIZE - 1)));
    }

    private static void number(DataOutputStream out, long value) throws IOException {
        if (value < 0) {
            throw new IllegalArgumentException("nothing on a receipt is below 0, was " + value);
        }
        long rest = value;
        while (rest >= MORE) {
            out.writeByte((int) (rest & (MORE - 1)) | MORE);
            rest >>>= 7;
        }
        out.writeByte((int) rest);
    }

    /// @throws IOException if the bytes are no receipt
    static SignedReceipt read(byte[] signed, String text) throws IOException {
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(signed));
        int version = in.readByte();
        if (version != WHOLE && version != HEAD) {
            throw new IOException("another version");
        }
        DeviceId device = new DeviceId(id(in));
        UUID saleId = id(in);
        ReceiptNumber number = receiptNumber(in);
        LocalDate day = LocalDate.ofEpochDay(number(in));
        Currency currency = Currency.getInstance(text(in));
        Optional<UUID> customerId = in.readBoolean() ? Optional.of(id(in)) : Optional.empty();
        List<Receipt.Payment> payments = payments(in, currency);
        List<SaleLine> lines = lines(in, currency);
        if (in.read() >= 0) {
            throw new IOException("more than a receipt");
        }
        Receipt receipt = new Receipt(saleId, number, day, currency, customerId, lines, payments);
        return new SignedReceipt(device, receipt, version == WHOLE, text);
    }

    private static UUID id(DataInputStream in) throws IOException {
        return new UUID(in.readLong(), in.readLong());
    }

    private static ReceiptNumber receiptNumber(DataInputStream in) throws IOException {
        return new ReceiptNumber(new StoreId(text(in)), count(in), count(in), number(in));
    }

    private static List<Receipt.Payment> payments(DataInputStream in, Currency currency)
            throws IOException {
        List<Receipt.Payment> payments = new ArrayList<>();
        for (int left = atMost(MAX_PAYMENTS, count(in)); left > 0; left--) {
            payments.add(new Receipt.Payment(text(in), money(in, currency)));
        }
        return payments;
    }

    private static List<SaleLine> lines(DataInputStream in, Currency currency) throws IOException {
        List<SaleLine> lines = new ArrayList<>();
        for (int left = atMost(MAX_LINES, count(in)); left > 0; left--) {
            lines.add(line(in, currency));
        }
        return lines;
    }

    private static SaleLine line(DataInputStream in, Currency currency) throws IOException {
        int lineId = count(in);
        Sku sku = new Sku(text(in));
        Quantity quantity = new Quantity(number(in));
        Money total = money(in, currency);
        Money tax = money(in, currency);
        int scale = count(in);
        BigDecimal taxPercent = new BigDecimal(BigInteger.valueOf(number(in)), scale);
        if (!quantity.isPositive()) {
            throw new IOException("a line of nothing");
        }
        UnitPrice unit = UnitPrice.of(total, quantity);
        return new SaleLine(
                lineId,
                SaleLine.Kind.SALE,
                sku,
                sku.value(),
                quantity,
                unit,
                unit,
                PriceReason.OWN,
                total,
                List.of(),
                taxPercent,
                total.minus(tax),
                tax,
                total,
                Optional.empty());
    }

    private static Money money(DataInputStream in, Currency currency) throws IOException {
        long folded = number(in);
        return Money.ofMinor((folded >>> 1) ^ -(folded & 1), currency);
    }

    private static String text(DataInputStream in) throws IOException {
        int length = count(in);
        byte[] bytes = in.readNBytes(atMost(in.available(), length));
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static int atMost(int most, int value) throws IOException {
        if (value > most) {
            throw new IOException("%d is more than %d".formatted(value, most));
        }
        return value;
    }

    private static int count(DataInputStream in) throws IOException {
        long value = number(in);
        if (value > Integer.MAX_VALUE) {
            throw new IOException("too large: " + value);
        }
        return (int) value;
    }

    private static long number(DataInputStream in) throws IOException {
        long value = 0;
        for (int i = 0; i < MAX_NUMBER_BYTES; i++) {
            int next = in.readUnsignedByte();
            value |= (long) (next & (MORE - 1)) << (7 * i);
            if (next < MORE) {
                return value;
            }
        }
        throw new IOException("a number without an end");
    }
}
