package kmmotos.model.sync;

import java.nio.charset.StandardCharsets;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import kmmotos.model.signatures.Ed25519;
import kmmotos.model.stores.DeviceId;

/// A till's signature on a request, in the header `Authorization: KM-Device <device>:<epoch
/// seconds>:<signature>`.
///
/// Signed by Ed25519 (RFC 8032) is `METHOD \n path?query \n epoch seconds \n hex SHA-256 of the
/// body as sent`; the signature is base64url without padding.
public record DeviceSignature(DeviceId device, long epochSeconds, String signature) {

    public static final String SCHEME = "KM-Device";

    /// A request signed longer ago or further ahead than this is answered with `clock_skew` and the
    /// server's time, so that the till can sign again by that.
    public static final Duration MAX_SKEW = Duration.ofMinutes(10);

    private static final int LONGEST = 200;
    private static final int SIGNATURE_BYTES = 64;

    public static DeviceSignature sign(
            PrivateKey key,
            DeviceId device,
            Instant at,
            String method,
            String target,
            byte[] body) {
        long seconds = at.getEpochSecond();
        byte[] signed = Ed25519.sign(key, message(method, target, seconds, body));
        return new DeviceSignature(
                device, seconds, Base64.getUrlEncoder().withoutPadding().encodeToString(signed));
    }

    /// The signature in a header; empty if it is none.
    public static Optional<DeviceSignature> find(String header) {
        String scheme = SCHEME + " ";
        if (!header.startsWith(scheme) || header.length() > LONGEST) {
            return Optional.empty();
        }
        String[] parts = header.substring(scheme.length()).split(":", -1);
        try {
            return parts.length == 3
                    ? Optional.of(
                                    new DeviceSignature(
                                            DeviceId.parse(parts[0]),
                                            Long.parseLong(parts[1]),
                                            parts[2]))
                            .filter(read -> read.bytes().length == SIGNATURE_BYTES)
                    : Optional.empty();
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    public String header() {
        return "%s %s:%d:%s".formatted(SCHEME, device, epochSeconds, signature);
    }

    public boolean isWithinSkew(Instant serverTime) {
        Duration apart = Duration.between(Instant.ofEpochSecond(epochSeconds), serverTime).abs();
        return apart.compareTo(MAX_SKEW) <= 0;
    }

    public boolean isBy(PublicKey key, String method, String target, byte[] body) {
        return Ed25519.verify(key, message(method, target, body), bytes());
    }

    /// What the signature covers, if it is one of this request.
    public byte[] message(String method, String target, byte[] body) {
        return message(method, target, epochSeconds, body);
    }

    public byte[] bytes() {
        return Base64.getUrlDecoder().decode(signature);
    }

    private static byte[] message(String method, String target, long seconds, byte[] body) {
        return (method + "\n" + target + "\n" + seconds + "\n" + HashChain.sha256Hex(body))
                .getBytes(StandardCharsets.UTF_8);
    }

    /// See [Ed25519#sign].
    public static byte[] sign(PrivateKey key, byte[] message) {
        return Ed25519.sign(key, message);
    }

    /// See [Ed25519#verify].
    public static boolean verify(PublicKey key, byte[] message, byte[] signed) {
        return Ed25519.verify(key, message, signed);
    }

    /// See [Ed25519#publicKey].
    public static PublicKey publicKey(String base64) {
        return Ed25519.publicKey(base64);
    }
}
