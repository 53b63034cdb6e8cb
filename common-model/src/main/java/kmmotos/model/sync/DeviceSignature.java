package kmmotos.model.sync;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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

    private static final Pattern FORM =
            Pattern.compile(SCHEME + " ([0-9a-fA-F-]{36}):(\\d{1,12}):([A-Za-z0-9_-]{80,100})");

    public static DeviceSignature sign(
            PrivateKey key,
            DeviceId device,
            Instant at,
            String method,
            String target,
            byte[] body) {
        long seconds = at.getEpochSecond();
        byte[] signed = sign(key, message(method, target, seconds, body));
        return new DeviceSignature(
                device, seconds, Base64.getUrlEncoder().withoutPadding().encodeToString(signed));
    }

    /// The signature in a header; empty if it is none.
    public static Optional<DeviceSignature> find(String header) {
        Matcher matcher = FORM.matcher(header);
        return matcher.matches()
                ? Optional.of(
                        new DeviceSignature(
                                DeviceId.parse(matcher.group(1)),
                                Long.parseLong(matcher.group(2)),
                                matcher.group(3)))
                : Optional.empty();
    }

    public String header() {
        return "%s %s:%d:%s".formatted(SCHEME, device, epochSeconds, signature);
    }

    public boolean isWithinSkew(Instant serverTime) {
        Duration apart = Duration.between(Instant.ofEpochSecond(epochSeconds), serverTime).abs();
        return apart.compareTo(MAX_SKEW) <= 0;
    }

    public boolean isBy(PublicKey key, String method, String target, byte[] body) {
        return verify(key, message(method, target, body), bytes());
    }

    /// What the signature covers, if it is one of this request.
    public byte[] message(String method, String target, byte[] body) {
        return message(method, target, epochSeconds, body);
    }

    public byte[] bytes() {
        return Base64.getUrlDecoder().decode(signature);
    }

    private static byte[] message(String method, String target, long seconds, byte[] body) {
        return "%s\n%s\n%d\n%s"
                .formatted(method, target, seconds, HashChain.sha256Hex(body))
                .getBytes(StandardCharsets.UTF_8);
    }

    /// The Ed25519 signature of some bytes.
    public static byte[] sign(PrivateKey key, byte[] message) {
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(key);
            signature.update(message);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("not an Ed25519 key", e);
        }
    }

    /// Whether these bytes were signed with the key; false for anything that is no signature.
    public static boolean verify(PublicKey key, byte[] message, byte[] signed) {
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initVerify(key);
            signature.update(message);
            return signature.verify(signed);
        } catch (GeneralSecurityException _) {
            return false;
        }
    }

    /// @param base64 the key, X.509 encoded
    /// @throws IllegalArgumentException if it is no Ed25519 key
    public static PublicKey publicKey(String base64) {
        try {
            byte[] encoded = Base64.getDecoder().decode(base64);
            return KeyFactory.getInstance("Ed25519")
                    .generatePublic(new X509EncodedKeySpec(encoded));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("not an Ed25519 key", e);
        }
    }
}
