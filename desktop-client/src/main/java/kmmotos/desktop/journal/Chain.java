package kmmotos.desktop.journal;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// The hash chain over the bodies of the facts: SHA-256(hash before || body). It starts from 32
/// zero bytes.
final class Chain {
    static final String START = "0".repeat(64);

    private Chain() {}

    static byte[] next(byte[] before, byte[] body) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            sha256.update(before);
            return sha256.digest(body);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    static byte[] bytes(String hash) {
        return HexFormat.of().parseHex(hash);
    }

    static String text(byte[] hash) {
        return HexFormat.of().formatHex(hash);
    }
}
