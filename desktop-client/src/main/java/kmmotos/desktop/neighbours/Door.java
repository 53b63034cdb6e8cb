package kmmotos.desktop.neighbours;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.function.BiFunction;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import kmmotos.desktop.journal.JournalFailed;
import kmmotos.desktop.storage.StorageFailed;
import kmmotos.model.stores.DeviceId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Where neighbours come in: a thread that accepts, and a virtual thread for each visitor. A till
/// has one connection here; its next one takes the place of the last.
final class Door implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Door.class);
    private static final int MAX_VISITORS = 64;
    private static final Duration SILENCE = Duration.ofSeconds(60);

    private final SSLServerSocket listener;
    private final Roster roster;
    private final BiFunction<KnownTill, Ask, Answer> host;
    private final Semaphore room = new Semaphore(MAX_VISITORS);
    private final Map<DeviceId, SSLSocket> visitors = new ConcurrentHashMap<>();

    private Door(SSLServerSocket listener, Roster roster, BiFunction<KnownTill, Ask, Answer> host) {
        this.listener = listener;
        this.roster = roster;
        this.host = host;
    }

    /// Listens at this port, or at any free one if another program has it.
    static Door open(
            ShopTls tls,
            InetAddress at,
            int port,
            Roster roster,
            BiFunction<KnownTill, Ask, Answer> host)
            throws IOException {
        Door door = new Door(listen(tls, at, port), roster, host);
        Thread.ofPlatform().daemon().name("neighbour-door").start(door::accept);
        return door;
    }

    private static SSLServerSocket listen(ShopTls tls, InetAddress at, int port)
            throws IOException {
        try {
            return tls.listen(at, port);
        } catch (BindException _) {
            return tls.listen(at, 0);
        }
    }

    int port() {
        return listener.getLocalPort();
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                welcome((SSLSocket) listener.accept());
            } catch (IOException e) {
                LOG.debug("a call was not accepted: {}", e.toString());
            }
        }
    }

    private void welcome(SSLSocket socket) throws IOException {
        if (!room.tryAcquire()) {
            socket.close();
            return;
        }
        Thread.ofVirtual()
                .name("neighbour-visit")
                .start(() -> {
                    try (socket) {
                        serve(socket);
                    } catch (IOException
                            | JournalFailed
                            | StorageFailed
                            | IllegalArgumentException e) {
                        LOG.debug("a neighbour's visit ended: {}", e.toString());
                    } finally {
                        room.release();
                    }
                });
    }

    private void serve(SSLSocket socket) throws IOException {
        ShopTls.shakeHands(socket);
        KnownTill visitor =
                roster.neighbour(ShopTls.keyOf(socket))
                        .orElseThrow(() -> new IOException("a till that was revoked"));
        SSLSocket before = visitors.put(visitor.device(), socket);
        if (before != null) {
            before.close();
        }
        try (Wire wire = new Wire(socket, SILENCE)) {
            answerAll(visitor, wire);
        } finally {
            visitors.remove(visitor.device(), socket);
        }
    }

    /// Whoever is revoked meanwhile is not answered any more.
    private void answerAll(KnownTill visitor, Wire wire) throws IOException {
        Pace pace = new Pace(System::nanoTime);
        while (roster.isNeighbour(visitor.device())) {
            Ask ask = wire.receive(Ask.class);
            if (!pace.allows() || !roster.isNeighbour(visitor.device())) {
                throw new IOException("too many questions, or revoked: " + visitor.till());
            }
            wire.send(host.apply(visitor, ask));
        }
    }

    @Override
    public void close() {
        try {
            listener.close();
            for (SSLSocket visitor : visitors.values()) {
                visitor.close();
            }
        } catch (IOException e) {
            LOG.warn("the neighbours' door did not close", e);
        }
    }
}
