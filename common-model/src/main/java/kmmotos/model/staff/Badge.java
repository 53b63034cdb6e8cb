package kmmotos.model.staff;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// The code on a person's badge, to be scanned instead of typing a PIN: `KMB` and 128 random bits
/// in base 32 (digits and A-V).
///
/// Whoever has it can sign in, so it stands on the badge alone: everybody else keeps [#hash]. The
/// plain SHA-256 is enough, because nobody can try 2^128 codes.
public record Badge(String code) {

    public static final int SECRET_BYTES = 16;

    private static final String PREFIX = "KMB";
    private static final int DIGITS = 26;
    private static final int BASE = 32;
    private static final Pattern CODE = Pattern.compile(PREFIX + "[0-9A-V]{" + DIGITS + "}");

    public Badge {
        if (!CODE.matcher(code).matches()) {
            throw new IllegalArgumentException("no code of a badge");
        }
    }

    /// @param secret 16 bytes that nobody can guess
    public static Badge of(byte[] secret) {
        if (secret.length != SECRET_BYTES) {
            throw new IllegalArgumentException(
                    "a badge has %d random bytes, was %d".formatted(SECRET_BYTES, secret.length));
        }
        String digits = new BigInteger(1, secret).toString(BASE).toUpperCase(Locale.ROOT);
        return new Badge(PREFIX + "0".repeat(DIGITS - digits.length()) + digits);
    }

    /// The badge that was scanned, if it is one.
    public static Optional<Badge> parse(String scanned) {
        String text = scanned.strip().toUpperCase(Locale.ROOT);
        return CODE.matcher(text).matches() ? Optional.of(new Badge(text)) : Optional.empty();
    }

    /// By which tills and the server know the badge, in hex.
    public String hash() {
        try {
            byte[] bytes = code.getBytes(StandardCharsets.US_ASCII);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /// The code itself never gets into a log.
    @Override
    public String toString() {
        return PREFIX + "...";
    }
}
