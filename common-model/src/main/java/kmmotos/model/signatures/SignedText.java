package kmmotos.model.signatures;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// Signed bytes as a QR code of letters and digits holds them: a prefix and, in base 32 (0-9, A-V),
/// the bytes and an Ed25519 signature (64) of what they are for and of them.
///
/// @param prefix tells one kind of code from another
/// @param purpose no other message that the same key signs begins like this
/// @param maxLength a longer text is none
public record SignedText(String prefix, String purpose, int maxLength) {

    private static final int BASE = 32;
    private static final int SIGNATURE_BYTES = 64;

    /// @param signed its first byte is not 0, or it would be lost
    public String sign(byte[] signed, PrivateKey key) {
        byte[] signature = Ed25519.sign(key, message(signed));
        byte[] all = Arrays.copyOf(signed, signed.length + SIGNATURE_BYTES);
        System.arraycopy(signature, 0, all, signed.length, SIGNATURE_BYTES);
        return prefix + new BigInteger(1, all).toString(BASE).toUpperCase(Locale.ROOT);
    }

    /// Whether a text is meant to be one, whole or not.
    public boolean isMeantBy(String scanned) {
        String text = normalized(scanned);
        return text.startsWith(prefix) && text.length() > 2 * SIGNATURE_BYTES;
    }

    /// As it is compared and kept: without blanks, in capital letters.
    public static String normalized(String scanned) {
        return scanned.replaceAll("\\s", "").toUpperCase(Locale.ROOT);
    }

    /// The bytes without their signature, which may be wrong; empty if the text is none.
    public Optional<byte[]> content(String scanned) {
        String text = normalized(scanned);
        if (!isMeantBy(text) || text.length() > maxLength) {
            return Optional.empty();
        }
        try {
            byte[] all = decoded(text);
            return Optional.of(Arrays.copyOf(all, Math.max(0, all.length - SIGNATURE_BYTES)));
        } catch (NumberFormatException _) {
            return Optional.empty();
        }
    }

    /// @param text one that has a [#content]
    public boolean isSignedBy(String text, PublicKey key) {
        byte[] all = decoded(text);
        int signed = all.length - SIGNATURE_BYTES;
        return signed > 0
                && Ed25519.verify(
                        key,
                        message(Arrays.copyOf(all, signed)),
                        Arrays.copyOfRange(all, signed, all.length));
    }

    private byte[] decoded(String text) {
        return new BigInteger(text.substring(prefix.length()), BASE).toByteArray();
    }

    private byte[] message(byte[] signed) {
        byte[] before = purpose.getBytes(StandardCharsets.UTF_8);
        byte[] message = Arrays.copyOf(before, before.length + signed.length);
        System.arraycopy(signed, 0, message, before.length, signed.length);
        return message;
    }
}
