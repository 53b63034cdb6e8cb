package kmmotos.model.orders;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.UUID;
import java.util.random.RandomGenerator;

/// The code a customer shows to be given their order: 8 characters of Crockford's base 32 (no I, L,
/// O, U).
///
/// Tills get only its hash, SHA-256 over `orderId:code`, with which they can check the code without
/// the network. 40 random bits cannot be guessed at a counter.
public record PickupCode(String value) {

    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int LENGTH = 8;

    public PickupCode {
        value =
                value.toUpperCase(Locale.ROOT)
                        .replaceAll("[\\s-]", "")
                        .replace('O', '0')
                        .replace('I', '1')
                        .replace('L', '1');
        if (value.length() != LENGTH || !value.chars().allMatch(c -> ALPHABET.indexOf(c) >= 0)) {
            throw new IllegalArgumentException(
                    "a pickup code has " + LENGTH + " letters and digits");
        }
    }

    /// @param random a cryptographically strong source
    public static PickupCode random(RandomGenerator random) {
        StringBuilder code = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            code.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return new PickupCode(code.toString());
    }

    public String hashFor(UUID orderId) {
        try {
            byte[] bytes = (orderId + ":" + value).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
