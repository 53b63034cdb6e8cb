package kmmotos.desktop.neighbours;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The connection over the shop's network, proved by both tills' keys.
final class TlsLine implements NeighbourLine {
    private static final Logger LOG = LoggerFactory.getLogger(TlsLine.class);
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final KnownTill neighbour;
    private final ShopTls tls;
    private final Roster roster;
    private final Addresses addresses;
    private volatile @Nullable Wire wire;
    private volatile boolean isClosed;

    TlsLine(KnownTill neighbour, ShopTls tls, Roster roster, Addresses addresses) {
        this.neighbour = neighbour;
        this.tls = tls;
        this.roster = roster;
        this.addresses = addresses;
    }

    @Override
    public KnownTill neighbour() {
        return neighbour;
    }

    @Override
    public boolean isOpen() {
        return wire != null;
    }

    /// Tries each address where the neighbour may be.
    @Override
    public synchronized boolean open() {
        for (InetSocketAddress address : addresses.of(neighbour.device())) {
            if (wire == null && !isClosed) {
                tryAt(address);
            }
        }
        return wire != null;
    }

    private void tryAt(InetSocketAddress address) {
        try {
            SSLSocket socket = tls.call(address);
            Optional<KnownTill> answering = roster.neighbour(ShopTls.keyOf(socket));
            answering.ifPresent(till -> addresses.heard(till.device(), address));
            if (answering.filter(till -> till.device().equals(neighbour.device())).isEmpty()) {
                socket.close();
                return;
            }
            wire = new Wire(socket, PATIENCE);
        } catch (IOException e) {
            LOG.debug("{} is not at {}: {}", neighbour.till(), address, e.toString());
        }
    }

    @Override
    public synchronized <A extends Answer> A ask(Ask ask, Class<A> expected) {
        Wire open = wire;
        if (open == null) {
            throw new NeighbourUnreachable("not connected", new IOException("no connection"));
        }
        try {
            open.send(ask);
            Answer answer = open.receive(Answer.class);
            return expected.cast(answer);
        } catch (IOException | ClassCastException e) {
            hangUp();
            throw new NeighbourUnreachable(String.valueOf(e.getMessage()), e);
        }
    }

    private void hangUp() {
        Wire open = wire;
        wire = null;
        try {
            if (open != null) {
                open.close();
            }
        } catch (IOException e) {
            LOG.debug("a connection did not close: {}", e.toString());
        }
    }

    /// Ends a question under way, too.
    @Override
    public void close() {
        isClosed = true;
        hangUp();
    }
}
