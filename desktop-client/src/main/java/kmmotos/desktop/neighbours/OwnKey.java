package kmmotos.desktop.neighbours;

import java.net.Socket;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import javax.net.ssl.X509ExtendedKeyManager;
import org.jspecify.annotations.Nullable;

/// The one key a till shows.
final class OwnKey extends X509ExtendedKeyManager {
    private static final String NAME = "till";
    private static final String KIND = "EdDSA";

    private final PrivateKey key;
    private final X509Certificate certificate;

    OwnKey(PrivateKey key, X509Certificate certificate) {
        this.key = key;
        this.certificate = certificate;
    }

    @Override
    public String @Nullable [] getClientAliases(String kind, Principal @Nullable [] issuers) {
        return kind.equals(KIND) ? new String[] {NAME} : null;
    }

    @Override
    public @Nullable String chooseClientAlias(
            String[] kinds, Principal @Nullable [] issuers, @Nullable Socket socket) {
        return Arrays.asList(kinds).contains(KIND) ? NAME : null;
    }

    @Override
    public String @Nullable [] getServerAliases(String kind, Principal @Nullable [] issuers) {
        return kind.equals(KIND) ? new String[] {NAME} : null;
    }

    @Override
    public @Nullable String chooseServerAlias(
            String kind, Principal @Nullable [] issuers, @Nullable Socket socket) {
        return kind.equals(KIND) ? NAME : null;
    }

    @Override
    public X509Certificate[] getCertificateChain(String name) {
        return new X509Certificate[] {certificate};
    }

    @Override
    public PrivateKey getPrivateKey(String name) {
        return key;
    }
}
