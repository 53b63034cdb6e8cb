package kmmotos.server.sync;

import com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider;
import com.amazon.corretto.crypto.provider.SelfTestStatus;
import java.security.GeneralSecurityException;
import java.security.Provider;
import java.security.PublicKey;
import java.security.Security;
import java.security.Signature;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A till's public key, for checking many signatures. The JDK's own Ed25519 takes fifteen times as
/// long as the native one, which would be most of what taking a sale in costs.
record TillKey(PublicKey key) {

    private static final Logger LOG = LoggerFactory.getLogger(TillKey.class);
    private static final String ALGORITHM = "Ed25519";
    private static final Provider PROVIDER = fastest();

    /// Whether these bytes were signed with the till's key; false for anything that is no
    /// signature.
    boolean signed(byte[] message, byte[] signed) {
        try {
            Signature signature = Signature.getInstance(ALGORITHM, PROVIDER);
            signature.initVerify(key);
            signature.update(message);
            return signature.verify(signed);
        } catch (GeneralSecurityException _) {
            return false;
        }
    }

    private static Provider fastest() {
        AmazonCorrettoCryptoProvider accp = AmazonCorrettoCryptoProvider.INSTANCE;
        if (accp.getLoadingError() == null && accp.runSelfTests() == SelfTestStatus.PASSED) {
            return accp;
        }
        LOG.warn(
                "Tills' signatures are checked by Java alone, which is slow: the native library can't be loaded",
                accp.getLoadingError());
        return Security.getProviders("Signature." + ALGORITHM)[0];
    }
}
