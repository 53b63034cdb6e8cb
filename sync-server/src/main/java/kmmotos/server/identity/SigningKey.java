package kmmotos.server.identity;

import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.interfaces.EdECPrivateKey;
import java.security.spec.EdECPrivateKeySpec;
import java.security.spec.NamedParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import kmmotos.server.http.Hashes;
import kmmotos.server.storage.DataFolder;
import kmmotos.server.storage.StartRefused;

/// An Ed25519 key of the server: the one for access tokens, or the one for coupons. All nodes of
/// one installation have the same.
public final class SigningKey {

    private final PrivateKey privateKey;
    private final PublicKey publicKey;
    private final String id;

    private SigningKey(PrivateKey privateKey, PublicKey publicKey) {
        this.privateKey = privateKey;
        this.publicKey = publicKey;
        this.id =
                Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(Hashes.sha256(publicKey.getEncoded()))
                        .substring(0, 12);
    }

    /// Where a key comes from.
    ///
    /// @param setting that gives it, to be named when it is none
    /// @param file in which the data folder keeps it otherwise
    public record Source(String setting, String file) {
        public static final Source TOKENS = new Source("km.identity.signing-key", "signing-key");
        public static final Source COUPONS = new Source("km.coupons.signing-key", "coupon-key");
    }

    /// @param configured base64 of a PKCS#8 private key; empty to keep one in the data folder
    public static SigningKey load(Source source, String configured, DataFolder folder) {
        String text =
                configured.isEmpty()
                        ? folder.secret(source.file(), SigningKey::random)
                        : configured;
        try {
            PrivateKey privateKey =
                    KeyFactory.getInstance("Ed25519")
                            .generatePrivate(
                                    new PKCS8EncodedKeySpec(Base64.getDecoder().decode(text)));
            return new SigningKey(privateKey, publicKeyOf(privateKey));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new StartRefused(
                    source.setting() + " is no Ed25519 private key (base64 of PKCS#8).", e);
        }
    }

    /// Names the key in a token's header.
    String id() {
        return id;
    }

    public PrivateKey privateKey() {
        return privateKey;
    }

    public PublicKey publicKey() {
        return publicKey;
    }

    byte[] sign(byte[] message) {
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(privateKey);
            signature.update(message);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has Ed25519", e);
        }
    }

    boolean verifies(byte[] message, byte[] signature) {
        return verifies(publicKey, message, signature);
    }

    /// Whether this is the key holder's signature of the message.
    public static boolean verifies(PublicKey key, byte[] message, byte[] signature) {
        try {
            Signature check = Signature.getInstance("Ed25519");
            check.initVerify(key);
            check.update(message);
            return check.verify(signature);
        } catch (SignatureException | InvalidKeyException _) {
            return false;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has Ed25519", e);
        }
    }

    private static String random() {
        try {
            PrivateKey key = KeyPairGenerator.getInstance("Ed25519").generateKeyPair().getPrivate();
            return Base64.getEncoder().encodeToString(key.getEncoded());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has Ed25519", e);
        }
    }

    /// The generator takes its randomness from the given private key, so the pair it makes is this
    /// key's.
    private static PublicKey publicKeyOf(PrivateKey key) throws GeneralSecurityException {
        byte[] seed =
                ((EdECPrivateKey) key)
                        .getBytes()
                        .orElseThrow(() -> new InvalidKeyException("the key has no bytes"));
        KeyPairGenerator generator = KeyPairGenerator.getInstance("Ed25519");
        generator.initialize(NamedParameterSpec.ED25519, new FixedRandom(seed));
        var pair = generator.generateKeyPair();
        var spec = new EdECPrivateKeySpec(NamedParameterSpec.ED25519, seed);
        if (!KeyFactory.getInstance("Ed25519").generatePrivate(spec).equals(pair.getPrivate())) {
            throw new InvalidKeyException("the public key can't be derived");
        }
        return pair.getPublic();
    }

    private static final class FixedRandom extends java.security.SecureRandom {

        private final byte[] bytes;

        FixedRandom(byte[] bytes) {
            this.bytes = bytes.clone();
        }

        @Override
        public void nextBytes(byte[] target) {
            System.arraycopy(bytes, 0, target, 0, target.length);
        }
    }
}
