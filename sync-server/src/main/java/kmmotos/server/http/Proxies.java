package kmmotos.server.http;

import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerRequest;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// From which address somebody asks. What `X-Forwarded-For` says counts only as far as proxies said
/// it that are known.
final class Proxies {

    private static final Logger LOG = LoggerFactory.getLogger(Proxies.class);
    private static final HeaderName FORWARDED = HeaderNames.create("X-Forwarded-For");

    /// A household or a company has a network of 64 bits of IPv6 addresses, and can take any of
    /// them.
    private static final int NETWORK_BYTES = 8;

    private final Set<String> trusted;
    private final AtomicBoolean told = new AtomicBoolean();

    Proxies(List<String> trusted) {
        this.trusted = Set.copyOf(trusted);
    }

    /// The last address that no known proxy has; of IPv6 its network.
    String caller(ServerRequest request) {
        String peer = address(request.remotePeer().address());
        List<String> forwarded =
                request.headers().all(FORWARDED, List::of).stream()
                        .flatMap(line -> Arrays.stream(line.split(",", -1)))
                        .map(String::strip)
                        .toList();
        if (!forwarded.isEmpty() && !trusted.contains(peer) && told.compareAndSet(false, true)) {
            LOG.warn(
                    "Somebody at {} asks for others, and km.http.trusted-proxies does not name it. If it is your reverse proxy, all who"
                            + " come through it share one allowance.",
                    peer);
        }
        String caller = peer;
        for (int i = forwarded.size() - 1; i >= 0 && trusted.contains(caller); i--) {
            caller = forwarded.get(i);
        }
        return network(caller);
    }

    private static String address(SocketAddress peer) {
        return peer instanceof InetSocketAddress internet && internet.getAddress() != null
                ? internet.getAddress().getHostAddress()
                : peer.toString();
    }

    static String network(String address) {
        try {
            return InetAddress.ofLiteral(address) instanceof Inet6Address six
                    ? HexFormat.of().formatHex(six.getAddress(), 0, NETWORK_BYTES)
                    : address;
        } catch (IllegalArgumentException _) {
            return "unknown";
        }
    }
}
