package kmmotos.desktop.sync;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.UUID;
import kmmotos.desktop.storage.DatabaseKey;
import kmmotos.desktop.storage.StorageFailed;
import kmmotos.model.payments.GiftCardNumber;
import kmmotos.model.sync.DeviceSignature;
import kmmotos.model.sync.UploadBatch;

/// The till's own Ed25519 key. It is made at enrolment and never leaves the till.
public record DeviceKey(PrivateKey privateKey) implements BatchSigner {
    @Override
    public String signature(UploadBatch batch) {
        return Base64.getEncoder()
                .encodeToString(DeviceSignature.sign(privateKey, batch.signedBytes()));
    }

    /// The number of a gift card that this till hands out: made of the key's signature over the
    /// card's serial number, which is the same each time and which nobody else can make.
    public GiftCardNumber giftCard(UUID serial) {
        byte[] named = ("km-gift-card " + serial).getBytes(StandardCharsets.US_ASCII);
        return GiftCardNumber.of(DeviceSignature.sign(privateKey, named));
    }

    /// Makes a key and keeps it in the folder.
    ///
    /// @return the public key in base64, X.509 encoded, for the server
    public static String make(TillFolder folder) {
        try {
            KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            Base64.Encoder base64 = Base64.getEncoder();
            DatabaseKey.writePrivate(
                    folder.deviceKey(), base64.encodeToString(pair.getPrivate().getEncoded()));
            return base64.encodeToString(pair.getPublic().getEncoded());
        } catch (GeneralSecurityException | IOException e) {
            throw new StorageFailed("the till's key can't be made: " + e, e);
        }
    }

    public static DeviceKey read(TillFolder folder) {
        try {
            byte[] encoded =
                    Base64.getDecoder().decode(Files.readString(folder.deviceKey()).strip());
            return new DeviceKey(
                    KeyFactory.getInstance("Ed25519")
                            .generatePrivate(new PKCS8EncodedKeySpec(encoded)));
        } catch (GeneralSecurityException | IOException | IllegalArgumentException e) {
            throw new StorageFailed("the till's key can't be read; enrol the till again: " + e, e);
        }
    }
}
