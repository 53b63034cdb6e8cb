package kmmotos.model.payments;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/// The number on a gift card: `GC`, 15 characters of Crockford's base 32 (75 bits that nobody can
/// guess) and a check character (their sum with the weights 1, 3, 5 ..., modulo 32).
///
/// Whoever knows it has the money, so it stands on paper alone: journal and server know the card by
/// [#cardId], a hash.
public record GiftCardNumber(String characters) {

    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final String PREFIX = "GC";
    private static final int RANDOM_CHARACTERS = 15;
    private static final int RANDOM_BITS = 5 * RANDOM_CHARACTERS;
    private static final int LENGTH = RANDOM_CHARACTERS + 1;
    private static final BigInteger BASE = BigInteger.valueOf(32);

    public GiftCardNumber {
        if (characters.length() != LENGTH
                || !characters.chars().allMatch(c -> ALPHABET.indexOf(c) >= 0)
                || check(characters.substring(0, RANDOM_CHARACTERS))
                        != characters.charAt(RANDOM_CHARACTERS)) {
            throw new IllegalArgumentException("no number of a gift card");
        }
    }

    /// The number made of the first 75 bits of a secret.
    ///
    /// @param secret at least 10 bytes nobody can guess
    public static GiftCardNumber of(byte[] secret) {
        BigInteger rest =
                new BigInteger(1, secret).shiftRight(secret.length * Byte.SIZE - RANDOM_BITS);
        StringBuilder characters = new StringBuilder();
        for (int i = 0; i < RANDOM_CHARACTERS; i++) {
            characters.insert(0, ALPHABET.charAt(rest.mod(BASE).intValue()));
            rest = rest.divide(BASE);
        }
        return new GiftCardNumber(characters.toString() + check(characters.toString()));
    }

    /// The number that was typed or scanned, if it is one.
    public static Optional<GiftCardNumber> parse(String typed) {
        String text = typed.toUpperCase(Locale.ROOT).replaceAll("[\\s-]", "");
        if (!text.startsWith(PREFIX)) {
            return Optional.empty();
        }
        String characters =
                text.substring(PREFIX.length())
                        .replace('O', '0')
                        .replace('I', '1')
                        .replace('L', '1');
        try {
            return Optional.of(new GiftCardNumber(characters));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /// As it stands in the bar code.
    public String code() {
        return PREFIX + characters;
    }

    /// As people read and type it.
    public String printed() {
        return PREFIX + "-" + characters.replaceAll("(.{4})(?=.)", "$1-");
    }

    /// What people may see of it.
    public String lastFour() {
        return characters.substring(LENGTH - 4);
    }

    /// By this the journal and the server know the card: the first 128 bits of a SHA-256 over the
    /// number.
    public UUID cardId() {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest(("km-gift-card:" + code()).getBytes(StandardCharsets.UTF_8));
            ByteBuffer bytes = ByteBuffer.wrap(hash);
            return new UUID(bytes.getLong(), bytes.getLong());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return "gift card .." + lastFour();
    }

    /// Odd weights: any one wrong character is noticed, and of two that changed places all but
    /// those 16 apart in the alphabet.
    private static char check(String random) {
        int sum = 0;
        for (int i = 0; i < random.length(); i++) {
            sum += (2 * i + 1) * ALPHABET.indexOf(random.charAt(i));
        }
        return ALPHABET.charAt(sum % ALPHABET.length());
    }
}
