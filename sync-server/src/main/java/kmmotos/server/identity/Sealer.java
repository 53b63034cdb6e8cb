package kmmotos.server.identity;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import kmmotos.server.storage.DataFolder;
import kmmotos.server.storage.StartRefused;

/// Enciphers what the database may not hold in the clear, by Tink (AES-256-GCM). All nodes of one
/// installation have the same keys: what is sealed with any of them is read, and the primary one
/// seals.
public final class Sealer {

    static final String SETTING = "km.identity.encryption-keys";
    private static final String FILE = "encryption-keys.json";

    private final Aead aead;

    private Sealer(Aead aead) {
        this.aead = aead;
    }

    /// @param configured Tink's keyset as JSON; empty to keep one in the data folder
    public static Sealer load(String configured, DataFolder folder) {
        String keys = configured.isEmpty() ? folder.secret(FILE, Sealer::random) : configured;
        try {
            AeadConfig.register();
            return new Sealer(
                    TinkJsonProtoKeysetFormat.parseKeyset(
                                    keys,
                                    RegistryConfiguration.get(),
                                    InsecureSecretKeyAccess.get())
                            .getPrimitive(RegistryConfiguration.get(), Aead.class));
        } catch (GeneralSecurityException e) {
            throw new StartRefused(SETTING + " is no keyset of Tink for AEAD, as JSON.", e);
        }
    }

    /// @param place what the text belongs to: sealed for one place it is good for no other
    byte[] seal(byte[] text, String place) {
        try {
            return aead.encrypt(text, place.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("nothing can be sealed", e);
        }
    }

    byte[] open(byte[] sealed, String place) {
        try {
            return aead.decrypt(sealed, place.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(
                    "what is sealed for " + place + " opens with none of " + SETTING, e);
        }
    }

    private static String random() {
        try {
            AeadConfig.register();
            return TinkJsonProtoKeysetFormat.serializeKeyset(
                    KeysetHandle.generateNew(
                            PredefinedAeadParameters.AES256_GCM, RegistryConfiguration.get()),
                    RegistryConfiguration.get(),
                    InsecureSecretKeyAccess.get());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("no key can be made", e);
        }
    }
}
