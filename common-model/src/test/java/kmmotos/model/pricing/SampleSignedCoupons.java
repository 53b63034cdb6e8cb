package kmmotos.model.pricing;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.Optional;
import kmmotos.model.signatures.Ed25519;
import kmmotos.model.stores.StoreId;

/// Coupons that head office signed, with a key that signs nothing else.
public final class SampleSignedCoupons {

    public static final PublicKey KEY =
            Ed25519.publicKey("MCowBQYDK2VwAyEAA6EHv/POEL4dcN0Y50vAmWfk1jCbpQ1fHdyGZBJVMbg=");
    public static final String KEY_ID = SignedCoupon.keyId(KEY);

    private static final String PRIVATE =
            "MC4CAQAwBQYDK2VwBCIEIAABAgMEBQYHCAkKCwwNDg8QERITFBUWFxgZGhscHR4f";

    private SampleSignedCoupons() {}

    /// Ten percent off until the sample day.
    public static SignedCoupon tenPercent(int number) {
        return tenPercent(number, Optional.empty());
    }

    public static SignedCoupon tenPercent(int number, Optional<StoreId> store) {
        return sign(
                new SignedCoupon.Terms(
                        ByteBuffer.allocate(SignedCoupon.NUMBER_BYTES).putInt(number).array(),
                        new Discount.PercentOff(BigDecimal.TEN),
                        Optional.empty(),
                        Optional.empty(),
                        SamplePrices.DAY,
                        store));
    }

    public static SignedCoupon sign(SignedCoupon.Terms terms) {
        return SignedCoupon.sign(terms, KEY_ID, privateKey());
    }

    private static PrivateKey privateKey() {
        try {
            return KeyFactory.getInstance("Ed25519")
                    .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(PRIVATE)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has Ed25519", e);
        }
    }
}
