package kmmotos.desktop.neighbours;

import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/// Trusts the keys that head office told and nothing else: no issuer, no name, no date.
final class PinnedKeys extends X509ExtendedTrustManager {
    private final Roster roster;

    PinnedKeys(Roster roster) {
        this.roster = roster;
    }

    private void check(X509Certificate[] shown) throws CertificateException {
        if (shown.length != 1 || roster.neighbour(shown[0].getPublicKey()).isEmpty()) {
            throw new CertificateException("no till of this shop, or one that was revoked");
        }
    }

    @Override
    public void checkClientTrusted(X509Certificate[] shown, String kind, @Nullable Socket socket)
            throws CertificateException {
        check(shown);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] shown, String kind, @Nullable Socket socket)
            throws CertificateException {
        check(shown);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] shown, String kind, @Nullable SSLEngine engine)
            throws CertificateException {
        check(shown);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] shown, String kind, @Nullable SSLEngine engine)
            throws CertificateException {
        check(shown);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] shown, String kind)
            throws CertificateException {
        check(shown);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] shown, String kind)
            throws CertificateException {
        check(shown);
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return new X509Certificate[0];
    }
}
