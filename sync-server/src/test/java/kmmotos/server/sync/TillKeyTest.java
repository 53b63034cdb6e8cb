package kmmotos.server.sync;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Arrays;
import java.util.HexFormat;
import kmmotos.model.signatures.Ed25519;
import org.junit.jupiter.api.Test;

class TillKeyTest {

    private static final byte[] MESSAGE = "POST /v1/sync/uploads".getBytes(UTF_8);

    /// The order of the group, RFC 8032, 5.1.
    private static final BigInteger ORDER =
            BigInteger.TWO.pow(252).add(new BigInteger("27742317777372353535851937790883648493"));

    private final KeyPair keys = newKeys();
    private final TillKey key = new TillKey(keys.getPublic());
    private final byte[] signed = Ed25519.sign(keys.getPrivate(), MESSAGE);

    @Test
    void knowsWhatItsTillSigned() {
        assertThat(key.signed(MESSAGE, signed)).isTrue();
    }

    @Test
    void refusesASignatureWithAnyBitTurned() {
        for (int bit = 0; bit < signed.length * 8; bit++) {
            byte[] forged = signed.clone();
            forged[bit / 8] ^= (byte) (1 << (bit % 8));
            assertThat(key.signed(MESSAGE, forged)).as("bit %d", bit).isFalse();
        }
    }

    @Test
    void refusesAnotherMessageAndAnotherTill() {
        assertThat(key.signed("POST /v1/sync/upload".getBytes(UTF_8), signed)).isFalse();
        assertThat(new TillKey(newKeys().getPublic()).signed(MESSAGE, signed)).isFalse();
    }

    @Test
    void refusesWhatIsNoSignature() {
        assertThat(key.signed(MESSAGE, new byte[0])).isFalse();
        assertThat(key.signed(MESSAGE, new byte[64])).isFalse();
        assertThat(key.signed(MESSAGE, Arrays.copyOf(signed, 63))).isFalse();
        assertThat(key.signed(MESSAGE, Arrays.copyOf(signed, 65))).isFalse();
    }

    /// The same signature written otherwise: its scalar plus the order of the group.
    @Test
    void refusesAScalarBeyondTheOrder() {
        BigInteger scalar = new BigInteger(1, reversed(Arrays.copyOfRange(signed, 32, 64)));
        byte[] beyond = reversed(to32Bytes(scalar.add(ORDER)));
        byte[] forged = Arrays.copyOf(signed, 64);
        System.arraycopy(beyond, 0, forged, 32, 32);
        assertThat(key.signed(MESSAGE, forged)).as(HexFormat.of().formatHex(forged)).isFalse();
    }

    private static byte[] to32Bytes(BigInteger number) {
        byte[] bytes = number.toByteArray();
        byte[] padded = new byte[32];
        int from = Math.max(0, bytes.length - 32);
        System.arraycopy(bytes, from, padded, 32 - (bytes.length - from), bytes.length - from);
        return padded;
    }

    private static byte[] reversed(byte[] bytes) {
        byte[] reversed = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            reversed[i] = bytes[bytes.length - 1 - i];
        }
        return reversed;
    }

    private static KeyPair newKeys() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has Ed25519", e);
        }
    }
}
