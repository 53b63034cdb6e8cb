package kmmotos.desktop.neighbours;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.time.Duration;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import kmmotos.model.sync.DeviceSignature;

/// TLS 1.3 between the tills of a shop. Each shows the key it was enrolled with; a key that head
/// office has not told, or has revoked, is refused by either side.
final class ShopTls {
    /// Negotiated in the handshake; tills that share no version do not talk.
    static final String PROTOCOL = "km-shop/1";

    static final Duration HANDSHAKE = Duration.ofSeconds(5);
    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final int WAITING_CALLS = 16;
    private static final byte[] PROBE = {'k', 'e', 'y'};

    private final SSLContext context;

    private ShopTls(SSLContext context) {
        this.context = context;
    }

    /// @param own this till as head office told of it
    /// @throws IllegalArgumentException if that is another key than the till's own
    static ShopTls of(PrivateKey key, KnownTill own, Roster roster) {
        if (!DeviceSignature.verify(own.key(), PROBE, DeviceSignature.sign(key, PROBE))) {
            throw new IllegalArgumentException("head office told another key for this till");
        }
        X509Certificate certificate = TillCertificate.of(key, own.key());
        try {
            SSLContext context = SSLContext.getInstance("TLSv1.3");
            context.init(
                    new KeyManager[] {new OwnKey(key, certificate)},
                    new TrustManager[] {new PinnedKeys(roster)},
                    null);
            return new ShopTls(context);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has TLS 1.3", e);
        }
    }

    SSLServerSocket listen(InetAddress at, int port) throws IOException {
        SSLServerSocket listener =
                (SSLServerSocket)
                        context.getServerSocketFactory()
                                .createServerSocket(port, WAITING_CALLS, at);
        SSLParameters parameters = listener.getSSLParameters();
        parameters.setNeedClientAuth(true);
        listener.setSSLParameters(strict(parameters));
        return listener;
    }

    /// Connects and shakes hands.
    SSLSocket call(InetSocketAddress to) throws IOException {
        Socket plain = new Socket();
        try {
            plain.connect(to, Math.toIntExact(CONNECT.toMillis()));
            SSLSocket socket =
                    (SSLSocket)
                            context.getSocketFactory()
                                    .createSocket(plain, to.getHostString(), to.getPort(), true);
            socket.setSSLParameters(strict(socket.getSSLParameters()));
            shakeHands(socket);
            return socket;
        } catch (IOException e) {
            plain.close();
            throw e;
        }
    }

    static void shakeHands(SSLSocket socket) throws IOException {
        socket.setSoTimeout(Math.toIntExact(HANDSHAKE.toMillis()));
        socket.setTcpNoDelay(true);
        socket.startHandshake();
        if (!PROTOCOL.equals(socket.getApplicationProtocol())) {
            throw new IOException("it does not speak " + PROTOCOL);
        }
    }

    /// The key the other side has proved to have.
    static PublicKey keyOf(SSLSocket socket) throws IOException {
        return socket.getSession().getPeerCertificates()[0].getPublicKey();
    }

    private static SSLParameters strict(SSLParameters parameters) {
        parameters.setProtocols(new String[] {"TLSv1.3"});
        parameters.setApplicationProtocols(new String[] {PROTOCOL});
        return parameters;
    }
}
