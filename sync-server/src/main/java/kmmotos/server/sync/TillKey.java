package kmmotos.server.sync;

import java.security.PublicKey;
import java.util.Arrays;
import org.bouncycastle.math.ec.rfc8032.Ed25519;

/// A till's public key, made ready for checking many signatures. The JDK's own Ed25519 takes ten
/// times as long, which would be most of what taking a sale in costs.
final class TillKey {

    private final Ed25519.PublicPoint point;

    private TillKey(Ed25519.PublicPoint point) {
        this.point = point;
    }

    static TillKey of(PublicKey key) {
        byte[] encoded = key.getEncoded();
        byte[] raw =
                Arrays.copyOfRange(
                        encoded, encoded.length - Ed25519.PUBLIC_KEY_SIZE, encoded.length);
        return new TillKey(Ed25519.validatePublicKeyPartialExport(raw, 0));
    }

    boolean signed(byte[] message, byte[] signature) {
        return signature.length == Ed25519.SIGNATURE_SIZE
                && Ed25519.verify(signature, 0, point, message, 0, message.length);
    }
}
