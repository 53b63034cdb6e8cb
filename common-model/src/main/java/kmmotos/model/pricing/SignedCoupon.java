package kmmotos.model.pricing;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.time.LocalDate;
import java.util.Currency;
import java.util.HexFormat;
import java.util.Optional;
import kmmotos.model.money.Money;
import kmmotos.model.signatures.SignedText;
import kmmotos.model.stores.StoreId;

/// A coupon for one use that carries its terms and head office's signature, so that a till believes
/// it without asking anybody and without having heard of it.
///
/// On paper it is a QR code of [#text]: `KMC` and, in base 32 (0-9, A-V), the version 1, the key's
/// id (4 bytes), the coupon's number (10), discount, minimum, days and store, and an Ed25519
/// signature (64) of all before it. People type [Coupon#code] instead, where there is a network.
///
/// @param keyId names the key that signed it
/// @param coupon its code is the coupon's number; it can be used once and has a last day
/// @param store the only one that takes it; empty for every one
/// @param text what the QR code holds
public record SignedCoupon(String keyId, Coupon coupon, Optional<StoreId> store, String text) {

    public static final int NUMBER_BYTES = 10;

    private static final SignedText FORM = new SignedText("KMC", "km-coupon:", 400);
    private static final String CODE = "KC(-[0-9A-HJKMNP-TV-Z]{4}){4}";
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int BASE = 32;
    private static final int VERSION = 1;
    private static final int KEY_ID_BYTES = 4;
    private static final int PERCENT = 1;
    private static final int AMOUNT = 2;
    private static final LocalDate NO_DAY = LocalDate.EPOCH;

    /// What is to be signed.
    ///
    /// @param number what nobody can guess, as many bytes as [#NUMBER_BYTES]
    @SuppressWarnings("ArrayRecordComponent")
    public record Terms(
            byte[] number,
            Discount discount,
            Optional<Money> minimum,
            Optional<LocalDate> from,
            LocalDate until,
            Optional<StoreId> store) {

        public Terms {
            if (number.length != NUMBER_BYTES) {
                throw new IllegalArgumentException(
                        "a coupon's number has %d bytes, was %d"
                                .formatted(NUMBER_BYTES, number.length));
            }
            if (from.filter(until::isBefore).isPresent()) {
                throw new IllegalArgumentException(
                        "a coupon ends after it begins, was %s to %s".formatted(from.get(), until));
            }
        }
    }

    /// Names a key among those that sign coupons: the first 32 bits of a SHA-256 over it.
    public static String keyId(PublicKey key) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(key.getEncoded());
            return HexFormat.of().formatHex(hash, 0, KEY_ID_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    public static SignedCoupon sign(Terms terms, String keyId, PrivateKey key) {
        String text = FORM.sign(bytes(terms, keyId), key);
        return new SignedCoupon(keyId, coupon(terms), terms.store(), text);
    }

    /// Whether a text is meant to be one, whole or not.
    public static boolean isMeantBy(String scanned) {
        return FORM.isMeantBy(scanned);
    }

    /// Whether a code is the number of a signed coupon; no other coupon may have such a code.
    public static boolean isCode(String code) {
        return code.matches(CODE);
    }

    /// What was scanned or pasted, if it can be read. Whether it is true, [#isSignedBy] says.
    public static Optional<SignedCoupon> parse(String scanned) {
        return FORM.content(scanned).flatMap(signed -> read(signed, scanned));
    }

    private static Optional<SignedCoupon> read(byte[] signed, String scanned) {
        try {
            return Optional.of(parsed(signed, SignedText.normalized(scanned)));
        } catch (IOException | IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    public boolean isSignedBy(PublicKey key) {
        return FORM.isSignedBy(text, key);
    }

    private static byte[] bytes(Terms terms, String keyId) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeByte(VERSION);
            out.writeInt(Integer.parseUnsignedInt(keyId, 16));
            out.write(terms.number());
            write(out, terms.discount());
            out.writeBoolean(terms.minimum().isPresent());
            if (terms.minimum().isPresent()) {
                write(out, terms.minimum().get());
            }
            out.writeInt((int) terms.from().orElse(NO_DAY).toEpochDay());
            out.writeInt((int) terms.until().toEpochDay());
            out.writeUTF(terms.store().map(StoreId::value).orElse(""));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void write(DataOutputStream out, Discount discount) throws IOException {
        switch (discount) {
            case Discount.PercentOff(BigDecimal percent) -> {
                out.writeByte(PERCENT);
                out.writeUTF(percent.stripTrailingZeros().toPlainString());
            }
            case Discount.AmountOff(Money amount) -> {
                out.writeByte(AMOUNT);
                write(out, amount);
            }
        }
    }

    private static void write(DataOutputStream out, Money money) throws IOException {
        out.writeUTF(money.currency().getCurrencyCode());
        out.writeLong(money.minor());
    }

    private static SignedCoupon parsed(byte[] signed, String text) throws IOException {
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(signed));
        if (in.readByte() != VERSION) {
            throw new IOException("another version");
        }
        String keyId = "%08x".formatted(in.readInt());
        Terms terms =
                new Terms(
                        in.readNBytes(NUMBER_BYTES),
                        discount(in),
                        in.readBoolean() ? Optional.of(money(in)) : Optional.empty(),
                        Optional.of(LocalDate.ofEpochDay(in.readInt()))
                                .filter(day -> !day.equals(NO_DAY)),
                        LocalDate.ofEpochDay(in.readInt()),
                        Optional.of(in.readUTF())
                                .filter(store -> !store.isEmpty())
                                .map(StoreId::new));
        if (in.read() >= 0) {
            throw new IOException("more than a coupon");
        }
        return new SignedCoupon(keyId, coupon(terms), terms.store(), text);
    }

    private static Discount discount(DataInputStream in) throws IOException {
        return switch (in.readByte()) {
            case PERCENT -> new Discount.PercentOff(new BigDecimal(in.readUTF()));
            case AMOUNT -> new Discount.AmountOff(money(in));
            default -> throw new IOException("another discount");
        };
    }

    private static Money money(DataInputStream in) throws IOException {
        Currency currency = Currency.getInstance(in.readUTF());
        return Money.ofMinor(in.readLong(), currency);
    }

    private static Coupon coupon(Terms terms) {
        return new Coupon(
                code(terms.number()),
                terms.discount(),
                terms.minimum(),
                terms.from(),
                Optional.of(terms.until()),
                Optional.of(1),
                true);
    }

    /// The number as people read and type it: 80 bits in Crockford's base 32, in fours.
    private static String code(byte[] number) {
        StringBuilder code = new StringBuilder("KC");
        BigInteger bits = new BigInteger(1, number);
        int digits = NUMBER_BYTES * Byte.SIZE / 5;
        for (int i = 0; i < digits; i++) {
            code.append(i % 4 == 0 ? "-" : "");
            int digit = bits.shiftRight(5 * (digits - 1 - i)).intValue() & (BASE - 1);
            code.append(ALPHABET.charAt(digit));
        }
        return code.toString();
    }
}
