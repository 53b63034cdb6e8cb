package kmmotos.model.sync;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// The chain that ties each journal entry to all before it: `hash = SHA-256(previous hash ||
/// canonical bytes)`, in lower-case hex. A fork or an altered entry shows as another hash.
public final class HashChain {

    /// What the first entry of a journal follows: 32 zero bytes.
    public static final String START = "0".repeat(64);

    private HashChain() {}

    /// @param previous 64 hex digits
    public static String next(String previous, byte[] canonicalBytes) {
        byte[] before = HexFormat.of().parseHex(previous);
        return HexFormat.of().formatHex(next(before, canonicalBytes));
    }

    /// @param previous 32 bytes
    public static byte[] next(byte[] previous, byte[] canonicalBytes) {
        MessageDigest digest = sha256();
        digest.update(previous);
        return digest.digest(canonicalBytes);
    }

    /// The plain SHA-256 of some bytes, in lower-case hex.
    public static String sha256Hex(byte[] bytes) {
        return HexFormat.of().formatHex(sha256().digest(bytes));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
